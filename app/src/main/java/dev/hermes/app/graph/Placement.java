package dev.hermes.app.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;

/**
 * Finds places for nodes that have none: right of what they read, else left of what reads them, else below all others,
 * and never over another card. Those that have a place stay where they are. For any thread.
 */
public final class Placement {

    private static final double ACROSS = Card.WIDTH + LayeredLayout.GAP_ACROSS;
    private static final double DOWN = Card.HEIGHT + LayeredLayout.GAP_DOWN;
    /** In such steps a free place is looked for, above and below. */
    private static final double STEP = DOWN / 4;
    private static final int STEPS = 24;
    /** So many cards are in a row below the others, at least. */
    private static final int ROW = 4;

    private final Graph graph;
    private final Map<String, Point2D> points = new HashMap<>();
    private final Set<String> begun = new HashSet<>();

    private Placement(Graph graph, GraphPositions known) {
        this.graph = graph;
        for (GraphNode node : graph.nodes()) {
            Point2D point = known.get(node.id());
            if (point != null) {
                points.put(node.id(), point);
            }
        }
    }

    /** A place for each node: where it is known to be, or beside its neighbours; a layered layout where none is known. */
    public static GraphPositions completed(Graph graph, GraphPositions known) {
        Placement placement = new Placement(graph, known);
        if (placement.points.isEmpty()) {
            return graph.nodes().isEmpty() ? known : known.with(LayeredLayout.of(graph));
        }
        graph.nodes().forEach(node -> placement.settle(node.id()));
        return known.with(GraphPositions.of(placement.points));
    }

    /** Where a new card covers none of a graph, as near to a point as can be: there, or above, below or right of it. */
    public static Point2D free(Graph graph, GraphPositions known, Point2D near) {
        return new Placement(graph, known).free(near.getX(), near.getY());
    }

    /** Where the card of a node that is put between two others is to be. */
    public static Point2D between(Graph graph, GraphPositions known, String from, String to) {
        Placement placement = new Placement(graph, known);
        Point2D start = Objects.requireNonNullElse(placement.points.get(from), Point2D.ZERO);
        Point2D end = Objects.requireNonNullElse(placement.points.get(to), start);
        return placement.free((start.getX() + end.getX()) / 2, (start.getY() + end.getY()) / 2);
    }

    /**
     * Where cards are when a group is opened that was one of them: what its frame would cover goes farther right or
     * down.
     */
    public static GraphPositions opened(Graph graph, GraphPositions known, String group) {
        GraphGroup opening = graph.groups().stream().filter(each -> each.id().equals(group)).findFirst().orElse(null);
        Placement placement = new Placement(graph, known);
        if (opening != null) {
            placement.makeRoom(opening);
        }
        return known.with(GraphPositions.of(placement.points));
    }

    private void makeRoom(GraphGroup group) {
        Collection<Point2D> members = known(group.members());
        if (members.isEmpty()) {
            return;
        }
        double left = members.stream().mapToDouble(Point2D::getX).min().orElse(0);
        double top = members.stream().mapToDouble(Point2D::getY).min().orElse(0);
        double right = members.stream().mapToDouble(Point2D::getX).max().orElse(0);
        double bottom = members.stream().mapToDouble(Point2D::getY).max().orElse(0);
        boolean covers = points.entrySet().stream().anyMatch(other -> !group.members().contains(other.getKey())
                && other.getValue().getX() > left - ACROSS && other.getValue().getX() < right + ACROSS
                && other.getValue().getY() > top - DOWN && other.getValue().getY() < bottom + DOWN);
        if (covers) {
            points.replaceAll((id, point) -> {
                if (group.members().contains(id)) {
                    return point;
                }
                return point.getX() > left + Card.WIDTH / 2
                        ? point.add(right - left, 0)
                        : point.getY() > top + Card.HEIGHT / 2 ? point.add(0, bottom - top) : point;
            });
        }
    }

    /** What it reads comes first. */
    private void settle(String id) {
        if (points.containsKey(id) || !begun.add(id)) {
            return;
        }
        List<String> read = graph.incoming(id).stream().map(GraphEdge::from).toList();
        read.forEach(this::settle);
        Collection<Point2D> inputs = known(read);
        Collection<Point2D> readers = known(graph.outgoing(id).stream().map(GraphEdge::to).toList());
        if (!inputs.isEmpty()) {
            points.put(id, free(inputs.stream().mapToDouble(Point2D::getX).max().orElse(0) + ACROSS, middle(inputs)));
        } else if (!readers.isEmpty()) {
            points.put(id, free(readers.stream().mapToDouble(Point2D::getX).min().orElse(0) - ACROSS, middle(readers)));
        } else {
            points.put(id, below());
        }
    }

    private Collection<Point2D> known(Collection<String> ids) {
        List<Point2D> found = new ArrayList<>();
        for (String id : ids) {
            Point2D point = points.get(id);
            if (point != null) {
                found.add(point);
            }
        }
        return found;
    }

    private static double middle(Collection<Point2D> of) {
        return of.stream().mapToDouble(Point2D::getY).average().orElse(0);
    }

    private Point2D free(double x, double y) {
        for (double column = GraphPositions.snap(x);; column += ACROSS) {
            for (int step = 0; step <= STEPS; step++) {
                double lower = GraphPositions.snap(y + step * STEP);
                if (isFree(column, lower)) {
                    return new Point2D(column, lower);
                }
                double upper = GraphPositions.snap(y - step * STEP);
                if (isFree(column, upper)) {
                    return new Point2D(column, upper);
                }
            }
        }
    }

    private boolean isFree(double x, double y) {
        return points.values().stream().noneMatch(point -> Math.abs(point.getX() - x) < Card.WIDTH
                + LayeredLayout.GAP_DOWN && Math.abs(point.getY() - y) < DOWN);
    }

    /** In rows that are as long as the others are broad. */
    private Point2D below() {
        double left = outermost(Point2D::getX, false);
        double top = outermost(Point2D::getY, true) + DOWN;
        long columns = Math.max(ROW, Math.round((outermost(Point2D::getX, true) - left) / ACROSS) + 1);
        // The lowest row may be one that others have begun.
        for (long place = -columns;; place++) {
            double x = GraphPositions.snap(left + Math.floorMod(place, columns) * ACROSS);
            double y = GraphPositions.snap(top + Math.floorDiv(place, columns) * DOWN);
            if (isFree(x, y)) {
                return new Point2D(x, y);
            }
        }
    }

    private double outermost(Function<Point2D, Double> coordinate, boolean last) {
        double sign = last ? 1 : -1;
        @Nullable Double found = points.values().stream().map(point -> coordinate.apply(point) * sign)
                .max(Double::compare).orElse(null);
        return found == null ? 0 : found * sign;
    }
}
