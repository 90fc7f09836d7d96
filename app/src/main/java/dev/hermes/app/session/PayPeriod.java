package dev.hermes.app.session;

import dev.hermes.model.Period;

/**
 * A period of a calendar.
 *
 * @param calendar
 *            the calendar's code
 * @param isClosed
 *            whether its results are final
 */
public record PayPeriod(String calendar, Period period, boolean isClosed) {}
