package dev.hermes.workspace.imports;

import dev.hermes.decimal.Decimal;
import dev.hermes.decimal.DecimalException;
import dev.hermes.model.AssignmentKey;
import dev.hermes.model.Dates;
import dev.hermes.model.Message;
import dev.hermes.spi.BadCellException;
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
        T read(String text) throws BadCellException;
    }

    /** The name of a person, organisation, fact or the like. */
    static String id(String text) throws BadCellException {
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

    private static String unusualId(String text) throws BadCellException {
        String invisible = Quote.firstInvisible(text);
        if (invisible != null) {
            throw new BadCellException(
                    Message.of("{0} holds a character that cannot be seen, {1}, and would look like another id",
                            Quote.of(text), invisible),
                    Message.of("Maybe remove it at its source."));
        }
        Message foreign = Lookalikes.foreignLetter(text);
        if (foreign != null) {
            throw new BadCellException(
                    Message.of("{0} holds {1}, which looks like a letter of another script than those beside it",
                            Quote.of(text), foreign),
                    Message.of("Maybe type the id anew."));
        }
        return text;
    }

    /** Any text; of the characters that control something only tabs and line ends. */
    static String text(String text) throws BadCellException {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i)) && !Character.isWhitespace(text.charAt(i))) {
                throw new BadCellException(Message.of("{0} holds a control character", Quote.of(text)),
                        Message.of("Maybe remove it at its source."));
            }
            if (Character.isSurrogate(text.charAt(i))) {
                int character = text.codePointAt(i);
                if (!Character.isSupplementaryCodePoint(character)) {
                    throw new BadCellException(Message.of("{0} holds half a character", Quote.of(text)),
                            Message.of("Maybe a formula cuts the text in the middle of one."));
                }
                i++;
            }
        }
        return text;
    }

    /** An assignment by its key in text form. */
    static AssignmentKey assignment(String text) throws BadCellException {
        try {
            return AssignmentKey.parse(id(text));
        } catch (IllegalArgumentException e) {
            throw new BadCellException(Message.of(
                    "{0} is no assignment: its key is person_position_organisation, and a _ inside an id is "
                            + "written %5F",
                    Quote.of(text)), Message.of("Maybe map person, position and organisation instead."));
        }
    }

    static Decimal number(String text) throws BadCellException {
        try {
            return Decimal.parse(text);
        } catch (DecimalException e) {
            throw switch (e.kind()) {
                case OVERFLOW -> new BadCellException(
                        Message.of("{0} does not fit: a number has at most 26 digits before the decimal point",
                                Quote.of(text)),
                        Message.of("Maybe another column was meant."));
                case FORMAT, DIVISION_BY_ZERO -> PLAIN.matcher(text).matches()
                        ? new BadCellException(Message.of("{0} has more than 12 fractional digits", Quote.of(text)),
                                Message.of("Maybe round it at its source."))
                        : new BadCellException(Message.of("{0} is not a plain decimal", Quote.of(text)), hint(text));
            };
        }
    }

    private static Message hint(String text) {
        if (GROUPED.matcher(text).matches()) {
            return Message.of("Maybe write it without the commas between thousands: {0}.", text.replace(",", ""));
        }
        if (GROUPED_BY_POINTS.matcher(text).matches()) {
            return Message.of("Maybe write it with a decimal point and nothing between thousands: {0}.",
                    text.replace(".", "").replace(',', '.'));
        }
        if (COMMA.matcher(text).matches()) {
            return Message.of("Maybe the comma is the decimal point: write {0}; if it stands between thousands, {1}.",
                    text.replace(',', '.'), text.replace(",", ""));
        }
        if (EXPONENT.matcher(text).matches()) {
            return Message.of("Maybe write it without an exponent; a spreadsheet has shortened it.");
        }
        return Objects.requireNonNullElse(Numerals.remedy(text),
                Message.of("Maybe write digits and a point alone, such as -1234.56."));
    }

    static Boolean truth(String text) throws BadCellException {
        return switch (text) {
            case "true", "TRUE", "True" -> true;
            case "false", "FALSE", "False" -> false;
            default -> throw new BadCellException(Message.of("{0} is neither true nor false", Quote.of(text)),
                    Message.of("Maybe add a lookup to the field, such as {1: true, 0: false}."));
        };
    }

    /** @param pattern null: {@code yyyy-MM-dd} */
    static LocalDate date(String text, @Nullable DateTimeFormatter pattern, String shape) throws BadCellException {
        LocalDate date;
        try {
            date = pattern == null ? isoDate(text) : LocalDate.parse(text, pattern);
        } catch (DateTimeException e) {
            Message remedy = pattern == null
                    ? Message.of("Maybe give the field's format, such as dd.MM.yyyy.")
                    : Message.of("Maybe correct the cell, or the field's format.");
            throw new BadCellException(Message.of("{0} is no date of the form {1}", Quote.of(text), shape), remedy);
        }
        if (date.isBefore(Dates.BEGINNING) || date.isAfter(Dates.OPEN)) {
            throw new BadCellException(Message.of("{0} is outside the years 1 to 9999", Quote.of(text)),
                    Message.of("Maybe leave the cell empty."));
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
