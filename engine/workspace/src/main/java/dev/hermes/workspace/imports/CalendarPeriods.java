package dev.hermes.workspace.imports;

import dev.hermes.model.Calendar;
import dev.hermes.model.Period;
import dev.hermes.plan.PayCalendar;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The periods of one calendar, or of any of several. Of one thread. */
final class CalendarPeriods {

    private final List<PayCalendar> calendars;
    private final String called;
    private final Map<String, Boolean> known = new HashMap<>();
    private final Map<LocalDate, Optional<Period>> byDay = new HashMap<>();

    CalendarPeriods(List<Calendar> calendars) {
        this.calendars = calendars.stream().map(PayCalendar::new).toList();
        String codes = calendars.stream().map(Calendar::code).collect(Collectors.joining(", "));
        called = calendars.size() == 1 ? "the calendar " + codes : "any calendar (" + codes + ")";
    }

    /** Lets the code of a period pass. */
    String code(String text) throws CellProblem {
        if (!known.computeIfAbsent(text,
                code -> calendars.stream().anyMatch(calendar -> calendar.find(code).isPresent()))) {
            String examples = calendars.stream().map(PayCalendar::example).distinct()
                    .collect(Collectors.joining(" or "));
            throw new CellProblem(Quote.of(text) + " is no period of " + called + ". Maybe a code such as " + examples
                    + ".");
        }
        return text;
    }

    /** The code of the period that a day belongs to; to be asked of one calendar only. */
    String containing(LocalDate day) throws CellProblem {
        Optional<Period> period = byDay.computeIfAbsent(day, calendars.getFirst()::containing);
        if (period.isEmpty()) {
            throw new CellProblem("No period of " + called + " holds " + day
                    + ". Maybe leave such rows out with where, or add periods to the calendar.");
        }
        return period.get().code();
    }
}
