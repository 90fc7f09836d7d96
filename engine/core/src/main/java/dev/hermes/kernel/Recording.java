package dev.hermes.kernel;

import dev.hermes.column.Column;
import dev.hermes.formula.Expression;
import dev.hermes.model.Failure;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** The values that the nodes of formulas had while one payee was evaluated. Not thread-safe. */
final class Recording implements Recorder {

    private final IdentityHashMap<Expression, String> values = new IdentityHashMap<>();

    @Override
    public void record(Expression node, int[] positions, Column column) {
        if (positions.length > 0) {
            values.put(node, text(column, 0));
        }
    }

    /** The value in canonical text; null where the node was not reached. */
    @Nullable
    String value(Expression node) {
        return values.get(node);
    }

    /** A value of a column as traces show it. */
    static String text(Column column, int index) {
        Failure failure = column.failure(index);
        return failure != null ? "failed: " + failure.text() : column.isMissing(index) ? "missing" : column.text(index);
    }
}
