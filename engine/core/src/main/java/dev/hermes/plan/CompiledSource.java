package dev.hermes.plan;

import dev.hermes.decimal.Decimal;
import dev.hermes.facts.ColumnName;
import dev.hermes.model.Aggregation;
import dev.hermes.model.DatedValue;
import dev.hermes.model.Treatment;
import org.jspecify.annotations.Nullable;

/** A checked source of a series. */
public sealed interface CompiledSource {

    /** Whether each payee has a value of its own even where the indicator's other series are rolled up. */
    default boolean isPayeesOwn() {
        return this instanceof Upload upload && !upload.rolledUp() || this instanceof Dated dated && !dated.rolledUp();
    }

    record None() implements CompiledSource {}

    /**
     * Aggregated facts.
     *
     * @param column
     *            the stored column; null where the measure is computed or rows are counted
     * @param measure
     *            the computed measure; null otherwise
     */
    record Facts(CompiledDataset dataset, Aggregation aggregate, @Nullable ColumnName column,
            @Nullable CompiledFormula measure, @Nullable CompiledFormula where, ColumnName date,
            Treatment empty) implements CompiledSource {}

    record Query(String sql, Treatment empty) implements CompiledSource {}

    record Upload(boolean rolledUp) implements CompiledSource {}

    record Dated(DatedValue value, boolean rolledUp) implements CompiledSource {}

    record Composite(CompiledFormula formula, boolean eachDay, boolean rollUpValues) implements CompiledSource {}

    record Score(Decimal lowest, Decimal highest, @Nullable Decimal otherwise) implements CompiledSource {}
}
