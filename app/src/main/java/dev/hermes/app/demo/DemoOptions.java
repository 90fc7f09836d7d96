package dev.hermes.app.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How large a demo is.
 *
 * @param people
 *            everybody who is in the company at any time, heads included
 * @param facts
 *            orders, refunds, visits and complaints in all
 * @param months
 *            calendar months from January 2026
 * @param seed
 *            decides all that is drawn: the same seed gives the same people and facts
 */
public record DemoOptions(int people, long facts, int months, long seed) {

    public static final DemoOptions DEFAULT = new DemoOptions(2_000, 400_000, 6, 2026);

    private static final YearMonth FIRST_MONTH = YearMonth.of(2026, 1);

    /**
     * Checks the size.
     *
     * @throws IllegalArgumentException
     *             where a number is out of range
     */
    public DemoOptions {
        check("people", people, 50, 200_000);
        check("facts", facts, 1_000, 1_000_000_000);
        check("months", months, 1, 60);
    }

    private static void check(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(String.format(Locale.ROOT,
                    "The %s of a demo (%,d) must be from %,d to %,d.\nMaybe leave the option out: it has a usual value.",
                    name, value, least, most));
        }
    }

    /** The first day. */
    LocalDate start() {
        return FIRST_MONTH.atDay(1);
    }

    /** The day after the last. */
    LocalDate end() {
        return start().plusMonths(months);
    }

    /** The months, in order. */
    List<YearMonth> calendar() {
        return IntStream.range(0, months).mapToObj(FIRST_MONTH::plusMonths).toList();
    }

    /** How many days there are. */
    int days() {
        return Math.toIntExact(end().toEpochDay() - start().toEpochDay());
    }
}
