package dev.hermes.app.graph;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * Draws a new edge from a card's port, by the pointer or by keys; where it would close a cycle, the way that is there
 * already lights up.
 */
final class Connect implements Gesture {

    private final Board board;
    private final String source;
    private final Pointer start;
    private Pointer pointer;
    /** The card that keys have gone to; null where the pointer leads. */
    private @Nullable String aimed;
    private @Nullable String over;
    private Prospect prospect;

    Connect(Board board, Pointer start, Card source) {
        this.board = board;
        this.start = start;
        this.source = source.id;
        pointer = start;
        prospect = new Prospect.Nowhere(this.source);
    }

    /** An edge from a card that {@link #aim} leads to others. */
    static Connect byKeys(Board board, Card source) {
        Camera camera = board.camera();
        Pointer port = new Pointer(camera.screenX(source.right()), camera.screenY(source.centreY()), false);
        Connect connect = new Connect(board, port, source);
        connect.aimed = source.id;
        return connect;
    }

    /** Whether keys lead it, and not the pointer. */
    boolean isByKeys() {
        return aimed != null;
    }

    /** Leads the edge to a card, which then has the keyboard. */
    void aim(Card card) {
        aimed = card.id;
        board.leadProperty().set(card.id);
        lead(card);
        board.reveal(card);
    }

    @Override
    public void drag(Pointer now) {
        pointer = now;
        if (aimed == null) {
            lead(board.sheet().cardAt(now.graphX(board), now.graphY(board)));
        }
    }

    private void lead(@Nullable Card card) {
        String id = card == null ? null : card.id;
        if (id == null || !id.equals(over)) {
            prospect = prospect(card);
        }
        over = id;
        board.prospectProperty().set(prospect);
        board.repaint();
    }

    private Prospect prospect(@Nullable Card card) {
        if (card == null || card.id.equals(source)) {
            return new Prospect.Nowhere(source);
        }
        if (card.isGroup()) {
            return new Prospect.Hidden(card.id);
        }
        if (board.graph().outgoing(source).stream().anyMatch(edge -> !edge.dashed() && edge.to().equals(card.id))) {
            return new Prospect.There(source, card.id);
        }
        List<String> cycle = board.graph().cycle(source, card.id);
        if (!cycle.isEmpty()) {
            return new Prospect.Circle(cycle);
        }
        String reason = board.actions().refusal(source, card.id);
        return reason == null
                ? new Prospect.Edge(source, card.id)
                : new Prospect.Refused(source, card.id, reason);
    }

    /** What would come of it now. */
    Prospect prospect() {
        return prospect;
    }

    /** The way that the edge would close to a cycle; empty if it would not. */
    List<String> cycle() {
        return prospect instanceof Prospect.Circle circle ? circle.path() : List.of();
    }

    @Override
    public void release(Pointer now) {
        drag(now);
        Prospect last = prospect;
        end();
        switch (last) {
            case Prospect.Circle circle -> board.actions().refusedCycle(circle.path());
            case Prospect.Edge edge -> board.actions().connect(edge.from(), edge.to());
            // Whoever refuses it says so then.
            case Prospect.Refused refused -> board.actions().connect(refused.from(), refused.to());
            case Prospect.Nowhere _ -> {
                if (over == null && now.isAwayFrom(start)) {
                    board.actions().connectToNothing(source,
                            new Point2D(now.graphX(board), now.graphY(board) - Card.HEIGHT / 2));
                }
            }
            case Prospect.There _,Prospect.Hidden _ -> {
            }
        }
    }

    /** Lets go where keys have led it; false where that is at no node, and nothing has happened. */
    boolean conclude() {
        if (prospect instanceof Prospect.Nowhere || prospect instanceof Prospect.Hidden) {
            return false;
        }
        release(pointer);
        return true;
    }

    @Override
    public void cancel() {
        end();
    }

    private void end() {
        if (aimed != null && board.sheet().card(source) != null) {
            board.leadProperty().set(source);
        }
        board.prospectProperty().set(null);
        board.repaint();
    }

    @Override
    public void paintBelow(Frame frame) {
        List<String> cycle = cycle();
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
        boolean refused = prospect instanceof Prospect.Circle || prospect instanceof Prospect.Refused;
        Color colour = refused ? frame.palette().bad() : frame.palette().accent();
        for (String id : cycle()) {
            outline(frame, id, colour);
        }
        String target = target();
        if (cycle().isEmpty()) {
            outline(frame, target, colour);
        }
        Card to = board.sheet().card(aimed == null ? target : aimed);
        if (to != from) {
            double x = to == null ? pointer.x() : frame.x(to.x);
            double y = to == null ? pointer.y() : frame.y(to.centreY());
            LinkPainter.curve(frame, frame.x(from.right()), frame.y(from.centreY()), x, y, colour, refused);
        }
    }

    /** The node that it leads to; null if it leads to none. */
    private @Nullable String target() {
        return prospect instanceof Prospect.Nowhere || prospect instanceof Prospect.Hidden ? null : over;
    }

    private void outline(Frame frame, @Nullable String id, Color colour) {
        Card card = board.sheet().card(id);
        if (card != null) {
            CardPainter.outline(frame, card, colour, 0, 2);
        }
    }
}
