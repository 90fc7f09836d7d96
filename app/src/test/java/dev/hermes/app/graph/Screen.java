package dev.hermes.app.graph;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** A pane in a window with someone who uses it, and who notes what the canvas asks for. Of the JavaFX thread. */
final class Screen {

    static final String DARK = """
            .graph-canvas {
                -hermes-graph-background: #0e1218; -hermes-graph-grid: #29313d; -hermes-graph-card: #151a22;
                -hermes-graph-line: #29313d; -hermes-graph-text: #e4e9f0; -hermes-graph-soft: #9aa7b8;
                -hermes-graph-faint: #6c7889; -hermes-graph-accent: #8199ff; -hermes-graph-accent-soft: #222b4d;
                -hermes-graph-bad: #ff8a73; -hermes-graph-on-bad: #0e1218; -hermes-graph-shadow: rgba(0, 0, 0, 0.3);
                -hermes-graph-base: #5aa7e8; -hermes-graph-composite: #a58bf5; -hermes-graph-subjective: #e0a245;
                -hermes-graph-parameter: #3fbfb0;
            }
            """;

    final GraphPane pane = new GraphPane();
    final GraphCanvas canvas = pane.canvas();
    final List<String> asked = new ArrayList<>();
    /** Why no edge to "d" is made; null if it is. */
    @Nullable
    String refusal;
    /** Keys that were pressed on the canvas and left to others. */
    final List<KeyCode> left = new ArrayList<>();
    private final Stage stage = new Stage();

    Screen(Graph graph, GraphPositions positions, double width, double height) {
        canvas.animatedProperty().set(false);
        canvas.graphProperty().set(graph);
        canvas.positionsProperty().set(positions);
        canvas.actionsProperty().set(new Notes());
        stage.setScene(new Scene(pane, width, height));
        pane.addEventHandler(KeyEvent.KEY_PRESSED, event -> left.add(event.getCode()));
        stage.show();
        layout();
    }

