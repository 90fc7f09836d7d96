package dev.hermes.app.graph;

import java.util.Set;
import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.geometry.Point2D;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** How far cards are from their positions for the moment: while the user drags them, or on the way to new positions. */
final class Drift {

    private static final Duration WAY = Duration.millis(240);

    private final Runnable changed;
    private final Transition transition = new Transition() {

        {
            setCycleDuration(WAY);
            setInterpolator(Interpolator.EASE_BOTH);
            setOnFinished(_ -> arrive());
        }

        @Override
        protected void interpolate(double fraction) {
            advance(fraction);
        }
    };
    private Set<String> held = Set.of();
    private double heldX;
    private double heldY;
    private @Nullable GraphPositions origin;
    private boolean departing;
    private double progress = 1;

    Drift(Runnable changed) {
        this.changed = changed;
    }

    /** Nodes are held away from their positions. */
    void hold(Set<String> nodes, double across, double down) {
        held = nodes;
        heldX = across;
        heldY = down;
        changed.run();
    }

    void release() {
        hold(Set.of(), 0, 0);
    }

    /** The next positions are gone to step by step. */
    void depart() {
        departing = true;
    }

    /** Positions have been replaced. */
    void replace(GraphPositions before) {
        transition.stop();
        origin = departing ? before : null;
        if (departing) {
            departing = false;
            progress = 0;
            transition.playFromStart();
        }
    }

    /** Whether cards are on their way. */
    boolean isUnderWay() {
        return origin != null;
    }

    private void advance(double fraction) {
        progress = fraction;
        changed.run();
    }

    private void arrive() {
        origin = null;
        changed.run();
    }

    /** Where a node is to be seen. */
    @Nullable
    Point2D point(String id, GraphPositions positions) {
        Point2D point = positions.get(id);
        if (point == null) {
            return null;
        }
        if (origin != null) {
            Point2D start = origin.get(id);
            point = start == null ? point : start.interpolate(point, progress);
        }
        return held.contains(id) ? point.add(heldX, heldY) : point;
    }
}
