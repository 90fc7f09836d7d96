package dev.hermes.app.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One card.
 *
 * @param tag
 *            a short word in the colour of the kind
 * @param value
 *            as it is to be read, with unit and sign; may be empty
 * @param shape
 *            a small series or distribution of finite numbers, drawn as a line; may be empty
 * @param faded
 *            whether value and shape are about to change
 * @param problem
 *            what is wrong with it; null if nothing is
 */
public record GraphNode(String id, NodeKind kind, String title, String subtitle, String tag, String value,
        List<Double> shape, boolean faded, @Nullable String problem) {

    public GraphNode {
        shape = List.copyOf(shape);
    }

    /** One that says what is so. */
    public GraphNode(String id, NodeKind kind, String title, String subtitle, String tag, String value,
            List<Double> shape, @Nullable String problem) {
        this(id, kind, title, subtitle, tag, value, shape, false, problem);
    }
}
