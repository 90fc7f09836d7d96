package dev.hermes.testkit.reference;

import dev.hermes.model.Period;
import dev.hermes.model.Window;
import dev.hermes.plan.PayCalendar;
import java.util.List;

/** The stretches of time that are read, seen from a period. */
record Windows(PayCalendar calendar, Period period) {

    /** The periods of a window; none before the first period of a year or a calendar. */
    List<Period> periods(Window window) {
        return switch (window) {
            case CURRENT -> List.of(period);
            case PREVIOUS -> calendar.before(period).map(List::of).orElse(List.of());
            case TO_DATE -> calendar.yearToDate(period);
            case BEFORE -> calendar.yearToDate(period).stream()
                    .filter(earlier -> earlier.start().isBefore(period.start())).toList();
        };
    }

    /** The days of a window; none, at the start of the period, where it has no periods. */
    Days days(Window window) {
        List<Period> periods = periods(window);
        return periods.isEmpty()
                ? new Days(period.start(), period.start())
                : new Days(periods.getFirst().start(), periods.getLast().end());
    }

    /** The window of what is read over {@code inner} by something that is read over {@code outer}. */
    static Window within(Window outer, Window inner) {
        return outer == Window.CURRENT ? inner : outer;
    }
}
