package dev.hermes.local;

import java.time.LocalDate;

/**
 * Some days.
 *
 * @param from
 *            the first
 * @param to
 *            the day after the last
 */
public record DayRange(LocalDate from, LocalDate to) {}