    void styled(String css) {
        stage.getScene().getStylesheets().setAll("data:text/css;base64,"
                + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8)));
        layout();
    }

    void layout() {
        pane.applyCss();
        pane.layout();
        canvas.surface().layout();
    }

    void close() {
        stage.close();
    }

    Gesture gesture() {
        Gesture gesture = canvas.pointing().gesture();
        if (gesture == null) {
            throw new AssertionError("Nothing is being done.");
        }
        return gesture;
    }

    /** The middle of a node's card on the canvas. */
    Point2D middle(String node) {
        return point(node, Card.WIDTH / 2, Card.HEIGHT / 2);
    }

    /** The port at the right of a node's card. */
    Point2D port(String node) {
        return point(node, Card.WIDTH, Card.HEIGHT / 2);
    }

    Point2D point(String node, double across, double down) {
        double zoom = canvas.cameraProperty().get().zoom();
        return canvas.fromGraph(node).orElseThrow().add(across * zoom, down * zoom);
    }

    void click(Point2D at, KeyCode... held) {
        press(at, MouseButton.PRIMARY, held);
        release(at, MouseButton.PRIMARY, held);
        mouse(MouseEvent.MOUSE_CLICKED, at, MouseButton.PRIMARY, 1, held);
    }

    void doubleClick(Point2D at) {
        click(at);
        press(at, MouseButton.PRIMARY);
        release(at, MouseButton.PRIMARY);
        mouse(MouseEvent.MOUSE_CLICKED, at, MouseButton.PRIMARY, 2);
    }

    void hover(Point2D at) {
        mouse(MouseEvent.MOUSE_MOVED, at, MouseButton.NONE, 0);
    }

    void press(Point2D at, MouseButton button, KeyCode... held) {
        hover(at);
        mouse(MouseEvent.MOUSE_PRESSED, at, button, 1, held);
    }

    /** Goes there in steps, as a hand does. */
    void dragTo(Point2D from, Point2D to, MouseButton button, KeyCode... held) {
        for (int i = 1; i <= 8; i++) {
            mouse(MouseEvent.MOUSE_DRAGGED, from.interpolate(to, i / 8.0), button, 1, held);
        }
    }

    void release(Point2D at, MouseButton button, KeyCode... held) {
        mouse(MouseEvent.MOUSE_RELEASED, at, button, 1, held);
    }

    void drag(Point2D from, Point2D to, KeyCode... held) {
        press(from, MouseButton.PRIMARY, held);
        dragTo(from, to, MouseButton.PRIMARY, held);
        release(to, MouseButton.PRIMARY, held);
    }

    void type(KeyCode code, KeyCode... held) {
        key(KeyEvent.KEY_PRESSED, code, held);
        key(KeyEvent.KEY_RELEASED, code, held);
    }

    /** On a control that lies over the canvas. */
    void type(Node on, KeyCode code, KeyCode... held) {
        Set<KeyCode> down = Set.copyOf(Arrays.asList(held));
        Event.fireEvent(on, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, down.contains(KeyCode.SHIFT),
                down.contains(KeyCode.CONTROL), down.contains(KeyCode.ALT), false));
        layout();
    }

    /** Gives the canvas the focus as Tab does. */
    void focusByKeys() {
        stage.requestFocus();
        canvas.requestFocus();
        canvas.requestFocusTraversal(TraversalDirection.NEXT);
        stage.getScene().getFocusOwner().requestFocusTraversal(TraversalDirection.PREVIOUS);
        layout();
    }

    Color colour(int x, int y) {
        return picture().getPixelReader().getColor(x, y);
    }

    void key(EventType<KeyEvent> type, KeyCode code, KeyCode... held) {
        Set<KeyCode> down = Set.copyOf(Arrays.asList(held));
        Event.fireEvent(canvas, new KeyEvent(type, "", "", code, down.contains(KeyCode.SHIFT),
                down.contains(KeyCode.CONTROL), down.contains(KeyCode.ALT), false));
        layout();
    }

    void scroll(Point2D at, double across, double down, boolean control) {
        Event.fireEvent(canvas, new ScrollEvent(ScrollEvent.SCROLL, at.getX(), at.getY(), at.getX(), at.getY(), false,
                control, false, false, false, false, across, down, across, down,
                ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0,
                new PickResult(canvas, at.getX(), at.getY())));
        layout();
    }

    private void mouse(EventType<MouseEvent> type, Point2D at, MouseButton button, int clicks, KeyCode... held) {
        Set<KeyCode> down = Set.copyOf(Arrays.asList(held));
        boolean pressed = type != MouseEvent.MOUSE_MOVED && type != MouseEvent.MOUSE_RELEASED;
        Event.fireEvent(canvas, new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(), button, clicks,
                down.contains(KeyCode.SHIFT), down.contains(KeyCode.CONTROL), down.contains(KeyCode.ALT), false,
                pressed && button == MouseButton.PRIMARY, pressed && button == MouseButton.MIDDLE,
                pressed && button == MouseButton.SECONDARY, true, false, clicks < 2,
                new PickResult(canvas, at.getX(), at.getY())));
        layout();
    }

    WritableImage picture() {
        layout();
        return pane.snapshot(null, null);
    }

    private final class Notes implements GraphActions {

        @Override
        public void move(GraphPositions changed) {
            asked.add("move " + changed);
            canvas.positionsProperty().set(canvas.positionsProperty().get().with(changed));
        }

        @Override
        public void connect(String from, String to) {
            asked.add("connect " + from + " " + to);
        }

        @Override
        public @Nullable String refusal(String from, String to) {
            return to.equals("d") ? refusal : null;
        }

        @Override
        public void connectToNothing(String from, Point2D point) {
            asked.add("connect " + from + " to nothing");
        }

        @Override
        public void refusedCycle(List<String> path) {
            asked.add("cycle " + path);
        }

        @Override
        public void insert(String node, GraphEdge edge, GraphPositions moved) {
            asked.add("insert " + node + " into " + edge.from() + ">" + edge.to() + " at " + moved);
        }

        @Override
        public Node details(String id) {
            asked.add("details " + id);
            return new Label(id);
        }

        @Override
        public void rename(String group) {
            asked.add("rename " + group);
        }

        @Override
        public void delete(Set<String> nodes) {
            asked.add("delete " + nodes.stream().sorted().toList());
        }

        @Override
        public void open(String node) {
            asked.add("open " + node);
        }

        @Override
        public void group(Set<String> nodes) {
            asked.add("group " + nodes.stream().sorted().toList());
        }

        @Override
        public void collapse(String group, boolean collapsed) {
            asked.add((collapsed ? "collapse " : "expand ") + group);
        }

        @Override
        public void contextMenu(GraphTarget target, double screenX, double screenY) {
            asked.add("menu " + target);
        }
    }
}
