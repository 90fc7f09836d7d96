package dev.hermes.roster;

import java.time.LocalDate;

/** Days as numbers, counted from 1970-01-01. */
public final class Days {

    private Days() {}

    public static int of(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    public static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day);
    }

    /** Whether a row that begins on this day has always held. */
    static boolean isAlways(int day) {
        return date(day).getYear() <= 1;
    }
}
