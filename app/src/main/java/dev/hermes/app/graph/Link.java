package dev.hermes.app.graph;

import org.jspecify.annotations.Nullable;

/** A line between two cards, in the coordinates of the graph: from the right of one to the left of the other. */
final class Link {

    private static final int STEPS = 24;

    final Card from;
    final Card to;
    /** Null if it stands for the edges of a collapsed group. */
    final @Nullable GraphEdge edge;
    boolean dashed;
    boolean lit;
    /** Whether it is one of the selected cards', which come before others where not all are drawn. */
    boolean chosen;

    Link(Card from, Card to, @Nullable GraphEdge edge, boolean dashed) {
        this.from = from;
        this.to = to;
        this.edge = edge;
        this.dashed = dashed;
    }

    /** How far the handles of the curve between two points stand out. */
    static double reach(double x1, double x2) {
        return Math.clamp((x2 - x1) * 0.4, 60, 140);
    }

    double startX() {
        return from.right();
    }

    double endX() {
        return to.x;
    }

    /** Whether its box meets an area. */
    boolean meets(double left, double top, double right, double bottom) {
        double reach = reach(startX(), endX());
        return Math.min(startX(), endX() - reach) <= right && Math.max(startX() + reach, endX()) >= left
                && Math.min(from.centreY(), to.centreY()) <= bottom
                && Math.max(from.centreY(), to.centreY()) >= top;
    }

    /** How far a point is from the curve. */
    double distance(double x, double y) {
        double reach = reach(startX(), endX());
        double nearest = Double.MAX_VALUE;
        double beforeX = startX();
        double beforeY = from.centreY();
        for (int i = 1; i <= STEPS; i++) {
            double t = (double) i / STEPS;
            double u = 1 - t;
            double px = u * u * u * startX() + 3 * u * u * t * (startX() + reach) + 3 * u * t * t * (endX() - reach)
                    + t * t * t * endX();
            double py = (u * u * u + 3 * u * u * t) * from.centreY() + (3 * u * t * t + t * t * t) * to.centreY();
            nearest = Math.min(nearest, distance(x, y, beforeX, beforeY, px, py));
            beforeX = px;
            beforeY = py;
        }
        return nearest;
    }

    private static double distance(double x, double y, double x1, double y1, double x2, double y2) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double length = dx * dx + dy * dy;
        double t = length == 0 ? 0 : Math.clamp(((x - x1) * dx + (y - y1) * dy) / length, 0.0, 1.0);
        return Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
    }
}
