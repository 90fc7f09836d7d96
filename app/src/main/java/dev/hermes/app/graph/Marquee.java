package dev.hermes.app.graph;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Selects the cards in a rectangle; a click on empty space selects none. */
final class Marquee implements Gesture {

    private final Board board;
    private final double startX;
    private final double startY;
    private final List<Card> before;
    private Rectangle2D area = Rectangle2D.EMPTY;

    Marquee(Board board, Pointer start) {
        this.board = board;
        startX = start.graphX(board);
        startY = start.graphY(board);
        before = board.selected();
    }

    @Override
    public void drag(Pointer pointer) {
        double x = pointer.graphX(board);
        double y = pointer.graphY(board);
        area = new Rectangle2D(Math.min(x, startX), Math.min(y, startY), Math.abs(x - startX), Math.abs(y - startY));
        Set<Card> chosen = new LinkedHashSet<>(pointer.adds() ? before : List.of());
        chosen.addAll(board.sheet().cardsIn(area));
        board.select(chosen);
    }

    @Override
    public void release(Pointer pointer) {
        if (area.getWidth() > 0 || area.getHeight() > 0) {
            drag(pointer);
        } else if (!pointer.adds()) {
            board.select(List.of());
        }
        board.repaint();
    }

    @Override
    public void cancel() {
        board.select(before);
    }

    @Override
    public void paintAbove(Frame frame) {
        if (area.getWidth() == 0 && area.getHeight() == 0) {
            return;
        }
        GraphicsContext gc = frame.gc();
        double x = frame.x(area.getMinX());
        double y = frame.y(area.getMinY());
        double width = frame.x(area.getMaxX()) - x;
        double height = frame.y(area.getMaxY()) - y;
        Color accent = frame.palette().accent();
        gc.setFill(accent.deriveColor(0, 1, 1, 0.08));
        gc.fillRect(x, y, width, height);
        gc.setStroke(accent);
        gc.setLineWidth(1);
        gc.strokeRect(x + 0.5, y + 0.5, Math.max(0, width - 1), Math.max(0, height - 1));
    }
}
