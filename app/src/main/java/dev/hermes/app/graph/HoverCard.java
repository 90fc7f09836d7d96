package dev.hermes.app.graph;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is to be known of a card, beside it, once the pointer has rested on it for a while. Gone as soon as anything is
 * done. It is a layout root of its own.
 */
final class HoverCard extends Region {

    private static final Duration WAIT = Duration.millis(600);
    private static final double WIDTH = 320;
    private static final double GAP = 12;
    private static final double EDGE = 8;

    private final GraphCanvas canvas;
    private final StackPane panel = new StackPane();
    private final PauseTransition wait = new PauseTransition(WAIT);

    HoverCard(GraphCanvas canvas) {
        this.canvas = canvas;
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        panel.getStyleClass().addAll("overlay", "graph-hover");
        panel.setId("graph-hover");
        getChildren().add(panel);
        wait.setOnFinished(_ -> show());
        canvas.board().hoveredProperty().subscribe(id -> {
            hide();
            if (id != null) {
                wait.playFromStart();
            }
        });
        canvas.cameraProperty().addListener((_, _, _) -> hide());
        canvas.graphProperty().addListener((_, _, _) -> hide());
        canvas.pointing().whenPressed(this::hide);
    }

    /** Tells of the card under the pointer, unless something is being done or there is nothing to tell. */
    void show() {
        Card card = canvas.board().hovered();
        Node details = card == null || canvas.pointing().gesture() != null ? null : details(card);
        if (card != null && details != null) {
            panel.getChildren().setAll(details);
            setVisible(true);
            applyCss();
            place(card);
        }
    }

    private @Nullable Node details(Card card) {
        return canvas.board().actions().details(card.id);
    }

    void hide() {
        wait.stop();
        setVisible(false);
    }

    /** Right of the card, or left of it where there is more room. */
    private void place(Card card) {
        Camera camera = canvas.board().camera();
        double width = Math.min(WIDTH, getWidth() - 2 * EDGE);
        double height = Math.min(panel.prefHeight(width), getHeight() - 2 * EDGE);
        double right = camera.screenX(card.right()) + GAP;
        double left = camera.screenX(card.x) - GAP - width;
        double x = right + width + EDGE <= getWidth() || left < EDGE ? right : left;
        double y = camera.screenY(card.y);
        panel.resizeRelocate(snapPositionX(Math.clamp(x, EDGE, Math.max(EDGE, getWidth() - EDGE - width))),
                snapPositionY(Math.clamp(y, EDGE, Math.max(EDGE, getHeight() - EDGE - height))), snapSizeX(width),
                snapSizeY(height));
    }

    @Override
    protected void layoutChildren() {
        Card card = canvas.board().hovered();
        if (isVisible() && card != null) {
            place(card);
        }
    }
}
