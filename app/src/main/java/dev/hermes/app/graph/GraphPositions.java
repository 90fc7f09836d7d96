package dev.hermes.app.graph;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;

/** Where cards are: the top left point of each node's card by its id, on a grid of {@value #GRID} pixels. Immutable. */
public final class GraphPositions {

    public static final int GRID = 4;

    private static final GraphPositions EMPTY = new GraphPositions(Map.of());

    private final Map<String, Point2D> points;

    private GraphPositions(Map<String, Point2D> points) {
        this.points = points;
    }

    /** The points, each moved to the nearest of the grid. */
    public static GraphPositions of(Map<String, Point2D> points) {
        Map<String, Point2D> snapped = HashMap.newHashMap(points.size());
        points.forEach((id, point) -> snapped.put(id, new Point2D(snap(point.getX()), snap(point.getY()))));
        return new GraphPositions(snapped);
    }

    public static GraphPositions empty() {
        return EMPTY;
    }

    /** The nearest multiple of the grid. */
    public static double snap(double coordinate) {
        return Math.rint(coordinate / GRID) * GRID;
    }

    /** Null if the node has no place yet. */
    public @Nullable Point2D get(String id) {
        return points.get(id);
    }

    public Set<String> ids() {
        return Set.copyOf(points.keySet());
    }

    /** These, but for those that the others say differently. */
    public GraphPositions with(GraphPositions others) {
        Map<String, Point2D> merged = new HashMap<>(points);
        merged.putAll(others.points);
        return new GraphPositions(merged);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GraphPositions positions && points.equals(positions.points);
    }

    @Override
    public int hashCode() {
        return points.hashCode();
    }

    @Override
    public String toString() {
        return new TreeMap<>(points).toString();
    }
}
