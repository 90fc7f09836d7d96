package dev.hermes.workspace.imports;

import dev.hermes.model.Calendar;
import dev.hermes.model.Message;
import dev.hermes.model.Period;
import dev.hermes.plan.PayCalendar;
import dev.hermes.spi.BadCellException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The periods of one calendar, or of any of several. Of one thread. */
final class CalendarPeriods {

    private final List<PayCalendar> calendars;
    private final Message called;
    private final Map<String, Boolean> known = new HashMap<>();
    private final Map<LocalDate, Optional<Period>> byDay = new HashMap<>();

    CalendarPeriods(List<Calendar> calendars) {
        this.calendars = calendars.stream().map(PayCalendar::new).toList();
        String codes = calendars.stream().map(Calendar::code).collect(Collectors.joining(", "));
        called = calendars.size() == 1 ? Message.of("the calendar {0}", codes)
                : Message.of("any calendar ({0})", codes);
    }

    /** Lets the code of a period pass. */
    String code(String text) throws BadCellException {
        if (!known.computeIfAbsent(text,
                code -> calendars.stream().anyMatch(calendar -> calendar.find(code).isPresent()))) {
            Message examples = calendars.stream().map(PayCalendar::example).distinct().map(Message::verbatim)
                    .reduce((one, other) -> Message.of("{0} or {1}", one, other)).orElse(Message.EMPTY);
            throw new BadCellException(Message.of("{0} is no period of {1}", Quote.of(text), called),
                    Message.of("Maybe a code such as {0}.", examples));
        }
        return text;
    }

    /** The code of the period that a day belongs to; to be asked of one calendar only. */
    String containing(LocalDate day) throws BadCellException {
        Optional<Period> period = byDay.computeIfAbsent(day, calendars.getFirst()::containing);
        if (period.isEmpty()) {
            throw new BadCellException(Message.of("No period of {0} holds {1}", called, day),
                    Message.of("Maybe leave such rows out with where, or add periods to the calendar."));
        }
        return period.get().code();
    }
}
