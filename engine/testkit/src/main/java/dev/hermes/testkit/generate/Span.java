package dev.hermes.testkit.generate;

import dev.hermes.model.Calendar;
import dev.hermes.model.Period;
import dev.hermes.plan.PayCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The time of a world: a calendar, the period that is calculated, and the days that anything happens on.
 *
 * @param from
 *            some days before the first day that any window shows
 * @param to
 *            some days after the period
 */
record Span(Calendar calendar, Period period, LocalDate from, LocalDate to) {

    static Span of(Dice dice) {
        Calendar calendar = new Calendar("pay", "pay", dice.chance(75)
                ? given(dice)
                : new Calendar.Periods.Regular(dice.chance(85)
                        ? Calendar.Length.MONTHS
                        : Calendar.Length.QUARTERS, dice.one(1, 1, 4)));
        PayCalendar pay = new PayCalendar(calendar);
        List<Period> candidates = new ArrayList<>();
        LocalDate day = LocalDate.of(2026, 1, 1);
        for (int i = 0; i < 4 && pay.containing(day).isPresent(); i++) {
            candidates.add(pay.containing(day).orElseThrow());
            day = candidates.getLast().end();
        }
        Period period = dice.pick(candidates.subList(0, Math.min(3, candidates.size())));
        LocalDate first = pay.before(period).map(Period::start).orElse(period.start());
        LocalDate from = first.isBefore(period.yearStart()) ? first : period.yearStart();
        return new Span(calendar, period, from.minusDays(3), period.end().plusDays(3));
    }

    private static Calendar.Periods given(Dice dice) {
        List<Calendar.Start> starts = new ArrayList<>();
        LocalDate start = LocalDate.of(2026, 1, 1).minusDays(dice.between(0, 8));
        int count = dice.between(3, 5);
        int newYear = dice.between(1, 6);
        for (int i = 0; i < count; i++) {
            starts.add(new Calendar.Start("P" + (i + 1), start, i < newYear ? "first" : "second"));
            start = start.plusDays(dice.between(5, 12));
        }
        return new Calendar.Periods.Given(starts, start);
    }

    /** The periods whose values are read, and one that is not. */
    List<String> periodCodes() {
        PayCalendar pay = new PayCalendar(calendar);
        List<String> codes = new ArrayList<>();
        pay.yearToDate(period).forEach(earlier -> codes.add(earlier.code()));
        pay.before(period).map(Period::code).filter(code -> !codes.contains(code)).ifPresent(codes::add);
        return codes;
    }

    LocalDate day(Dice dice) {
        return dice.chance(60) ? dice.day(period.start(), period.end()) : dice.day(from, to);
    }
}
