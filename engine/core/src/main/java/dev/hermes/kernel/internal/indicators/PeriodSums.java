package dev.hermes.kernel.internal.indicators;

import dev.hermes.decimal.Decimal;
import dev.hermes.model.Aggregation;
import dev.hermes.model.Failure;
import dev.hermes.model.Period;
import dev.hermes.model.Treatment;
import dev.hermes.roster.Days;
import dev.hermes.roster.Roster;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds up values of periods. That of an assignment stands on the stretch of the last day on which it is held in the
 * period; after the roster's stretches comes one for each person, for what belongs to no single assignment.
 */
final class PeriodSums {

    /** Why a value is not certain to be an assignment's, and the day that it stands on. */
    private record Ambiguity(Failure failure, int day) {}

    private final Roster roster;
    private final StretchAccumulator sums;
    private final Treatment empty;
    private final Map<Integer, Ambiguity> ambiguous = new HashMap<>();
    private final boolean[] counting;

    PeriodSums(Roster roster, String name, Treatment empty) {
        this.roster = roster;
        this.empty = empty;
        sums = new StretchAccumulator(name, Aggregation.SUM, roster.stretchCount() + persons(roster));
        counting = new boolean[roster.stretchCount()];
    }

    private static int persons(Roster roster) {
        return roster.rowCount() - roster.assignmentCount();
    }

    /** For each person the stretch after the roster's. */
    static int[][] furtherOfPerson(Roster roster) {
        int[][] further = new int[persons(roster)][];
        for (int i = 0; i < further.length; i++) {
            further[i] = new int[] {roster.stretchCount() + i};
        }
        return further;
    }

    /** The last day on which a row is held in a period; {@link Roster#NEVER} where it is not. */
    int lastDay(int row, Period period) {
        return roster.lastHeldDay(row, Days.of(period.start()), Days.of(period.end()));
    }

    private int stretch(int row, int day) {
        if (day == Roster.NEVER) {
            return Targets.NOWHERE;
        }
        return roster.isPersonRow(row)
                ? roster.stretchCount() + row - roster.assignmentCount()
                : roster.stretchAt(row, day);
    }

    void add(int row, Period period, Decimal value) {
        int day = lastDay(row, period);
        int stretch = stretch(row, day);
        if (stretch >= 0) {
            sums.add(stretch, value.high(), value.low(), day, "");
        }
    }

    /** Adds that a row has no value where one is expected. */
    void addMissing(int row, Period period) {
        int day = lastDay(row, period);
        int stretch = stretch(row, day);
        if (stretch >= 0) {
            sums.addMissing(stretch, day, "");
        }
    }

    void fail(int row, Period period, @Nullable Failure failure) {
        int day = lastDay(row, period);
        int stretch = stretch(row, day);
        if (stretch >= 0 && failure != null) {
            sums.fail(stretch, day, "", failure);
        }
    }

    /** Says that a value of the person could be an assignment's. */
    void ambiguous(int row, Period period, Failure failure) {
        int day = lastDay(row, period);
        ambiguous.putIfAbsent(stretch(row, day), new Ambiguity(failure, day));
    }

    /** Says that whoever holds an assignment in a period could have a value for it. */
    void count(Period period) {
        for (int row = 0; row < roster.assignmentCount(); row++) {
            int stretch = stretch(row, lastDay(row, period));
            if (stretch >= 0) {
                counting[stretch] = true;
            }
        }
    }

    StretchColumn column() {
        StretchColumn column = sums.finish(empty);
        for (int stretch = 0; stretch < counting.length; stretch++) {
            if (counting[stretch]) {
                column.setCounts(stretch);
            }
        }
        ambiguous.forEach((stretch, ambiguity) -> column.setAmbiguous(stretch, ambiguity.day(), ambiguity.failure()));
        return column;
    }
}
