package dev.hermes.kernel.internal.indicators;

import dev.hermes.column.NumberColumn;
import dev.hermes.column.TextColumn;
import dev.hermes.decimal.Decimal;
import dev.hermes.decimal.DecimalException;
import dev.hermes.decimal.WideSum;
import dev.hermes.formula.Expression.RelativeFunction;
import dev.hermes.formula.Expression;
import dev.hermes.kernel.Labels;
import dev.hermes.model.Failure;
import dev.hermes.model.Message;
import dev.hermes.roster.Roster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Figures that compare a payee with others. {@code rank}: 1 for the greatest value, equal values share a rank and the
 * next ones are skipped. {@code percentile}: the part of all values that are at most this one, above 0 and up to 1 (the
 * cumulative distribution of SQL's {@code cume_dist}). {@code share}: value ÷ sum of all. Who has no value takes no part;
 * where one value of a group failed, so does the figure of everybody in it.
 */
final class Relatives {

    private final Roster roster;

    Relatives(Roster roster) {
        this.roster = roster;
    }

    /** The figure of each of the rows that {@code members} names; missing for all others. */
    NumberColumn compute(Expression.Relative figure, int[] members, NumberColumn values, @Nullable TextColumn groups) {
        NumberColumn result = new NumberColumn(roster.rowCount());
        for (int row = 0; row < roster.rowCount(); row++) {
            result.setMissing(row);
        }
        Map<String, List<Integer>> byGroup = new TreeMap<>();
        for (int i = 0; i < members.length; i++) {
            if (groups != null && groups.isFailed(i)) {
                result.copyState(members[i], groups, i);
            } else if (groups == null || groups.isPresent(i)) {
                byGroup.computeIfAbsent(groups == null ? "" : groups.get(i), _ -> new ArrayList<>()).add(i);
            }
        }
        for (List<Integer> group : byGroup.values()) {
            compute(figure, group, members, values, result);
        }
        return result;
    }

    private void compute(Expression.Relative figure, List<Integer> group, int[] members, NumberColumn values,
            NumberColumn result) {
        Failure failure = null;
        List<Integer> present = new ArrayList<>();
        for (int i : group) {
            Failure reason = values.failure(i);
            if (reason != null && failure == null) {
                failure = reason.within(roster.text(members[i])).within(Labels.of(figure));
            }
            if (values.isPresent(i)) {
                present.add(i);
            }
        }
        if (failure != null) {
            for (int i : group) {
                result.setFailure(members[i], failure);
            }
        } else if (figure.function() == RelativeFunction.SHARE) {
            share(figure, present, members, values, result);
        } else {
            order(figure.function(), present, members, values, result);
        }
    }

    private static void share(Expression.Relative figure, List<Integer> present, int[] members, NumberColumn values,
            NumberColumn result) {
        WideSum sum = new WideSum();
        present.forEach(i -> sum.add(values.high(i), values.low(i)));
        for (int i : present) {
            result.setPresent(members[i]);
            if (!sum.fits()) {
                result.setFailure(members[i], Failure.overflow(Message.of("The sum of {0}", Labels.of(figure))));
            } else if (sum.toDecimal().isZero()) {
                result.setFailure(members[i], Failure.divisionByZero(values.text(i), "0"));
            } else {
                share(values.get(i), sum.toDecimal(), members[i], result);
            }
        }
    }

    private static void share(Decimal value, Decimal sum, int row, NumberColumn result) {
        try {
            result.set(row, value.dividedBy(sum));
        } catch (DecimalException doesNotFit) {
            result.setFailure(row, Failure.overflow(value + " / " + sum));
        }
    }

    private static void order(RelativeFunction function, List<Integer> present, int[] members, NumberColumn values,
            NumberColumn result) {
        List<Integer> descending = new ArrayList<>(present);
        descending.sort((a, b) -> values.get(b).compareTo(values.get(a)));
        int size = descending.size();
        for (int from = 0; from < size;) {
            int to = from + 1;
            while (to < size && values.get(descending.get(to)).equals(values.get(descending.get(from)))) {
                to++;
            }
            Decimal value = function == RelativeFunction.RANK
                    ? Decimal.of(from + 1L)
                    : Decimal.of(size - (long) from).dividedBy(Decimal.of(size));
            for (int i = from; i < to; i++) {
                result.setPresent(members[descending.get(i)]);
                result.set(members[descending.get(i)], value);
            }
            from = to;
        }
    }
}
