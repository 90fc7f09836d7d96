package dev.hermes.facts;

import dev.hermes.formula.Expression;
import dev.hermes.model.Aggregation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a dataset for all base indicators that need it. Rows are grouped by subject; those of the subjects that
 * {@code placements} names also by the placement that the row's day falls into.
 */
public record FactPass(FactView view, List<Placement> placements, List<Aggregate> aggregates) {

    public FactPass {
        placements = List.copyOf(placements);
        aggregates = List.copyOf(aggregates);
    }

    /**
     * Where a subject's rows of the days {@code [from, to)} belong; stretches of one subject do not overlap.
     *
     * @param target
     *            a number that groups carry back, not negative
     */
    public record Placement(String subject, LocalDate from, LocalDate to, int target) {}

    /**
     * One figure of each group.
     *
     * @param column
     *            the stored column; null for {@link Aggregation#COUNT}
     * @param filter
     *            only rows for which this is true; a typed condition that {@link PushDown} accepts; null: all rows
     * @param from
     *            only rows of this day or later
     * @param to
     *            only rows before this day
     */
    public record Aggregate(Aggregation function, @Nullable ColumnName column, @Nullable Expression filter,
            LocalDate from, LocalDate to) {}
}
