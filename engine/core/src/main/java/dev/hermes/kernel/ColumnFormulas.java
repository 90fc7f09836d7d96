package dev.hermes.kernel;

import dev.hermes.column.Column;
import dev.hermes.facts.ColumnName;
import dev.hermes.facts.FactBatch;
import dev.hermes.formula.Expression;
import dev.hermes.kernel.internal.evaluation.Evaluator;
import dev.hermes.kernel.internal.evaluation.FactFrame;
import dev.hermes.kernel.internal.evaluation.Frame;
import dev.hermes.kernel.internal.evaluation.Positions;
import dev.hermes.kernel.internal.evaluation.RateBook;
import java.util.List;
import java.util.Map;

/** Formulas over columns alone, outside a run: those of a mapping over the columns of its file. Thread-safe. */
public final class ColumnFormulas {

    private static final RateBook NO_RATES = new RateBook(List.of());

    private ColumnFormulas() {}

    /**
     * The value in each row.
     *
     * @param expression
     *            reads nothing but these columns
     * @param columns
     *            each with one value for each row
     * @param size
     *            how many rows there are
     */
    public static Column evaluate(Expression expression, Map<ColumnName, Column> columns, int size) {
        FactBatch rows = new FactBatch(size, new String[0], new int[0], new int[0], new String[0], columns);
        Frame frame = new FactFrame(rows, NO_RATES, 0, 0);
        return new Evaluator(frame, Map.of(), null).evaluate(expression, Positions.all(size));
    }
}
