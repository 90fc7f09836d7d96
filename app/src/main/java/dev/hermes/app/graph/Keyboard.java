package dev.hermes.app.graph;

import java.util.List;
import java.util.Set;
import javafx.geometry.HorizontalDirection;
import javafx.geometry.Side;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** What the keys do on the canvas. Keys that do nothing are left to others. */
final class Keyboard {

    private static final double FAR = 5;
    private static final double ZOOM_STEP = 1.2;

    private final GraphCanvas canvas;
    private final Board board;
    private final Pointing pointing;
    private final Aiming aiming;

    Keyboard(GraphCanvas canvas, Board board, Pointing pointing) {
        this.canvas = canvas;
        this.board = board;
        this.pointing = pointing;
        aiming = new Aiming(board, pointing);
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (press(event)) {
                event.consume();
            }
        });
        canvas.addEventHandler(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode() == KeyCode.SPACE) {
                pointing.holdSpace(false);
            }
        });
        canvas.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                pointing.holdSpace(false);
                if (aiming.current() != null) {
                    pointing.cancel();
                }
            }
        });
    }

    /** Begins an edge from the selected card, which keys then lead; false where none can begin. */
    boolean connect() {
        return aiming.begin();
    }

    private boolean press(KeyEvent event) {
        return event.isShortcutDown() ? pressWithShortcut(event) : pressAlone(event);
    }

    private boolean pressWithShortcut(KeyEvent event) {
        switch (event.getCode()) {
            case A -> board.select(board.sheet().cards);
            case G -> group();
            case PLUS, EQUALS, ADD -> canvas.zoomBy(ZOOM_STEP);
            case MINUS, SUBTRACT -> canvas.zoomBy(1 / ZOOM_STEP);
            case DIGIT0, NUMPAD0 -> canvas.zoomTo(1);
            case DIGIT1, NUMPAD1 -> canvas.zoomToFit();
            case DIGIT2, NUMPAD2 -> canvas.zoomToSelection();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean pressAlone(KeyEvent event) {
        Side side = side(event.getCode());
        Connect connect = aiming.current();
        if (connect != null && event.getCode() != KeyCode.SPACE) {
            if (side != null) {
                aiming.walk(connect, side);
            } else {
                aiming.press(connect, event.getCode(), event.isShiftDown());
            }
            return true;
        }
        if (side != null) {
            return event.isAltDown() ? move(side, event.isShiftDown()) : walk(side, event.isShiftDown());
        }
        return switch (event.getCode()) {
            case TAB -> tab(event.isShiftDown() ? HorizontalDirection.LEFT : HorizontalDirection.RIGHT);
            case ESCAPE -> escape();
            case DELETE, BACK_SPACE -> delete();
            case ENTER -> open();
            case C -> connect();
            case SPACE -> {
                pointing.holdSpace(true);
                yield true;
            }
            default -> false;
        };
    }

    private static @Nullable Side side(KeyCode code) {
        return switch (code) {
            case LEFT, KP_LEFT -> Side.LEFT;
            case RIGHT, KP_RIGHT -> Side.RIGHT;
            case UP, KP_UP -> Side.TOP;
            case DOWN, KP_DOWN -> Side.BOTTOM;
            default -> null;
        };
    }

    private boolean walk(Side side, boolean adds) {
        Card lead = board.lead();
        Card next = lead == null
                ? Walk.next(board.sheet(), null, HorizontalDirection.RIGHT)
                : Walk.towards(board.sheet(), lead, side);
        if (next != null) {
            go(next, adds);
        }
        return next != null || lead != null;
    }

    private boolean tab(HorizontalDirection direction) {
        Card next = Walk.next(board.sheet(), board.lead(), direction);
        if (next == null) {
            // At the end the focus goes on to the next control.
            return false;
        }
        go(next, false);
        return true;
    }

    private void go(Card card, boolean adds) {
        if (adds) {
            board.leadProperty().set(card.id);
            board.selection().add(card.id);
        } else {
            board.selectOnly(card);
        }
        board.reveal(card);
    }

    private boolean move(Side side, boolean far) {
        double step = GraphPositions.GRID * (far ? FAR : 1);
        double across = side == Side.LEFT ? -step : side == Side.RIGHT ? step : 0;
        double down = side == Side.TOP ? -step : side == Side.BOTTOM ? step : 0;
        board.move(board.selected(), across, down);
        return !board.selection().isEmpty();
    }

    private boolean escape() {
        if (pointing.cancel()) {
            return true;
        }
        boolean something = !board.selection().isEmpty();
        board.select(List.of());
        return something;
    }

    private boolean delete() {
        Set<String> nodes = Board.nodes(board.selected());
        if (!nodes.isEmpty()) {
            board.actions().delete(nodes);
        }
        return !nodes.isEmpty();
    }

    private boolean open() {
        Card lead = board.lead();
        if (lead != null) {
            Pointing.open(board, lead);
        }
        return lead != null;
    }

    private void group() {
        Set<String> nodes = Board.nodes(board.selected());
        if (nodes.size() > 1) {
            board.actions().group(nodes);
        }
    }
}
