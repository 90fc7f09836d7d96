package dev.hermes.app.graph;

import java.util.function.Consumer;
import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.util.Duration;

/** The way of the camera to where something else is seen. */
final class Flight {

    private static final Duration WAY = Duration.millis(220);

    private final Consumer<Camera> look;
    private Camera origin = Camera.START;
    private Camera target = Camera.START;
    private final Transition transition = new Transition() {

        {
            setCycleDuration(WAY);
            setInterpolator(Interpolator.EASE_BOTH);
        }

        @Override
        protected void interpolate(double fraction) {
            look.accept(fraction == 1 ? target : origin.towards(target, fraction));
        }
    };

    /** @param look told where the camera is on its way */
    Flight(Consumer<Camera> look) {
        this.look = look;
    }

    void begin(Camera from, Camera to) {
        transition.stop();
        origin = from;
        target = to;
        transition.playFromStart();
    }

    void stop() {
        transition.stop();
    }
}
