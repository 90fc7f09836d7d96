package dev.hermes.model;

import java.time.LocalDate;
import java.util.List;

/** The pay periods of schemes, and the year that {@code toDate} counts from. */
public record Calendar(String code, String name, Periods periods) implements Document {

    public sealed interface Periods {

        /**
         * Calendar months, quarters or years.
         *
         * @param yearStartMonth
         *            the month that a year starts in, 1 to 12
         */
        record Regular(Length length, int yearStartMonth) implements Periods {}

        /**
         * Periods with given starts, in order; each ends where the next begins.
         *
         * @param end
         *            the day after the last period
         */
        record Given(List<Start> starts, LocalDate end) implements Periods {

            public Given {
                starts = List.copyOf(starts);
            }
        }
    }

    public enum Length {
        MONTHS, QUARTERS, YEARS
    }

    /** The start of a given period, with its code and the year that it belongs to. */
    public record Start(String code, LocalDate start, String year) {}

    @Override
    public DocumentKind kind() {
        return DocumentKind.CALENDAR;
    }
}
