package dev.hermes.jdbc;

import dev.hermes.model.Message;
import dev.hermes.spi.BadCellException;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes what databases write as the importer reads it: plain decimals, days and times. */
final class Texts {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern TIME = Pattern.compile("(\\d\\d:\\d\\d:\\d\\d)(\\.\\d+)?");
    private static final Pattern DAY_AND_TIME = Pattern
            .compile("(\\d{4}-\\d\\d-\\d\\d)[ T](\\d\\d:\\d\\d:\\d\\d)(\\.\\d+)?");
    private static final Pattern OFFSET = Pattern.compile("[+-]\\d\\d(:\\d\\d){0,2}$");

    private Texts() {}

    /** A decimal without exponent, with the digits that the database gives; it may also say NaN or Infinity. */
    static String decimal(String text) throws BadCellException {
        try {
            return new BigDecimal(text).toPlainString();
        } catch (NumberFormatException notANumber) {
            throw new BadCellException(Message.of("{0} is no number", Message.verbatim(text)), Message.of(
                    "Maybe leave it out in the query: nullif(…, '{0}').", text));
        }
    }

    /** The shortest decimal that is this number and no other. */
    static String binary(double number) throws BadCellException {
        return decimal(withoutFraction(Double.toString(number)));
    }

    /** The shortest decimal that is this number and no other. */
    static String binary(float number) throws BadCellException {
        return decimal(withoutFraction(Float.toString(number)));
    }

    private static String withoutFraction(String text) {
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    static String day(String text) throws BadCellException {
        if (!DAY.matcher(text).matches() || text.startsWith("0000") || text.contains("-00")) {
            throw noDay(text);
        }
        return text;
    }

    /** A time of the day; fractions of a second are kept as far as they are not 0. */
    static String time(String text) throws BadCellException {
        Matcher parts = TIME.matcher(text);
        if (!parts.matches()) {
            throw new BadCellException(Message.of("{0} is no time of a day", Message.verbatim(text)),
                    Message.of("Maybe cast it in the query."));
        }
        return parts.group(1) + fraction(parts.group(2));
    }

    /** A day and a time; fractions of a second are kept as far as they are not 0. */
    static String dayAndTime(String text) throws BadCellException {
        Matcher parts = DAY_AND_TIME.matcher(text);
        if (!parts.matches()) {
            throw noDay(text);
        }
        return day(parts.group(1)) + " " + parts.group(2) + fraction(parts.group(3));
    }

    /** A day and a time with the offset of their zone behind it, without that. */
    static String withoutOffset(String text) throws BadCellException {
        return dayAndTime(OFFSET.matcher(text).replaceFirst(""));
    }

    private static String fraction(@Nullable String digits) {
        return digits == null ? "" : digits.replaceFirst("\\.?0+$", "");
    }

    private static BadCellException noDay(String text) {
        return new BadCellException(Message.of("{0} is no day from 0001-01-01 to 9999-12-31", Message.verbatim(text)),
                Message.of("Maybe leave it out in the query."));
    }
}
