package dev.hermes.excel;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** What a number of a cell is, by the format it is shown in. */
enum NumberFormat {
    NUMBER, DAY, DAY_AND_TIME, TIME,
    /** A day or a time of day: what these formats of East Asian versions show depends on the language. */
    DAY_OR_TIME;

    private static final Pattern ELAPSED = Pattern.compile("\\[(h+|m+|s+)]", Pattern.CASE_INSENSITIVE);
    /** What is shown as it stands, and conditions, colours and languages in brackets. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]|[_*].|AM/PM|A/P",
            Pattern.CASE_INSENSITIVE);

    /**
     * @param id
     *            its number in the file
     * @param code
     *            what the file says it shows; null where it is one of those that every Excel knows
     */
    static NumberFormat of(int id, @Nullable String code) {
        if (code == null && ((id >= 27 && id <= 36) || (id >= 50 && id <= 58))) {
            return DAY_OR_TIME;
        }
        String shown = code == null ? BuiltinFormats.getBuiltinFormat(id) : code;
        if (shown == null || ELAPSED.matcher(shown).find() || !DateUtil.isADateFormat(id, shown)) {
            return NUMBER;
        }
        String letters = LITERAL.matcher(shown).replaceAll("").toLowerCase(Locale.ROOT);
        boolean time = letters.indexOf('h') >= 0 || letters.indexOf('s') >= 0;
        boolean day = letters.indexOf('y') >= 0 || letters.indexOf('d') >= 0 || !time;
        return day ? time ? DAY_AND_TIME : DAY : TIME;
    }
}
