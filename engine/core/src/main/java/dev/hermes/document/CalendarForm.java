package dev.hermes.document;

import dev.hermes.document.Value.Placed;
import dev.hermes.document.internal.Quotation;
import dev.hermes.model.Calendar;
import dev.hermes.model.Calendar.Length;
import dev.hermes.model.Calendar.Periods;
import dev.hermes.model.Calendar.Start;
import dev.hermes.model.Message;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of a calendar. */
final class CalendarForm {

    private static final Words<Length> LENGTHS = Words.of(Length.class);
    private static final int JANUARY = 1;
    private static final int DECEMBER = 12;
    private static final Periods STAND_IN = new Periods.Regular(Length.MONTHS, JANUARY);
    /** A code that can be a part of a file name and of a column heading. */
    private static final Pattern PERIOD_CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");

    private CalendarForm() {}

    static Calendar read(String code, String name, Fields fields) {
        Value value = fields.require("periods");
        Periods periods = value == null
                ? null
                : value.isScalar() ? regular(value, fields) : given(value, fields);
        return new Calendar(code, name, periods == null ? STAND_IN : periods);
    }

    static void write(Calendar calendar, Output output) {
        switch (calendar.periods()) {
            case Periods.Regular regular -> output.word("periods", regular.length(), LENGTHS).integer("yearStart",
                    regular.yearStartMonth(), JANUARY);
            case Periods.Given given -> output.put("periods", new Output().list("starts", given.starts(),
                    start -> new Output().text("code", start.code()).date("start", start.start())
                            .text("year", start.year(), "").fields())
                    .date("end", given.end()).fields());
        }
    }

    private static @Nullable Periods regular(Value value, Fields fields) {
        int yearStart = fields.integer("yearStart", JANUARY, DECEMBER, JANUARY);
        Length length = Readings.word(value, LENGTHS);
        return length == null ? null : new Periods.Regular(length, yearStart);
    }

    private static @Nullable Periods given(Value value, Fields fields) {
        fields.notHere(Message.of("Periods with given starts name their year themselves."), "yearStart");
        return value.fields(CalendarForm::given);
    }

    private static Periods given(Fields fields) {
        List<Placed<Start>> starts = fields.some("starts", value -> value.fields(CalendarForm::start));
        LocalDate end = fields.required("end", Readings::date, LocalDate.MAX);
        Repeats.refuse(starts, Message.of("period"), Start::code);
        checkOrder(starts);
        checkYears(starts);
        if (!starts.isEmpty() && !end.isAfter(starts.getLast().read().start())) {
            fields.error("end", Message.of("The end {0} must be after the last start {1}. Maybe it is to be the day "
                    + "after the last period.", end, starts.getLast().read().start()));
        }
        return new Periods.Given(starts.stream().map(Placed::read).toList(), end);
    }

    private static Start start(Fields fields) {
        String code = fields.required("code", value -> Readings.checked(value, CalendarForm::problemOfPeriodCode), "");
        return new Start(code, fields.date("start"), fields.optional("year", Readings::text, ""));
    }

    private static @Nullable Message problemOfPeriodCode(String code) {
        return PERIOD_CODE.matcher(code).matches()
                ? null
                : Message.of("The code {0} must be letters, digits and -, 64 at most, and not start with -. Maybe "
                        + "P01.", Quotation.of(code));
    }

    private static void checkOrder(List<Placed<Start>> starts) {
        for (int index = 1; index < starts.size(); index++) {
            Start before = starts.get(index - 1).read();
            Placed<Start> next = starts.get(index);
            if (!next.read().start().isAfter(before.start())) {
                next.value().error(Message.of("The start {0} must be after {1}, the start of the period before it. "
                        + "Maybe the periods are out of order.", next.read().start(), before.start()));
            }
        }
    }

    /** Either no period names its year, and all are of one; or all do, and the periods of a year stand together. */
    private static void checkYears(List<Placed<Start>> starts) {
        Map<String, Integer> lastIndexes = new HashMap<>();
        for (int index = 0; index < starts.size(); index++) {
            Placed<Start> start = starts.get(index);
            String year = start.read().year();
            if (year.isEmpty() != starts.getFirst().read().year().isEmpty()) {
                start.value().error(
                        Message.of("Either all periods name their year or none does. Maybe complete the others."));
                return;
            }
            Integer last = lastIndexes.put(year, index);
            if (last != null && last != index - 1) {
                start.value().error(Message.of("The year {0} has ended before. Maybe the periods of one year are to "
                        + "stand together.", Quotation.of(year)));
            }
        }
    }
}
