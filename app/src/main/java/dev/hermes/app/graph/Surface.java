package dev.hermes.app.graph;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Paints the board, at most once for each frame of the screen. It is a layout root of its own, so that nothing else is
 * laid out then.
 */
final class Surface extends Region {

    private final Canvas canvas = new Canvas();
    private final Board board;
    private final GraphColours colours;
    private final Pointing pointing;
    private final GraphCanvas owner;
    private final List<Runnable> watchers = new ArrayList<>();
    private final CardPainter cards = new CardPainter();
    private final LinkPainter links = new LinkPainter();
    /** Begins anew with each frame. */
    private final PauseTransition calm = new PauseTransition(Duration.seconds(2));
    private final ReadOnlyObjectWrapper<LinkCount> linkCount = new ReadOnlyObjectWrapper<>(LinkCount.NONE);

    Surface(Board board, GraphColours colours, Pointing pointing, GraphCanvas owner) {
        this.board = board;
        this.colours = colours;
        this.pointing = pointing;
        this.owner = owner;
        setManaged(false);
        setMouseTransparent(true);
        getChildren().add(canvas);
        calm.setOnFinished(_ -> links.rest());
    }

    void repaint() {
        requestLayout();
        watchers.forEach(Runnable::run);
    }

    /** Adds someone who shows the same board. */
    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    /** How many cards the last frame had. */
    int paintedCards() {
        return cards.painted();
    }

    /** How many links the last frame had. */
    ReadOnlyObjectProperty<LinkCount> linkCountProperty() {
        return linkCount.getReadOnlyProperty();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        if (getWidth() > 0 && getHeight() > 0) {
            paint();
        }
    }

    private void paint() {
        GraphicsContext gc = canvas.getGraphicsContext2D();
        Frame frame = Frame.of(gc, board.camera(), outputScale(), colours);
        Sheet sheet = board.sheet();
        Gesture gesture = pointing.gesture();
        GridPainter.paint(frame);
        GroupFrame.paint(frame, sheet, board.graph().groups());
        links.paint(frame, sheet);
        if (gesture != null) {
            gesture.paintBelow(frame);
        }
        cards.paint(frame, sheet);
        adorn(frame);
        if (gesture != null) {
            gesture.paintAbove(frame);
        }
        linkCount.set(links.count());
        calm.playFromStart();
    }

    /** What shows where the keyboard and the pointer are. */
    private void adorn(Frame frame) {
        Card lead = board.lead();
        boolean drawsEdge = board.prospectProperty().get() != null;
        if (!drawsEdge && owner.isFocused() && owner.isFocusVisible()) {
            if (lead != null) {
                CardPainter.outline(frame, lead, frame.palette().accent(), 3, 2);
            }
            if (lead == null || !board.isSeen(lead)) {
                GraphicsContext gc = frame.gc();
                gc.setStroke(frame.palette().accent());
                gc.setLineWidth(2);
                gc.strokeRect(1, 1, frame.width() - 2, frame.height() - 2);
            }
        } else if (lead != null && board.isFinding()) {
            CardPainter.outline(frame, lead, frame.palette().accent(), 3, 2);
        }
        Card hovered = board.hovered();
        if (frame.detail().hasTitles()) {
            if (board.selection().size() <= GraphCanvas.MOST_PORTS) {
                board.selected().forEach(card -> port(frame, card));
            }
            if (hovered != null) {
                if (hovered.emphasis != Emphasis.SELECTED) {
                    CardPainter.outline(frame, hovered, frame.palette().edge(), -1, 1);
                }
                port(frame, hovered);
            }
        }
    }

    private static void port(Frame frame, @Nullable Card card) {
        if (card != null && !card.isGroup()) {
            CardPainter.port(frame, card);
        }
    }

    private double outputScale() {
        Window window = getScene() == null ? null : getScene().getWindow();
        return window == null ? 1 : window.getOutputScaleX();
    }
}
