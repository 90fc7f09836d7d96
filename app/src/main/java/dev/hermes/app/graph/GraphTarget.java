package dev.hermes.app.graph;

import javafx.geometry.Point2D;

/** What the pointer is over. */
public sealed interface GraphTarget {

    record OnNode(String id) implements GraphTarget {}

    /** The card of a collapsed group, or the title of an open one. */
    record OnGroup(String id) implements GraphTarget {}

    record OnEdge(GraphEdge edge) implements GraphTarget {}

    /**
     * Empty space.
     *
     * @param point
     *            in the coordinates of the graph
     */
    record OnNothing(Point2D point) implements GraphTarget {}
}
