package dev.hermes.kernel.internal.evaluation;

import dev.hermes.column.Column;
import dev.hermes.formula.Expression;

/** Takes down every value as it is evaluated. */
@FunctionalInterface
public interface Recorder {

    /** A node has this value at each of the positions. */
    void record(Expression node, int[] positions, Column values);

    /** Within a node's evaluation at a position something was computed that is worth telling, in words. */
    default void step(Expression node, int position, String text) {}
}
