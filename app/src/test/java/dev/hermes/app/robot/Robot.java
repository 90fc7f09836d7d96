package dev.hermes.app.robot;

import dev.hermes.app.graph.GraphCanvas;
import dev.hermes.app.settings.SettingsFile;
import dev.hermes.app.window.Workbench;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/** Somebody at the window. Every step ends when nothing goes on any more; nothing sleeps. Of one thread, not JavaFX's. */
final class Robot implements AutoCloseable {

    private static final int CALM_FRAMES = 3;
    private static final int PATIENCE = 120;

    private final FxRobot hands = new FxRobot();
    private final Workbench workbench;
    private final Stage stage;
    private boolean hurried;

    private Robot(Workbench workbench, Stage stage) {
        this.workbench = workbench;
        this.stage = stage;
    }

    /** Starts the program for a user who has these settings. */
    static Robot start(Path settings) {
        CountDownLatch up = new CountDownLatch(1);
        try {
            Platform.startup(up::countDown);
        } catch (IllegalStateException running) {
            up.countDown();
        }
        await(up, "JavaFX does not start.");
        Platform.setImplicitExit(false);
        return onScreen(() -> {
            Workbench made = new Workbench(new SettingsFile(settings));
            Stage stage = new Stage();
            stage.setScene(made.frame().scene());
            stage.setX(0);
            stage.setY(0);
            stage.show();
            return new Robot(made, stage);
        });
    }

    static <T> T onScreen(Callable<T> work) {
        CompletableFuture<T> made = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                made.complete(work.call());
            } catch (Throwable problem) {
                made.completeExceptionally(problem);
            }
        });
        return made.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    }

    private static void await(CountDownLatch latch, String otherwise) {
        try {
            if (!latch.await(PATIENCE, TimeUnit.SECONDS)) {
                throw new AssertionError(otherwise);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Waits until nothing goes on in the background, and all of it is drawn. */
    void calm() {
        if (hurried) {
            return;
        }
        CountDownLatch calm = new CountDownLatch(1);
        Platform.runLater(() -> new AnimationTimer() {

            private int frames;

            @Override
            public void handle(long now) {
                frames = workbench.model().background().isIdle() ? frames + 1 : 0;
                if (frames > CALM_FRAMES) {
                    stop();
                    calm.countDown();
                }
            }
        }.start());
        await(calm, "Something goes on for ever.");
    }

    /** Takes steps without waiting for what each of them sets going. */
    void hurry(Runnable steps) {
        hurried = true;
        try {
            steps.run();
        } finally {
            hurried = false;
        }
        calm();
    }

    Workbench workbench() {
        return workbench;
    }

    Scene scene() {
        return stage.getScene();
    }

    void open(Path workspace) {
        onScreen(() -> {
            workbench.model().open(workspace);
            return workbench;
        });
        calm();
    }

    void click(String selector) {
        hands.clickOn(selector);
        calm();
    }

    /** Presses a button without going there. */
    void fire(String selector) {
        ButtonBase button = (ButtonBase) find(selector);
        onScreen(() -> {
            button.fire();
            return button;
        });
        calm();
    }

    void clickAt(Point2D point) {
        hands.clickOn(point);
        calm();
    }

    void drag(Point2D from, Point2D to) {
        hands.moveTo(from);
        hands.press(MouseButton.PRIMARY);
        // Far enough, and in steps, to be a drag.
        for (int step = 1; step <= 4; step++) {
            hands.moveTo(from.interpolate(to, step / 4.0));
        }
        hands.release(MouseButton.PRIMARY);
        calm();
    }

    void type(String text) {
        hands.write(text, 0);
    }

    void press(KeyCode... keys) {
        hands.push(keys);
        calm();
    }

    Node find(String selector) {
        return hands.lookup(selector).query();
    }

    GraphCanvas graph() {
        return (GraphCanvas) find("#graph");
    }

    /** A place on a card, on the screen. */
    Point2D onCard(String node, double right, double down) {
        return onScreen(() -> {
            GraphCanvas graph = graph();
            double zoom = graph.cameraProperty().get().zoom();
            Point2D corner = graph.fromGraph(node).orElseThrow();
            return graph.localToScreen(corner.add(right * zoom, down * zoom));
        });
    }

    @Override
    public void close() {
        onScreen(() -> {
            stage.hide();
            workbench.close();
            return workbench;
        });
    }
}
