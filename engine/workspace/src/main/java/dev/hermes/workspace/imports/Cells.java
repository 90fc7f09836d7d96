package dev.hermes.workspace.imports;

import dev.hermes.decimal.Decimal;
import dev.hermes.decimal.DecimalException;
import dev.hermes.model.AssignmentKey;
import dev.hermes.model.Dates;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the text of a cell means. White space around it is gone already. */
final class Cells {

    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
    private static final Pattern GROUPED = Pattern
            .compile("[+-]?\\d{1,3}((,\\d{3})+\\.\\d+|,\\d{3}(,\\d{3})+)");
    private static final Pattern GROUPED_BY_POINTS = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{3})+,\\d+");
    private static final Pattern COMMA = Pattern.compile("[+-]?\\d+,\\d+");
    private static final Pattern EXPONENT = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)[eE][+-]?\\d+");

    private Cells() {}

    /** Reads a text of a cell. */
    @FunctionalInterface
    interface Reading<T> {
        T read(String text) throws CellProblem;
    }

    /** The name of a person, organisation, fact or the like. */
    static String id(String text) throws CellProblem {
        return isPlain(text) ? text : unusualId(text);
    }

    /** Whether all characters are visible ones of ASCII, or spaces: those of nearly all ids. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static String unusualId(String text) throws CellProblem {
        String invisible = Quote.firstInvisible(text);
        if (invisible != null) {
            throw new CellProblem(Quote.of(text) + " holds a character that cannot be seen, " + invisible
                    + ", and would look like another id. Maybe remove it at its source.");
        }
        String foreign = Lookalikes.foreignLetter(text);
        if (foreign != null) {
            throw new CellProblem(
                    Quote.of(text) + " holds " + foreign + ", which looks like a letter of another script "
                            + "than those beside it. Maybe type the id anew.");
        }
        return text;
    }

    /** Any text; of the characters that control something only tabs and line ends. */
    static String text(String text) throws CellProblem {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i)) && !Character.isWhitespace(text.charAt(i))) {
                throw new CellProblem(Quote.of(text) + " holds a control character. Maybe remove it at its source.");
            }
            if (Character.isSurrogate(text.charAt(i))) {
                int character = text.codePointAt(i);
                if (!Character.isSupplementaryCodePoint(character)) {
                    throw new CellProblem(Quote.of(text) + " holds half a character. "
                            + "Maybe a formula cuts the text in the middle of one.");
                }
                i++;
            }
        }
        return text;
    }

    /** An assignment by its key in text form. */
    static AssignmentKey assignment(String text) throws CellProblem {
        try {
            return AssignmentKey.parse(id(text));
        } catch (IllegalArgumentException e) {
            throw new CellProblem(Quote.of(text) + " is no assignment: its key is person_position_organisation, and a "
                    + "_ inside an id is written %5F. Maybe map person, position and organisation instead.");
        }
    }

    static Decimal number(String text) throws CellProblem {
        try {
            return Decimal.parse(text);
        } catch (DecimalException e) {
            throw new CellProblem(Quote.of(text) + switch (e.kind()) {
                case OVERFLOW -> " does not fit: a number has at most 26 digits before the decimal point. "
                        + "Maybe another column was meant.";
                case FORMAT, DIVISION_BY_ZERO -> PLAIN.matcher(text).matches()
                        ? " has more than 12 fractional digits. Maybe round it at its source."
                        : " is not a plain decimal. " + hint(text);
            });
        }
    }

    private static String hint(String text) {
        if (GROUPED.matcher(text).matches()) {
            return "Maybe write it without the commas between thousands: " + text.replace(",", "") + ".";
        }
        if (GROUPED_BY_POINTS.matcher(text).matches()) {
            return "Maybe write it with a decimal point and nothing between thousands: "
                    + text.replace(".", "").replace(',', '.') + ".";
        }
        if (COMMA.matcher(text).matches()) {
            return "Maybe the comma is the decimal point: write " + text.replace(',', '.')
                    + "; if it stands between thousands, " + text.replace(",", "") + ".";
        }
        if (EXPONENT.matcher(text).matches()) {
            return "Maybe write it without an exponent; a spreadsheet has shortened it.";
        }
        return Objects.requireNonNullElse(Numerals.remedy(text),
                "Maybe write digits and a point alone, such as -1234.56.");
    }

    static Boolean truth(String text) throws CellProblem {
        return switch (text) {
            case "true", "TRUE", "True" -> true;
            case "false", "FALSE", "False" -> false;
            default -> throw new CellProblem(Quote.of(text)
                    + " is neither true nor false. Maybe add a lookup to the field, such as {1: true, 0: false}.");
        };
    }

    /** @param pattern null: {@code yyyy-MM-dd} */
    static LocalDate date(String text, @Nullable DateTimeFormatter pattern, String shape) throws CellProblem {
        LocalDate date;
        try {
            date = pattern == null ? isoDate(text) : LocalDate.parse(text, pattern);
        } catch (DateTimeException e) {
            String remedy = pattern == null
                    ? "Maybe give the field's format, such as dd.MM.yyyy."
                    : "Maybe correct the cell, or the field's format.";
            throw new CellProblem(Quote.of(text) + " is no date of the form " + shape + ". " + remedy);
        }
        if (date.isBefore(Dates.BEGINNING) || date.isAfter(Dates.OPEN)) {
            throw new CellProblem(Quote.of(text) + " is outside the years 1 to 9999. Maybe leave the cell empty.");
        }
        return date;
    }

    /** As {@link LocalDate#parse}, which takes ten times as long for days of four-digit years. */
    private static LocalDate isoDate(String text) {
        boolean isUsual = text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
        for (int i = 0; i < text.length() && isUsual; i++) {
            isUsual = i == 4 || i == 7 || (text.charAt(i) >= '0' && text.charAt(i) <= '9');
        }
        return isUsual
                ? LocalDate.of(Integer.parseInt(text, 0, 4, 10), Integer.parseInt(text, 5, 7, 10),
                        Integer.parseInt(text, 8, 10, 10))
                : LocalDate.parse(text);
    }

    /** A formatter for a pattern such as {@code dd.MM.yyyy} under which there is no 30 February. */
    static DateTimeFormatter pattern(String pattern) {
        return new DateTimeFormatterBuilder().appendPattern(pattern).parseDefaulting(ChronoField.ERA, 1)
                .toFormatter(Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }
}
