package dev.hermes.app.graph;

import java.util.List;
import java.util.Set;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;

/** Moves the selected cards: on the grid, in line with others nearby; a single one can be dropped on an edge. */
final class Move implements Gesture {

    private static final double REACH = 6;
    private static final double DROP = 18;

    private final Board board;
    private final Pointer start;
    private final String grabbed;
    private final double fromX;
    private final double fromY;
    private final double startX;
    private final double startY;
    private final Set<String> nodes;
    private boolean started;
    private double across;
    private double down;
    private @Nullable Card alignedLeft;
    private @Nullable Card alignedTop;
    private @Nullable Link target;

    /** @param card one of those selected, below the pointer */
    Move(Board board, Pointer start, Card card) {
        this.board = board;
        this.start = start;
        grabbed = card.id;
        fromX = card.x;
        fromY = card.y;
        startX = start.graphX(board);
        startY = start.graphY(board);
        nodes = Set.copyOf(Board.nodes(board.selected()));
    }

    @Override
    public void drag(Pointer pointer) {
        started |= pointer.isAwayFrom(start);
        if (!started) {
            return;
        }
        double x = GraphPositions.snap(fromX + pointer.graphX(board) - startX);
        double y = GraphPositions.snap(fromY + pointer.graphY(board) - startY);
        alignedLeft = nearest(x, y, true);
        alignedTop = nearest(x, y, false);
        across = (alignedLeft == null ? x : alignedLeft.x) - fromX;
        down = (alignedTop == null ? y : alignedTop.y) - fromY;
        board.drift().hold(nodes, across, down);
        target = dropTarget();
    }

    /** The nearest card in view with whose left or top edge the grabbed one is almost in line. */
    private @Nullable Card nearest(double x, double y, boolean left) {
        double reach = Math.max(GraphPositions.GRID, REACH / board.camera().zoom());
        var area = board.camera().area(board.width(), board.height());
        Card nearest = null;
        double least = Double.MAX_VALUE;
        for (Card card : board.sheet().cards) {
            double off = left ? Math.abs(card.x - x) : Math.abs(card.y - y);
            if (off <= reach && !nodes.containsAll(card.members)
                    && area.intersects(card.x, card.y, Card.WIDTH, Card.HEIGHT)) {
                double distance = off * 1000 + Math.hypot(card.x - x, card.y - y);
                if (distance < least) {
                    least = distance;
                    nearest = card;
                }
            }
        }
        return nearest;
    }

    private @Nullable Link dropTarget() {
        Card card = board.sheet().card(grabbed);
        if (card == null || card.isGroup() || nodes.size() != 1) {
            return null;
        }
        Link link = board.sheet().linkAt(card.centreX(), card.centreY(), DROP);
        return link != null && link.edge != null && board.graph().accepts(link.edge, card.id)
                ? link
                : null;
    }

    @Override
    public void release(Pointer pointer) {
        drag(pointer);
        Card card = board.sheet().card(grabbed);
        Link onto = target;
        board.drift().release();
        if (card == null) {
            return;
        }
        if (!started) {
            if (!pointer.adds()) {
                board.selectOnly(card);
            }
            return;
        }
        List<Card> moved = board.sheet().cards.stream().filter(each -> nodes.containsAll(each.members)).toList();
        if (onto != null && onto.edge != null) {
            board.actions().insert(grabbed, onto.edge, board.moved(moved, across, down));
        } else {
            board.move(moved, across, down);
        }
    }

    @Override
    public void cancel() {
        board.drift().release();
    }

    @Override
    public void paintBelow(Frame frame) {
        if (target != null) {
            LinkPainter.highlight(frame, target, frame.palette().accent());
        }
    }

    @Override
    public void paintAbove(Frame frame) {
        Card card = board.sheet().card(grabbed);
        if (!started || card == null) {
            return;
        }
        GraphicsContext gc = frame.gc();
        gc.setStroke(frame.palette().accent());
        gc.setLineWidth(1);
        gc.setLineDashes(3, 3);
        double overhang = 12;
        if (alignedLeft != null) {
            double x = frame.x(card.x) + 0.5;
            gc.strokeLine(x, frame.y(Math.min(card.y, alignedLeft.y)) - overhang, x,
                    frame.y(Math.max(card.bottom(), alignedLeft.bottom())) + overhang);
        }
        if (alignedTop != null) {
            double y = frame.y(card.y) + 0.5;
            gc.strokeLine(frame.x(Math.min(card.x, alignedTop.x)) - overhang, y,
                    frame.x(Math.max(card.right(), alignedTop.right())) + overhang, y);
        }
        gc.setLineDashes();
    }
}
