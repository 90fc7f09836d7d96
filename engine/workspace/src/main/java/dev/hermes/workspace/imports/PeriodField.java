package dev.hermes.workspace.imports;

import dev.hermes.document.Library;
import dev.hermes.model.Calendar;
import dev.hermes.model.Message;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The period that a row belongs to: named by its code in the field {@code period}, or found by a day of it in the field
 * {@code date}. The field {@code calendar} says in which calendar. Of one thread.
 */
final class PeriodField {

    private static final String PERIOD = "period";

    private final FieldReader reader;
    private final boolean byDay;
    private final @Nullable CalendarPeriods periods;

    private PeriodField(FieldReader reader, boolean byDay, @Nullable CalendarPeriods periods) {
        this.reader = reader;
        this.byDay = byDay;
        this.periods = periods;
    }

    /** The period of a row, in the calendar that the mapping names or in any of the library. */
    static PeriodField of(MappedFields fields, Library library) {
        List<Calendar> calendars = calendars(fields, library);
        boolean byDay = fields.has("date") && !fields.has(PERIOD);
        if (byDay && calendars.size() > 1) {
            fields.refuse("fields.date", Message.of(
                    "In which calendar the date lies is not said, and there are several. Maybe add calendar: "
                            + "{value: {0}}.",
                    calendars.getFirst().code()));
        }
        FieldReader reader = byDay ? fields.requiredDate("date") : fields.required(PERIOD);
        return new PeriodField(reader, byDay, calendars.isEmpty() ? null : new CalendarPeriods(calendars));
    }

    private static List<Calendar> calendars(MappedFields fields, Library library) {
        String named = fields.constant("calendar");
        if (named == null) {
            if (library.calendars().isEmpty()) {
                fields.refuse("fields", Message.of(
                        "There is no calendar that the rows' periods could be of. Maybe apply the calendar first."));
            }
            return library.calendars();
        }
        Optional<Calendar> calendar = library.calendar(named);
        if (calendar.isEmpty()) {
            fields.refuse("fields.calendar", Unknown.document(Message.of("calendar"), named,
                    library.calendars().stream().map(Calendar::code).toList()));
        }
        return calendar.stream().toList();
    }

    /** The period of a row, in a calendar that depends on the row. */
    static PeriodField ofEachRow(MappedFields fields) {
        return new PeriodField(fields.required(PERIOD), false, null);
    }

    String read(Row row) {
        CalendarPeriods all = periods;
        if (all == null) {
            throw new IllegalStateException("A mapping without a calendar was not refused.");
        }
        return read(row, all);
    }

    String read(Row row, CalendarPeriods calendar) {
        return reader.required(row, text -> byDay ? calendar.containing(reader.date(text)) : calendar.code(text), "");
    }
}
