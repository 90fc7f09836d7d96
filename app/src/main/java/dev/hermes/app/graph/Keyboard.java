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
    /** How much of the viewport a page is. */
    private static final double PAGE = 0.8;

    private final GraphCanvas canvas;
    private final Board board;
    private final Pointing pointing;
    private final Aiming aiming;

    /** What becomes of the selection where the keyboard goes on to another card. */
    private enum Walking {
        /** The card alone is selected. */
        CHOOSING,
        /** The card is selected too. */
        ADDING,
        /** It stays as it is. */
        ALONE
    }

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
        return event.isShortcutDown() ? pressWithShortcut(event) : pressWithout(event);
    }

    private boolean pressWithShortcut(KeyEvent event) {
        switch (event.getCode()) {
            case A -> board.select(board.sheet().cards);
            case G -> group();
            case PLUS, EQUALS, ADD -> canvas.zoomBy(ZOOM_STEP);
            case MINUS, SUBTRACT -> canvas.zoomBy(1 / ZOOM_STEP);
            case DIGIT0, NUMPAD0 -> canvas.zoomTo(1);
            case SPACE -> toggle();
            default -> {
                Side side = side(event.getCode());
                return side != null && !event.isAltDown() && walk(side, Walking.ALONE);
            }
        }
        return true;
    }

    private boolean pressWithout(KeyEvent event) {
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
            return event.isAltDown()
                    ? move(side, event.isShiftDown())
                    : walk(side, event.isShiftDown() ? Walking.ADDING : Walking.CHOOSING);
        }
        return event.isShiftDown() ? pressWithShift(event.getCode()) : pressAlone(event.getCode());
    }

    private boolean pressWithShift(KeyCode code) {
        switch (code) {
            case DIGIT1, NUMPAD1 -> canvas.zoomToFit();
            case DIGIT2, NUMPAD2 -> canvas.zoomToSelection();
            case PAGE_UP -> pan(PAGE, 0);
            case PAGE_DOWN -> pan(-PAGE, 0);
            case F10 -> pointing.menuOfKeyboard();
            // On keyboards that have it above another sign.
            case PLUS, EQUALS -> {
                return collapse(false);
            }
            default -> {
                return pressAlone(code);
            }
        }
        return true;
    }

    private boolean pressAlone(KeyCode code) {
        return switch (code) {
            case HOME -> jump(HorizontalDirection.LEFT);
            case END -> jump(HorizontalDirection.RIGHT);
            case PAGE_UP -> pan(0, PAGE);
            case PAGE_DOWN -> pan(0, -PAGE);
            case ESCAPE -> escape();
            case DELETE, BACK_SPACE -> delete();
            case ENTER -> open();
            case C -> connect();
            case MINUS, SUBTRACT -> collapse(true);
            case PLUS, EQUALS, ADD -> collapse(false);
            case F2 -> rename();
            case CONTEXT_MENU -> {
                pointing.menuOfKeyboard();
                yield true;
            }
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

    private boolean walk(Side side, Walking walking) {
        Card lead = board.lead();
        Card next = lead == null
                ? Walk.first(board.sheet(), board.camera().area(board.width(), board.height()))
                : Walk.towards(board.sheet(), lead, side);
        if (next != null) {
            go(next, walking);
        }
        return next != null || lead != null;
    }

    private boolean jump(HorizontalDirection direction) {
        Card end = Walk.end(board.sheet(), direction);
        if (end != null) {
            go(end, Walking.CHOOSING);
        }
        return end != null;
    }

    private void go(Card card, Walking walking) {
        switch (walking) {
            case CHOOSING -> board.selectOnly(card);
            case ADDING -> {
                board.leadProperty().set(card.id);
                board.selection().add(card.id);
            }
            case ALONE -> board.leadProperty().set(card.id);
        }
        board.reveal(card);
    }

    private void toggle() {
        Card lead = board.lead();
        if (lead != null) {
            board.toggle(lead);
        }
    }

    private boolean pan(double across, double down) {
        board.look(board.camera().panned(across * board.width(), down * board.height()));
        return true;
    }

    /** Of the card that has the keyboard: it is a group, or is in one; null if neither. */
    private @Nullable GraphGroup group(@Nullable Card card) {
        return card == null
                ? null
                : board.graph().groups().stream()
                        .filter(group -> group.id().equals(card.id) || group.members().contains(card.id))
                        .findFirst().orElse(null);
    }

    private boolean collapse(boolean collapsed) {
        GraphGroup group = group(board.lead());
        if (group == null || group.collapsed() == collapsed) {
            return false;
        }
        board.actions().collapse(group.id(), collapsed);
        return true;
    }

    private boolean rename() {
        GraphGroup group = group(board.lead());
        if (group != null) {
            board.actions().rename(group.id());
        }
        return group != null;
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
        boolean something = !board.selection().isEmpty() || board.lead() != null;
        board.leadProperty().set(null);
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
