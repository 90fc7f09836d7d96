package dev.hermes.workspace.imports;

import dev.hermes.model.Message;
import dev.hermes.model.NumberStyle;
import dev.hermes.model.NumberStyle.Negative;
import dev.hermes.spi.BadCellException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns numbers as a file writes them into digits with a point. Immutable. */
final class Numerals {

    static final Numerals PLAIN = new Numerals(NumberStyle.PLAIN);

    /** Styles that a number may be of, to say which one was meant. */
    private static final List<NumberStyle> USUAL = List.of(NumberStyle.PLAIN, style('.', ','), style(',', null),
            style(',', '.'), style('.', '\''), style('.', ' '), style(',', ' '));

    private static final String MINUS = "-\u2212";
    private static final Pattern CURRENCY = Pattern.compile("\\p{Sc}|^[A-Z]{3}\\b|\\b[A-Z]{3}$");
    private static final int GROUP = 3;

    private final NumberStyle style;

    private Numerals(NumberStyle style) {
        this.style = style;
    }

    static Numerals of(NumberStyle style) {
        return style.equals(NumberStyle.PLAIN) ? PLAIN : new Numerals(style);
    }

    private static NumberStyle style(char decimal, @Nullable Character grouping) {
        return new NumberStyle(decimal, grouping, Negative.LEADING, false);
    }

    /** The number in digits, with a point and a minus if need be. Of the plain style, the text as it stands. */
    String plain(String text) throws BadCellException {
        if (style.equals(NumberStyle.PLAIN)) {
            return text.startsWith("\u2212") ? "-" + text.substring(1) : text;
        }
        String plain = read(text);
        if (plain == null) {
            throw new BadCellException(
                    Message.of("{0} is not written as the mapping says that numbers are: {1}", Quote.of(text),
                            example()),
                    Objects.requireNonNullElse(remedy(text),
                            Message.of("Maybe correct the cell, or what the mapping says under format.")));
        }
        return plain;
    }

    /** As {@link #plain}; null where the text is no number of this style. */
    @Nullable
    String read(String text) {
        String body = stripped(text);
        boolean isPercent = style.percent() && body.endsWith("%");
        if (isPercent) {
            body = stripped(body.substring(0, body.length() - 1));
        }
        String positive = positive(body);
        boolean isNegative = !positive.equals(body);
        if (!isNegative && !body.isEmpty() && (isMinus(body.charAt(0)) || body.charAt(0) == '+')) {
            isNegative = body.charAt(0) != '+';
            positive = body.substring(1);
        }
        String digits = digits(positive);
        if (digits == null) {
            return null;
        }
        String number = isPercent ? new BigDecimal(digits).movePointLeft(2).toPlainString() : digits;
        return isNegative ? "-" + number : number;
    }

    /** The number without what makes it negative in this style; the same where nothing does. */
    private String positive(String body) {
        int last = body.length() - 1;
        return switch (style.negative()) {
            case LEADING -> body;
            case TRAILING -> last > 0 && isMinus(body.charAt(last)) ? stripped(body.substring(0, last)) : body;
            case PARENTHESES -> last > 0 && body.charAt(0) == '(' && body.charAt(last) == ')'
                    ? stripped(body.substring(1, last))
                    : body;
        };
    }

    private static boolean isMinus(char character) {
        return MINUS.indexOf(character) >= 0;
    }

    /** Digits, in whole groups of three where they are grouped at all, and a fraction without groups. */
    private @Nullable String digits(String text) {
        StringBuilder digits = new StringBuilder();
        int point = text.indexOf(style.decimal());
        int end = point < 0 ? text.length() : point;
        int inGroup = 0;
        char between = 0;
        for (int i = 0; i < end; i++) {
            char character = text.charAt(i);
            if (isDigit(character)) {
                digits.append(character);
                inGroup++;
            } else {
                boolean isFirst = between == 0;
                if (!isGrouping(character) || !isFirst && character != between || inGroup == 0
                        || (isFirst ? inGroup > GROUP || text.charAt(0) == '0' : inGroup != GROUP)) {
                    return null;
                }
                between = character;
                inGroup = 0;
            }
        }
        if (inGroup == 0 || between != 0 && inGroup != GROUP) {
            return null;
        }
        if (point >= 0) {
            digits.append('.');
            for (int i = point + 1; i < text.length(); i++) {
                if (!isDigit(text.charAt(i))) {
                    return null;
                }
                digits.append(text.charAt(i));
            }
        }
        return digits.charAt(digits.length() - 1) == '.' ? null : digits.toString();
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private boolean isGrouping(char character) {
        Character grouping = style.grouping();
        return grouping != null && switch (grouping) {
            case ' ' -> Character.isSpaceChar(character);
            case '\'' -> character == '\'' || character == '\u2019';
            default -> character == grouping;
        };
    }

    /** Without spaces around it, also those that do not break. */
    private static String stripped(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && Character.isSpaceChar(text.charAt(start))) {
            start++;
        }
        while (start < end && Character.isSpaceChar(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private String example() {
        String grouping = style.grouping() == null ? "" : style.grouping().toString();
        return "1" + grouping + "234" + style.decimal() + "50";
    }

    /** What to do about a text that is a number in another style; null where it is none. */
    static @Nullable Message remedy(String text) {
        if (CURRENCY.matcher(text).find()) {
            return Message.of("Maybe remove the currency at its source; it is said once, in the column's type.");
        }
        for (NumberStyle usual : USUAL) {
            if (of(usual).read(text) != null) {
                return saying("decimal: '" + usual.decimal() + "'" + (usual.grouping() == null
                        ? ""
                        : ", grouping: " + (usual.grouping() == '\'' ? "\"'\"" : "'" + usual.grouping() + "'")));
            }
            for (Negative negative : List.of(Negative.TRAILING, Negative.PARENTHESES)) {
                if (of(new NumberStyle(usual.decimal(), usual.grouping(), negative, false)).read(text) != null) {
                    return saying("negative: " + (negative == Negative.TRAILING ? "trailing" : "parentheses"));
                }
            }
            if (of(new NumberStyle(usual.decimal(), usual.grouping(), Negative.LEADING, true)).read(text) != null) {
                return saying("percent: true");
            }
        }
        return null;
    }

    private static Message saying(String words) {
        return Message.of("Maybe the mapping should say format: {csv: {{0}}}.", words);
    }
}
