package dev.hermes.facts;

import dev.hermes.formula.Expression;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a dataset, as they are.
 *
 * @param placements
 *            as in {@link FactPass}
 * @param columns
 *            the columns that are handed over
 * @param subjects
 *            only rows credited to one of these; null: to anybody or nobody
 * @param candidates
 *            only rows for which this is true or cannot be decided; a condition that {@link PushDown} accepts; null: all
 */
public record FactScan(FactView view, List<FactPass.Placement> placements, Set<ColumnName> columns,
        @Nullable Set<String> subjects, @Nullable Expression candidates) {

    public FactScan {
        placements = List.copyOf(placements);
        columns = Set.copyOf(columns);
    }
}
