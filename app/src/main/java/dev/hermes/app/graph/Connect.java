package dev.hermes.app.graph;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** Draws a new edge from a card's port; where it would close a cycle, the way that is there already lights up. */
final class Connect implements Gesture {

    private final Board board;
    private final String source;
    private final Pointer start;
    private Pointer pointer;
    private @Nullable String target;
    private List<String> cycle = List.of();

    Connect(Board board, Pointer start, Card source) {
        this.board = board;
        this.start = start;
        this.source = source.id;
        pointer = start;
    }

    @Override
    public void drag(Pointer now) {
        pointer = now;
        Card card = board.sheet().cardAt(now.graphX(board), now.graphY(board));
        String id = card == null || card.isGroup() || card.id.equals(source) ? null : card.id;
        if (id == null) {
            cycle = List.of();
        } else if (!id.equals(target)) {
            cycle = board.graph().cycle(source, id);
        }
        target = id;
        board.repaint();
    }

    /** The way that the edge would close to a cycle; empty if it would not. */
    List<String> cycle() {
        return cycle;
    }

    @Override
    public void release(Pointer now) {
        drag(now);
        board.repaint();
        String onto = target;
        if (!cycle.isEmpty()) {
            board.actions().refusedCycle(cycle);
        } else if (onto != null) {
            if (!isThere(onto)) {
                board.actions().connect(source, onto);
            }
        } else if (now.isAwayFrom(start)
                && board.sheet().cardAt(now.graphX(board), now.graphY(board)) == null) {
            board.actions().connectToNothing(source, new Point2D(now.graphX(board), now.graphY(board)));
        }
    }

    private boolean isThere(String onto) {
        return board.graph().outgoing(source).stream().anyMatch(edge -> !edge.dashed() && edge.to().equals(onto));
    }

    @Override
    public void cancel() {
        board.repaint();
    }

    @Override
    public void paintBelow(Frame frame) {
        for (int i = 1; i < cycle.size(); i++) {
            Card from = board.sheet().card(cycle.get(i - 1));
            Card to = board.sheet().card(cycle.get(i));
            if (from != null && to != null) {
                from.outgoing.stream().filter(link -> link.to == to)
                        .forEach(link -> LinkPainter.highlight(frame, link, frame.palette().bad()));
            }
        }
    }

    @Override
    public void paintAbove(Frame frame) {
        Card from = board.sheet().card(source);
        if (from == null) {
            return;
        }
        Color colour = cycle.isEmpty() ? frame.palette().accent() : frame.palette().bad();
        for (String id : cycle) {
            Card card = board.sheet().card(id);
            if (card != null) {
                CardPainter.outline(frame, card, colour, 0, 2);
            }
        }
        Card to = board.sheet().card(target);
        if (to != null && cycle.isEmpty()) {
            CardPainter.outline(frame, to, colour, 0, 2);
        }
        double x = to == null ? pointer.x() : frame.x(to.x);
        double y = to == null ? pointer.y() : frame.y(to.centreY());
        LinkPainter.curve(frame, frame.x(from.right()), frame.y(from.centreY()), x, y, colour, !cycle.isEmpty());
    }
}
