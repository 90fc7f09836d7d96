package dev.hermes.script;

import dev.hermes.model.Message;
import dev.hermes.spi.BadCellException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The text of a value that a script gives. */
final class CellText {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true).toFormatter(Locale.ROOT);

    private CellText() {}

    static String of(@Nullable Object value) throws BadCellException {
        return switch (value) {
            case null -> "";
            case CharSequence text -> text.toString();
            case BigDecimal number -> plain(number);
            case BigInteger number -> number.toString();
            case Long number -> number.toString();
            case Integer number -> number.toString();
            case Short number -> number.toString();
            case Byte number -> number.toString();
            case Double number -> binary(number.toString());
            case Float number -> binary(number.toString());
            case Boolean truth -> truth.toString();
            case Character character -> character.toString();
            case LocalDate day -> inYears(day.getYear(), day.toString());
            case YearMonth month -> inYears(month.getYear(), month.toString());
            case LocalTime time -> TIME.format(time);
            case LocalDateTime time -> inYears(time.getYear(), time.toLocalDate() + " " + TIME.format(time));
            case Enum<?> constant -> constant.name();
            default -> throw new BadCellException(Message.of("A {0} is no value of a cell", value.getClass().getName()),
                    Message.of(
                            "Maybe make it a text, a number, true or false, or a LocalDate in the script."));
        };
    }

    /** Where it has an exponent such as 1E+400000000, writing it out would take all memory. */
    private static String plain(BigDecimal number) throws BadCellException {
        if (Math.abs((long) number.scale()) > 1_000) {
            throw new BadCellException(
                    Message.of("The number {0} is too long to be written out", Message.verbatim(number.toString())),
                    Message.of("Maybe it is none."));
        }
        return number.toPlainString();
    }

    /** The shortest decimal that is this number and no other. */
    private static String binary(String number) throws BadCellException {
        try {
            return plain(new BigDecimal(number.endsWith(".0") ? number.substring(0, number.length() - 2) : number));
        } catch (NumberFormatException notANumber) {
            throw new BadCellException(Message.of("{0} is no number", Message.verbatim(number)), Message.of(
                    "Maybe leave the cell empty in the script, with null."));
        }
    }

    private static String inYears(int year, String text) throws BadCellException {
        if (year < 1 || year > 9_999) {
            throw new BadCellException(
                    Message.of("{0} is no day from 0001-01-01 to 9999-12-31", Message.verbatim(text)),
                    Message.of("Maybe leave it out."));
        }
        return text;
    }
}
