package dev.hermes.app.data;

import dev.hermes.app.frame.Words;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Columns that are dragged to fields, within one scrolled pane. Where the pointer is decides, and not which node the
 * events are of: that differs from one platform to the other while a button is down.
 */
final class ColumnDrag {

    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");
    private static final double FAR_ENOUGH = 6;
    private static final double BESIDE = 12;
    private static final double EDGE = 32;
    private static final double STEP = 14;

    private final ScrollPane scrolled;
    private final Label ghost = Words.label("", "column-chip", "mono", "carried");
    private final Pane above = new Pane(ghost);
    private final StackPane view;
    private final EventHandler<MouseEvent> moved = this::moved;
    private final EventHandler<MouseEvent> released = this::released;
    private final EventHandler<MouseEvent> clicked = this::clicked;
    private final EventHandler<KeyEvent> pressed = this::pressed;
    private @Nullable Carried held;
    private @Nullable Point2D from;
    private @Nullable Node over;
    /** Where it listens while something is held: the screen may be another one when that ends. */
    private @Nullable Scene listening;

    /**
     * What is dragged.
     *
     * @param field
     *            the field that it is read into; empty where nothing reads it
     */
    record Carried(String column, String field) {}

    /** Takes what is dragged to a node. */
    private record Target(BiConsumer<String, String> take) {}

    ColumnDrag(ScrollPane scrolled) {
        this.scrolled = scrolled;
        view = new StackPane(scrolled, above);
        above.setMouseTransparent(true);
        above.setManaged(false);
        ghost.setVisible(false);
    }

    /** The scrolled pane, with what is dragged above it. */
    StackPane view() {
        return view;
    }

    /** Lets a node be dragged; what it stands for is asked when the button goes down. */
    void source(Node node, Supplier<@Nullable Carried> what) {
        node.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            Carried found = event.getButton() == MouseButton.PRIMARY ? what.get() : null;
            if (found != null) {
                end();
                held = found;
                from = new Point2D(event.getSceneX(), event.getSceneY());
                Scene scene = node.getScene();
                listening = scene;
                scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, moved);
                scene.addEventFilter(MouseEvent.MOUSE_RELEASED, released);
                scene.removeEventFilter(MouseEvent.MOUSE_CLICKED, clicked);
                scene.addEventFilter(KeyEvent.KEY_PRESSED, pressed);
            }
        });
    }

    /** Lets a node take what is dragged onto it: the column, and the field that it was read into. */
    void target(Node node, BiConsumer<String, String> take) {
        node.getProperties().put(Target.class, new Target(take));
    }

    private void moved(MouseEvent event) {
        Carried what = held;
        Point2D begun = from;
        if (what == null || begun == null) {
            return;
        }
        if (!ghost.isVisible()) {
            if (begun.distance(event.getSceneX(), event.getSceneY()) < FAR_ENOUGH) {
                return;
            }
            ghost.setText(what.column());
            ghost.setVisible(true);
        }
        follow(event);
        event.consume();
    }

    private void follow(MouseEvent event) {
        Point2D point = view.sceneToLocal(event.getSceneX(), event.getSceneY());
        ghost.autosize();
        ghost.relocate(Math.min(point.getX() + BESIDE, view.getWidth() - ghost.getWidth() - BESIDE),
                point.getY() - ghost.getHeight() / 2);
        double hidden = scrolled.getContent().getLayoutBounds().getHeight() - scrolled.getViewportBounds().getHeight();
        if (hidden > 0 && point.getY() < EDGE) {
            scrolled.setVvalue(scrolled.getVvalue() - STEP / hidden);
        } else if (hidden > 0 && point.getY() > view.getHeight() - EDGE) {
            scrolled.setVvalue(scrolled.getVvalue() + STEP / hidden);
        }
        hover(target(event));
    }

    private static @Nullable Node target(MouseEvent event) {
        Node node = event.getPickResult().getIntersectedNode();
        while (node != null && !node.getProperties().containsKey(Target.class)) {
            node = node.getParent();
        }
        return node;
    }

    private void hover(@Nullable Node now) {
        if (over != null) {
            over.pseudoClassStateChanged(TARGET, false);
        }
        over = now;
        if (now != null) {
            now.pseudoClassStateChanged(TARGET, true);
        }
    }

    private void released(MouseEvent event) {
        Scene scene = view.getScene();
        // On another screen there is nothing that could take it.
        Carried what = scene != null && ghost.isVisible() ? held : null;
        Node node = target(event);
        end();
        if (what != null && scene != null) {
            event.consume();
            // It was no click.
            scene.addEventFilter(MouseEvent.MOUSE_CLICKED, clicked);
            if (node != null && node.getProperties().get(Target.class) instanceof Target found) {
                found.take().accept(what.column(), what.field());
            }
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getSource() instanceof Scene scene) {
            scene.removeEventFilter(MouseEvent.MOUSE_CLICKED, clicked);
        }
        event.consume();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && ghost.isVisible()) {
            end();
            event.consume();
        }
    }

    private void end() {
        held = null;
        from = null;
        ghost.setVisible(false);
        hover(null);
        Scene scene = listening;
        if (scene != null) {
            listening = null;
            scene.removeEventFilter(MouseEvent.MOUSE_DRAGGED, moved);
            scene.removeEventFilter(MouseEvent.MOUSE_RELEASED, released);
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, pressed);
        }
    }
}
