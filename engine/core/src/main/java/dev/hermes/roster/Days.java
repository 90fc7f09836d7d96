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

    /** For messages: " from 2026-01-31 on", and nothing where a row has always held. */
    static String since(int day) {
        LocalDate date = date(day);
        return date.getYear() <= 1 ? "" : " from " + date + " on";
    }
}
