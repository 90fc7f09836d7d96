package dev.hermes.app.graph;

import java.util.List;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * What the user asks for on the canvas. The canvas changes neither graph nor positions by itself: whoever listens makes
 * the change and gives the canvas a new graph or new positions. Called on the JavaFX thread.
 */
public interface GraphActions {

    /** Cards were moved or aligned: where those that changed are to be. */
    default void move(GraphPositions changed) {}

    /** An edge was drawn between two nodes; it closes no cycle and was not there before. May have a {@link #refusal}. */
    default void connect(String from, String to) {}

    /** Why an edge between two nodes would not be made if it were drawn, in the user's language; null if it would. */
    default @Nullable String refusal(String from, String to) {
        return null;
    }

    /**
     * An edge was drawn from a node to empty space.
     *
     * @param point
     *            where the upper left corner of a card would be that it leads to
     */
    default void connectToNothing(String from, Point2D point) {}

    /** An edge was drawn that would have closed a cycle: the way there is already, from its target to its source. */
    default void refusedCycle(List<String> path) {}

    /**
     * A node was dropped on an edge.
     *
     * @param moved
     *            where it is then; {@link #move} tells nothing of it
     */
    default void insert(String node, GraphEdge edge, GraphPositions moved) {}

    /** The selected nodes are to go, with the members of collapsed groups among them. */
    default void delete(Set<String> nodes) {}

    /** A node was double-clicked, or Enter was pressed. */
    default void open(String node) {}

    /** What is to be known of a node, or of a collapsed group, beside its card; null if nothing is. */
    default @Nullable Node details(String id) {
        return null;
    }

    /** Nodes are to become a group. */
    default void group(Set<String> nodes) {}

    /** A group is to have another title, which is asked for in its place. */
    default void rename(String group) {}

    /** A group is to be one card, or to be open again. */
    default void collapse(String group, boolean collapsed) {}

    /**
     * A context menu is asked for.
     *
     * @param screenX
     *            where to show it
     */
    default void contextMenu(GraphTarget target, double screenX, double screenY) {}
}
