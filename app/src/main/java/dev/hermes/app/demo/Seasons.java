package dev.hermes.app.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;

/** How busy days are, by month, weekday and the great holidays; 1 is an ordinary day. */
final class Seasons {

    /** January first: the Spring Festival, early May, the summer and the first week of October are busy. */
    private static final double[] MONTHS = {1.05, 1.20, 0.85, 0.95, 1.10, 0.95, 1.25, 1.30, 0.90, 1.10, 0.80, 0.85};
    /** Monday first: most travel is booked before the weekend. */
    private static final double[] WEEKDAYS = {0.85, 0.85, 0.90, 1.00, 1.25, 1.20, 0.95};

    static final double DAYS_OF_MONTH = 365.0 / 12;

    private Seasons() {}

    /** How much is ordered on a day. */
    static double ofOrders(LocalDate day) {
        double factor = MONTHS[day.getMonthValue() - 1] * WEEKDAYS[day.getDayOfWeek().getValue() - 1];
        boolean holiday = day.getMonthValue() == 5 && day.getDayOfMonth() <= 5
                || day.getMonthValue() == 10 && day.getDayOfMonth() <= 7;
        return holiday ? factor * 1.5 : factor;
    }

    /** How many customers are called on: none on Sundays. */
    static double ofVisits(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? 0 : day.getDayOfWeek() == DayOfWeek.SATURDAY ? 0.4 : 1;
    }

    /** The business of a month's days {@code [from, to)}, as a part of an average month's. */
    static double ofMonth(YearMonth month, LocalDate from, LocalDate to) {
        double sum = 0;
        for (LocalDate day = month.atDay(1); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            if (!day.isBefore(from) && day.isBefore(to)) {
                sum += ofOrders(day);
            }
        }
        return sum / DAYS_OF_MONTH;
    }
}
