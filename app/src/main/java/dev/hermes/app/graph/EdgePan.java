package dev.hermes.app.graph;

import dev.hermes.app.graph.Gesture.Pointer;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.geometry.Rectangle2D;

/** Pans while something is dragged near the canvas's edge: the faster, the nearer the pointer is to it. */
final class EdgePan {

    /** From here on, in pixels from the edge. */
    static final double ZONE = 44;
    /** At the edge and beyond, in pixels a second. */
    static final double FASTEST = 1100;
    /** How much blank space is gone to around the graph, in pixels. */
    static final double BLANK = 64;
    /** In seconds: after a pause the canvas does not leap. */
    private static final double LONGEST = 0.05;

    private final Board board;
    private final Consumer<Pointer> drag;
    private final AnimationTimer timer = new AnimationTimer() {

        @Override
        public void handle(long now) {
            double seconds = last == 0 ? 0 : Math.min((now - last) / 1e9, LONGEST);
            last = now;
            advance(seconds);
        }
    };
    private Pointer pointer = new Pointer(0, 0, false);
    private double across;
    private double down;
    /** When the frame before was, in nanoseconds; 0 before the first. */
    private long last;

    /** @param drag told where the pointer is, after the graph has moved below it */
    EdgePan(Board board, Consumer<Pointer> drag) {
        this.board = board;
        this.drag = drag;
    }

    /** The pointer has been dragged. */
    void follow(Pointer start, Pointer now) {
        pointer = now;
        across = speed(start.x(), now.x(), board.width());
        down = speed(start.y(), now.y(), board.height());
        if (!isUnderWay()) {
            stop();
        } else {
            timer.start();
        }
    }

    boolean isUnderWay() {
        return across != 0 || down != 0;
    }

    void stop() {
        timer.stop();
        across = 0;
        down = 0;
        last = 0;
    }

    /** Pans as far as is due after a time. */
    void advance(double seconds) {
        Rectangle2D all = Sheet.bounds(board.sheet().cards);
        if (all == null || !isUnderWay()) {
            return;
        }
        Camera camera = board.camera();
        Rectangle2D seen = camera.area(board.width(), board.height());
        double right = bounded(across * seconds, (seen.getMinX() - all.getMinX()) * camera.zoom(),
                (all.getMaxX() - seen.getMaxX()) * camera.zoom());
        double below = bounded(down * seconds, (seen.getMinY() - all.getMinY()) * camera.zoom(),
                (all.getMaxY() - seen.getMaxY()) * camera.zoom());
        if (right != 0 || below != 0) {
            board.look(camera.panned(-right, -below));
            drag.accept(pointer);
        }
    }

    /** A way that ends a little behind the graph, of which there is so much more before and after what is seen. */
    private static double bounded(double way, double before, double after) {
        return Math.clamp(way, -Math.max(0, before + BLANK), Math.max(0, after + BLANK));
    }

    /**
     * How fast the canvas pans, in pixels a second; negative to the left and up. Only towards an edge that the pointer
     * has come nearer to: what begins beside one is not meant to pan.
     */
    static double speed(double start, double now, double length) {
        double zone = Math.min(ZONE, length / 4);
        if (now < zone && now < start) {
            return -speed(now / zone);
        }
        return now > length - zone && now > start ? speed((length - now) / zone) : 0;
    }

    /** @param distance 0 at the edge, 1 where the zone begins */
    private static double speed(double distance) {
        double nearness = Math.clamp(1 - distance, 0.0, 1.0);
        return FASTEST * nearness * nearness;
    }
}
