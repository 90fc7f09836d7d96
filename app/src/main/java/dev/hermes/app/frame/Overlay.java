package dev.hermes.app.frame;

import java.util.Objects;
import javafx.event.EventHandler;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Lies over everything, with a veil behind it, until Escape is pressed, the veil is clicked, or it is told to go. The
 * focus stays within it meanwhile, keys of what lies behind do nothing, and the focus is given back afterwards.
 */
final class Overlay {

    private final Pane over;
    private final Runnable leave;
    private final Region first = end();
    private final Region last = end();
    private final StackPane veil = new StackPane();
    private final EventHandler<KeyEvent> escape = this::escape;
    private @Nullable Node before;

    /**
     * @param over
     *            what it is laid over
     * @param margin
     *            from the top; 0: in the middle
     * @param leave
     *            is to {@link #hide} it
     */
    Overlay(Pane over, Region box, double margin, Runnable leave) {
        this.over = over;
        this.leave = leave;
        veil.getStyleClass().add("veil");
        veil.getChildren().addAll(first, box, last);
        StackPane.setAlignment(box, margin > 0 ? Pos.TOP_CENTER : Pos.CENTER);
        StackPane.setMargin(box, new Insets(margin, 0, 0, 0));
        veil.setOnMouseClicked(event -> {
            if (event.getTarget().equals(veil)) {
                leave.run();
            }
        });
        veil.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() || event.getCode().isFunctionKey()) {
                event.consume();
            }
        });
        // Whoever comes to an end with Tab goes on at the other one.
        last.focusedProperty().subscribe(is -> {
            if (is) {
                first.requestFocusTraversal(TraversalDirection.NEXT);
            }
        });
        first.focusedProperty().subscribe(is -> {
            if (is) {
                last.requestFocusTraversal(TraversalDirection.PREVIOUS);
            }
        });
    }

    private static Region end() {
        Region end = new Region();
        end.setFocusTraversable(true);
        end.setMaxSize(0, 0);
        return end;
    }

    boolean isShown() {
        return over.getChildren().contains(veil);
    }

    /**
     * Shows it.
     *
     * @param focus
     *            takes the focus
     */
    void show(Node focus) {
        if (!isShown()) {
            Scene scene = scene();
            before = scene.getFocusOwner();
            over.getChildren().add(veil);
            scene.addEventFilter(KeyEvent.KEY_PRESSED, escape);
            focus.requestFocus();
        }
    }

    void hide() {
        if (isShown()) {
            scene().removeEventFilter(KeyEvent.KEY_PRESSED, escape);
            over.getChildren().remove(veil);
            if (before != null && before.getScene() != null) {
                before.requestFocus();
            }
            before = null;
        }
    }

    private Scene scene() {
        return Objects.requireNonNull(over.getScene(), "There is no window yet.");
    }

    private void escape(KeyEvent event) {
        boolean isOfBox = event.getTarget() instanceof ComboBoxBase<?> box && box.isShowing();
        if (event.getCode() == KeyCode.ESCAPE && !isOfBox) {
            leave.run();
            event.consume();
        }
    }
}
