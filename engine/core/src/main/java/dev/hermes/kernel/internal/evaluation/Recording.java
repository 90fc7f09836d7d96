package dev.hermes.kernel.internal.evaluation;

import dev.hermes.column.Column;
import dev.hermes.formula.Expression;
import dev.hermes.model.Failure;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values that the nodes of formulas had while one payee was evaluated. Not thread-safe. */
public final class Recording implements Recorder {

    private final IdentityHashMap<Expression, Column> values = new IdentityHashMap<>();

    private final IdentityHashMap<Expression, List<String>> steps = new IdentityHashMap<>();

    @Override
    public void record(Expression node, int[] positions, Column column) {
        if (positions.length > 0) {
            values.put(node, column.gather(new int[] {0}));
        }
    }

    @Override
    public void step(Expression node, int position, String text) {
        steps.computeIfAbsent(node, _ -> new ArrayList<>()).add(text);
    }

    /** What was told of a node's evaluation, in order. */
    public List<String> steps(Expression node) {
        return steps.getOrDefault(node, List.of());
    }

    /** The value in canonical text; null where the node was not reached. */
    @Nullable
    public String value(Expression node) {
        Column column = values.get(node);
        return column == null ? null : text(column, 0);
    }

    /** The value itself, the only one of a column; null where the node was not reached. */
    @Nullable
    public Column column(Expression node) {
        return values.get(node);
    }

    /** A value of a column as traces show it. */
    public static String text(Column column, int index) {
        Failure failure = column.failure(index);
        return failure != null ? "failed: " + failure.text() : column.isMissing(index) ? "missing" : column.text(index);
    }
}
