package dev.hermes.app.robot;

import dev.hermes.app.graph.GraphCanvas;
import dev.hermes.app.settings.SettingsFile;
import dev.hermes.app.window.Offscreen;
import dev.hermes.app.window.Workbench;
import java.nio.file.Path;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/** Somebody at the window. Every step ends when nothing goes on any more; nothing sleeps. Of one thread, not JavaFX's. */
final class Robot implements AutoCloseable {

    private final FxRobot hands = new FxRobot();
    private final Workbench workbench;
    private final Stage stage;
    private final ScreenWatch watch;
    private boolean hurried;
    private boolean hasQuit;

    private Robot(Workbench workbench, Stage stage, ScreenWatch watch) {
        this.workbench = workbench;
        this.stage = stage;
        this.watch = watch;
    }

    /** Starts the program for a user who has these settings; what takes long is reported under the scenario's name. */
    static Robot start(String scenario, Path settings) {
        Offscreen.start();
        return Offscreen.call(() -> {
            Workbench made = new Workbench(new SettingsFile(settings));
            Stage stage = new Stage();
            stage.setScene(made.frame().scene());
            stage.setX(0);
            stage.setY(0);
            stage.show();
            return new Robot(made, stage, new ScreenWatch(scenario, Thread.currentThread()));
        });
    }

    /** Waits until nothing goes on in the background, and all of it is drawn. */
    void calm() {
        if (!hurried) {
            Offscreen.calm(workbench.model().background());
        }
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
        Offscreen.run(() -> {
            workbench.model().open(workspace);
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
        Offscreen.run(() -> {
            button.fire();
        });
        calm();
    }

    /** Presses a button and waits for nothing. */
    void fireInAHurry(String selector) {
        ButtonBase button = (ButtonBase) find(selector);
        Offscreen.run(button::fire);
    }

    /** Closes the window, whatever is going on. */
    void quit() {
        if (!hasQuit) {
            hasQuit = true;
            Offscreen.run(() -> {
                stage.hide();
                workbench.close();
            });
        }
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

    /** Writes into a field, in the place of what is there. */
    void fill(String selector, String text) {
        click(selector);
        press(KeyCode.CONTROL, KeyCode.A);
        type(text);
        press(KeyCode.ENTER);
    }

    /** Writes a formula; what would be completed is not wanted. */
    void write(String selector, String formula) {
        click(selector);
        press(KeyCode.CONTROL, KeyCode.A);
        type(formula);
        press(KeyCode.ESCAPE);
        press(KeyCode.ENTER);
    }

    /** Chooses one of those that a box drops down. */
    void choose(String selector, String text) {
        click(selector);
        hands.clickOn(hands.lookup(".combo-box-popup .list-cell")
                .match(node -> node instanceof ListCell<?> cell && text.equals(cell.getText()) && cell.isVisible())
                .<Node>query());
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
        return Offscreen.call(() -> {
            GraphCanvas graph = graph();
            double zoom = graph.cameraProperty().get().zoom();
            Point2D corner = graph.fromGraph(node).orElseThrow();
            return graph.localToScreen(corner.add(right * zoom, down * zoom));
        });
    }

    @Override
    public void close() {
        watch.close();
        quit();
    }
}
