package dev.hermes.excel;

import dev.hermes.model.Message;
import dev.hermes.spi.BadCellException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Days and times, which a cell holds as the number of days since the beginning of the workbook's date system, with the
 * time of day behind the decimal point.
 */
final class Days {

    private static final BigDecimal SECONDS_OF_DAY = BigDecimal.valueOf(86_400);
    /** Day 60 of the system of 1900 is 29 February 1900, which never was (Excel took it over from Lotus 1-2-3). */
    private static final int NO_DAY = 60;
    private static final int LAST_YEAR = 9_999;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final boolean since1904;

    Days(boolean since1904) {
        this.since1904 = since1904;
    }

    String text(BigDecimal serial, NumberFormat format) throws BadCellException {
        if (format == NumberFormat.NUMBER) {
            return Numbers.plain(serial);
        }
        if (serial.signum() < 0) {
            throw noDay(serial, Message.of("Maybe format the cell as a number."));
        }
        BigDecimal whole = serial.setScale(0, RoundingMode.DOWN);
        int seconds = serial.subtract(whole).multiply(SECONDS_OF_DAY).setScale(0, RoundingMode.HALF_UP).intValueExact();
        if (seconds == SECONDS_OF_DAY.intValueExact()) {
            whole = whole.add(BigDecimal.ONE);
            seconds = 0;
        }
        String time = LocalTime.ofSecondOfDay(seconds).format(TIME);
        return switch (format) {
            case NUMBER -> Numbers.plain(serial);
            case TIME -> time;
            case DAY -> day(whole).toString();
            case DAY_AND_TIME -> day(whole) + " " + time;
            case DAY_OR_TIME -> whole.signum() == 0 ? time : day(whole).toString();
        };
    }

    private LocalDate day(BigDecimal number) throws BadCellException {
        long day = number.min(BigDecimal.valueOf(Integer.MAX_VALUE)).longValueExact();
        if (!since1904 && day == NO_DAY) {
            throw noDay(number,
                    Message.of("It would be 29 February 1900, which never was. Maybe it is no day."));
        }
        if (!since1904 && day == 0) {
            throw noDay(number, Message.of("Maybe format the cell as a time."));
        }
        LocalDate date = (since1904
                ? LocalDate.of(1904, 1, 1)
                : LocalDate.of(1899, 12, day < NO_DAY ? 31 : 30)).plusDays(day);
        if (date.getYear() > LAST_YEAR) {
            throw noDay(number, Message.of("Maybe format the cell as a number."));
        }
        return date;
    }

    private static BadCellException noDay(BigDecimal number, Message remedy) {
        return new BadCellException(Message.of("The number {0} is shown as a day and is none",
                Message.verbatim(Numbers.plain(number))), remedy);
    }

    /** A day or a time that the file writes as such (ISO 8601), in the shape of its format. */
    static String ofText(String text, NumberFormat format) throws BadCellException {
        try {
            if (text.indexOf('T') < 0) {
                return LocalDate.parse(text).toString();
            }
            LocalDateTime time = LocalDateTime.parse(text.endsWith("Z") ? text.substring(0, text.length() - 1) : text);
            String day = time.toLocalDate().toString();
            return format == NumberFormat.DAY ? day : day + " " + time.toLocalTime().format(TIME);
        } catch (DateTimeException e) {
            throw new BadCellException(Message.of("The cell is written as a day and holds none"),
                    Message.of("Maybe mend the program that wrote the file."));
        }
    }
}
