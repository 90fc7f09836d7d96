package dev.hermes.local;

import dev.hermes.column.NumberColumn;
import dev.hermes.facts.FactGroups.Figures;
import dev.hermes.facts.FactPass.Aggregate;
import dev.hermes.model.Aggregation;
import dev.hermes.model.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where in a pass's result the parts of one figure are.
 *
 * @param passing
 *            the condition under which a row counts; null: always
 * @param column
 *            null for counts of rows
 * @param values
 *            null for counts, distinct or not
 * @param rows
 *            null where the value tells whether there are any
 * @param missing
 *            null where the column has a value in every row
 * @param undecided
 *            null where the filter can always be decided
 * @param days
 *            only for first and last, as {@code keys}
 */
record PassFigure(Aggregate aggregate, @Nullable Condition passing, @Nullable SqlColumn column,
        PassColumn.@Nullable Numbers values, PassColumn.@Nullable Counts rows, PassColumn.@Nullable Counts missing,
        PassColumn.@Nullable Counts undecided, PassColumn.@Nullable Whole days, PassColumn.@Nullable Texts keys) {

    boolean isDistinct() {
        return aggregate.function() == Aggregation.COUNT_DISTINCT;
    }

    /** The figure of every group. */
    Figures read(int size, @Nullable List<List<String>> distinct) {
        long[] without = missing == null ? new long[size] : missing.values();
        long[] passed = rows == null ? found(size, without) : rows.values();
        if (days != null && values != null) {
            for (int i = 0; i < size; i++) {
                without[i] = passed[i] > 0 && values.cells().isAbsent(i) ? 1 : 0;
            }
        }
        NumberColumn numbers = values == null
                ? new NumberColumn(size)
                : values.cells().toColumn(size, i -> passed[i] > without[i],
                        Message.of("{0} of {1}", aggregate.function().word(), String.valueOf(aggregate.column())));
        return new Figures(numbers, passed, without, undecided == null ? new long[size] : undecided.values(),
                days == null ? null : days.values(), keys == null ? null : keys.values(), distinct);
    }

    /** Counts those that were found to have a value as one, beside those without. */
    private long[] found(int size, long[] without) {
        long[] counts = without.clone();
        for (int i = 0; i < size; i++) {
            if (values != null && !values.cells().isAbsent(i)) {
                counts[i]++;
            }
        }
        return counts;
    }
}
