package dev.hermes.app.graph;

import java.util.List;
import javafx.geometry.HorizontalDirection;
import javafx.geometry.Side;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** Draws an edge by keys: arrows and Tab lead it from card to card. */
final class Aiming {

    private final Board board;
    private final Pointing pointing;

    Aiming(Board board, Pointing pointing) {
        this.board = board;
        this.pointing = pointing;
    }

    /** Begins at the selected card, or at the one that has the keyboard; false where no edge can begin. */
    boolean begin() {
        List<Card> selected = board.selected();
        Card source = selected.size() == 1 ? selected.getFirst() : board.lead();
        if (source == null || source.isGroup() || pointing.gesture() != null) {
            return false;
        }
        Connect connect = Connect.byKeys(board, source);
        pointing.begin(connect, Cursor.DEFAULT);
        connect.aim(source);
        return true;
    }

    /** What is being drawn by keys; null if nothing is. */
    @Nullable
    Connect current() {
        return pointing.gesture() instanceof Connect connect && connect.isByKeys() ? connect : null;
    }

    /** Goes on from the card that has the keyboard; where there is no other, nothing is changed. */
    void walk(Connect connect, Side side) {
        Card lead = board.lead();
        aim(connect, lead == null
                ? Walk.next(board.sheet(), null, HorizontalDirection.RIGHT)
                : Walk.towards(board.sheet(), lead, side));
    }

    /** What a key that is no arrow does meanwhile. */
    void press(Connect connect, KeyCode code, boolean backwards) {
        switch (code) {
            case TAB -> aim(connect, Walk.next(board.sheet(), board.lead(),
                    backwards ? HorizontalDirection.LEFT : HorizontalDirection.RIGHT));
            case ENTER -> pointing.conclude(connect);
            case ESCAPE -> pointing.cancel();
            default -> {
                // What would change the graph waits for its end.
            }
        }
    }

    private static void aim(Connect connect, @Nullable Card card) {
        if (card != null) {
            connect.aim(card);
        }
    }
}
