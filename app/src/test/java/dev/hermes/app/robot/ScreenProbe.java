package dev.hermes.app.robot;

import dev.hermes.app.demo.Demo;
import dev.hermes.app.demo.DemoOptions;
import dev.hermes.app.frame.Place;
import dev.hermes.app.window.Offscreen;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures how long screens take to open on the usual demo: from the wish to the beginning of the frame after the one that
 * has them. Not run by the build, and asserts nothing about the clock.
 */
class ScreenProbe {

    private static final int ROUNDS = 20;

    @TempDir
    Path folder;

    @Test
    void measure() {
        Path demo = folder.resolve("demo");
        Demo.create(demo, DemoOptions.DEFAULT, (_, _, _) -> {
        });
        Map<Place, List<Double>> took = new EnumMap<>(Place.class);
        try (Robot robot = Robot.start("probe of screens", folder.resolve("settings.json"))) {
            robot.open(demo);
            look();
            for (int round = 0; round < ROUNDS; round++) {
                for (Place place : List.of(Place.DATA, Place.ORGANISATION, Place.INDICATORS)) {
                    took.computeIfAbsent(place, _ -> new ArrayList<>()).add(open(robot, place));
                    robot.calm();
                }
            }
        }
        took.forEach((place, all) -> {
            List<Double> later = all.stream().skip(1).sorted(Comparator.naturalOrder()).toList();
            System.out.println(String.format(Locale.ROOT, "%s: first %.0f ms, then %.0f ms, at most %.0f ms", place,
                    all.getFirst(), later.get(later.size() / 2), later.getLast()));
        });
    }

    /** What somebody does who has opened a workspace. */
    private static void look() {
        AtomicInteger frames = new AtomicInteger();
        Offscreen.until(() -> frames.incrementAndGet() > 120);
    }

    /** Milliseconds. */
    private static double open(Robot robot, Place place) {
        CompletableFuture<Long> drawn = new CompletableFuture<>();
        long wished = System.nanoTime();
        Platform.runLater(() -> {
            robot.workbench().model().place().set(place);
            new AnimationTimer() {

                private boolean isLaidOut;

                @Override
                public void handle(long now) {
                    if (isLaidOut) {
                        stop();
                        drawn.complete(System.nanoTime());
                    }
                    isLaidOut = true;
                }
            }.start();
        });
        return (drawn.join() - wished) / 1e6;
    }
}
