package dev.hermes.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * One pay period, {@code [start, end)}.
 *
 * @param code
 *            {@code 2026-01}, {@code 2026-Q1}, {@code 2026} or the given one
 * @param yearStart
 *            the first day of the calendar's year that the period belongs to
 * @param number
 *            1 for the first period of that year
 */
public record Period(String code, LocalDate start, LocalDate end, LocalDate yearStart, int number) {

    /** How many days it has. */
    public int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(start, end));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && day.isBefore(end);
    }
}
