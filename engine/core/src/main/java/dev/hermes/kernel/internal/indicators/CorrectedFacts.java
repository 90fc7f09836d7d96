package dev.hermes.kernel.internal.indicators;

import dev.hermes.decimal.WideSum;
import dev.hermes.kernel.internal.indicators.OwnFacts.CorrectedPeriod;
import dev.hermes.model.Aggregation;
import dev.hermes.model.Correction;
import dev.hermes.model.Failure;
import dev.hermes.model.Message;
import dev.hermes.model.Period;
import dev.hermes.plan.CalcPlan;
import dev.hermes.plan.PlanNode;
import dev.hermes.roster.Days;
import dev.hermes.roster.Roster;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Puts approved values in place of the facts of an assignment's period, on the last day held in it. Within a longer
 * window that is only possible for sums and counts of an assignment's own facts; all else fails then.
 */
final class CorrectedFacts {

    private final Roster roster;
    private final Corrections corrections;
    private final PlanNode.OwnFacts node;
    private final List<Period> periods;
    private final Map<CorrectedPeriod, StretchColumn> ofPeriods;

    /** {@code ofPeriods}: where they are needed, the facts of each period on their own. */
    CorrectedFacts(Roster roster, CalcPlan plan, Corrections corrections, PlanNode.OwnFacts node,
            Map<CorrectedPeriod, StretchColumn> ofPeriods) {
        this.roster = roster;
        this.corrections = corrections;
        this.node = node;
        this.ofPeriods = ofPeriods;
        periods = plan.periods(node.id().window());
    }

    /** Whether the facts of each period have to be known on their own. */
    static boolean needsPeriods(CalcPlan plan, Corrections corrections, PlanNode.OwnFacts node) {
        List<Period> periods = plan.periods(node.id().window());
        return periods.size() > 1 && isSum(node)
                && periods.stream().anyMatch(period -> !of(corrections, node, period).isEmpty());
    }

    private static boolean isSum(PlanNode.OwnFacts node) {
        Aggregation aggregate = node.source().aggregate();
        return (aggregate == Aggregation.SUM || aggregate == Aggregation.COUNT)
                && !node.source().dataset().isCreditedToOrganisations();
    }

    private static Map<Integer, Correction> of(Corrections corrections, PlanNode.OwnFacts node, Period period) {
        return node.indicator().document().scope().isOwn()
                ? corrections.of(node.id().code(), node.id().series(), period)
                : Map.of();
    }

    /**
     * Corrects a column.
     *
     * @param ofPerson
     *            for each person the stretches after the roster's
     */
    void correct(StretchColumn column, int[][] ofPerson) {
        Set<Integer> summed = new TreeSet<>();
        for (Period period : periods) {
            of(corrections, node, period).forEach((row, correction) -> {
                int day = lastDay(row, period);
                int stretch = roster.stretchAt(row, day);
                if (periods.size() == 1) {
                    clear(row, column);
                    set(column, stretch, day, correction);
                } else if (isSum(node)) {
                    summed.add(row);
                } else {
                    column.setFailure(stretch, OwnRows.correctedWithin(column.name(), period), day, "");
                }
                if (node.source().dataset().isCreditedToOrganisations()) {
                    readByPerson(row, period, stretch, ofPerson);
                }
            });
        }
        summed.forEach(row -> sum(row, column));
    }

    /** A person who holds no other assignment in the period reads what has become of it. */
    private void readByPerson(int row, Period period, int stretch, int[][] ofPerson) {
        int person = roster.personRowOf(row);
        if (roster.assignmentsHeld(person, Days.of(period.start()), Days.of(period.end())).length == 1) {
            int index = person - roster.assignmentCount();
            ofPerson[index] = periods.size() == 1
                    ? new int[] {stretch}
                    : IntStream.concat(Arrays.stream(ofPerson[index]), IntStream.of(stretch)).toArray();
        }
    }

    private int lastDay(int row, Period period) {
        return roster.lastHeldDay(row, Days.of(period.start()), Days.of(period.end()));
    }

    private void clear(int row, StretchColumn column) {
        for (int s = roster.firstStretch(row); s < roster.firstStretch(row + 1); s++) {
            column.clear(s);
        }
    }

    private static void set(StretchColumn column, int stretch, int day, Correction correction) {
        column.setValue(stretch, correction.value().high(), correction.value().low(), 1);
        column.setChosen(stretch, day, "");
    }

    /** Adds up the periods of a row again, corrected values in the place of facts. */
    private void sum(int row, StretchColumn column) {
        clear(row, column);
        int first = roster.firstStretch(row);
        WideSum[] sums = new WideSum[roster.firstStretch(row + 1) - first];
        for (Period period : periods) {
            Correction correction = of(corrections, node, period).get(row);
            if (correction == null) {
                StretchColumn ofPeriod = Objects.requireNonNull(ofPeriods.get(new CorrectedPeriod(node, period)));
                for (int k = 0; k < sums.length; k++) {
                    add(column, ofPeriod, first + k, sums, k);
                }
            } else {
                int k = roster.stretchAt(row, lastDay(row, period)) - first;
                sum(sums, k).add(correction.value().high(), correction.value().low());
            }
        }
        for (int k = 0; k < sums.length; k++) {
            WideSum sum = sums[k];
            if (sum != null && !column.isMissing(first + k) && column.values().isPresent(first + k)) {
                set(column, first + k, sum);
            }
        }
    }

    private static WideSum sum(WideSum[] sums, int k) {
        WideSum sum = sums[k] == null ? new WideSum() : sums[k];
        sums[k] = sum;
        return sum;
    }

    private static void add(StretchColumn column, StretchColumn ofPeriod, int stretch, WideSum[] sums, int k) {
        Failure failure = ofPeriod.values().failure(stretch);
        if (failure != null) {
            column.setFailure(stretch, failure, ofPeriod.day(stretch), ofPeriod.key(stretch));
        } else if (ofPeriod.isMissing(stretch) && column.values().isPresent(stretch)) {
            column.setMissing(stretch);
        } else if (ofPeriod.hasValue(stretch)) {
            sum(sums, k).add(ofPeriod.values().high(stretch), ofPeriod.values().low(stretch));
        }
    }

    private static void set(StretchColumn column, int stretch, WideSum sum) {
        if (sum.fits()) {
            column.setValue(stretch, sum.high(), sum.low(), 1);
        } else {
            column.setFailure(stretch, Failure.overflow(Message.of("The sum")), Integer.MAX_VALUE, "");
        }
    }
}
