package dev.hermes.app.graph;

import dev.hermes.app.graph.Gesture.Pointer;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.jspecify.annotations.Nullable;

/** Turns the events of the mouse and the touch pad into gestures. */
final class Pointing {

    private static final double PORT_REACH = 11;
    private static final double LINK_REACH = 6;

    private final GraphCanvas canvas;
    private final Board board;
    private final EdgePan edgePan;
    private @Nullable Gesture gesture;
    private Pointer start = new Pointer(0, 0, false);
    private boolean spaceHeld;

    Pointing(GraphCanvas canvas, Board board) {
        this.canvas = canvas;
        this.board = board;
        edgePan = new EdgePan(board, this::dragTo);
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> board.hover(null));
        canvas.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        canvas.addEventHandler(ZoomEvent.ZOOM, this::zoom);
        canvas.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::contextMenu);
    }

    @Nullable
    Gesture gesture() {
        return gesture;
    }

    EdgePan edgePan() {
        return edgePan;
    }

    /** While the space bar is held, dragging pans. */
    void holdSpace(boolean held) {
        spaceHeld = held;
        canvas.setCursor(held ? Cursor.OPEN_HAND : Cursor.DEFAULT);
    }

    /** Gives up what is being done; false if nothing is. */
    boolean cancel() {
        Gesture current = gesture;
        if (current == null) {
            return false;
        }
        gesture = null;
        edgePan.stop();
        current.cancel();
        canvas.setCursor(Cursor.DEFAULT);
        return true;
    }

    /** Makes the edge that keys have drawn, if it leads to a node. */
    void conclude(Connect connect) {
        if (connect.conclude()) {
            gesture = null;
        }
    }

    /** Adds somebody who is told when a button of the mouse is pressed. */
    void whenPressed(Runnable told) {
        canvas.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> told.run());
    }

    private void press(MouseEvent event) {
        canvas.requestFocus();
        if (gesture instanceof Connect connect && connect.isByKeys()) {
            cancel();
        }
        Pointer pointer = pointer(event);
        start = pointer;
        if (event.getButton() == MouseButton.MIDDLE || event.getButton() == MouseButton.PRIMARY && spaceHeld) {
            begin(new Pan(board, pointer), Cursor.CLOSED_HAND);
        } else if (event.getButton() == MouseButton.PRIMARY) {
            pressPrimary(pointer);
        } else if (event.getButton() == MouseButton.SECONDARY) {
            Card card = cardAt(pointer);
            if (card != null && !board.selection().contains(card.id)) {
                board.selectOnly(card);
            }
        }
        event.consume();
    }

    private void pressPrimary(Pointer pointer) {
        Card port = portAt(pointer);
        if (port != null) {
            begin(new Connect(board, pointer, port), Cursor.CROSSHAIR);
            return;
        }
        Card card = cardAt(pointer);
        GraphGroup group = card == null ? titleAt(pointer) : null;
        if (card != null) {
            pressCard(card, pointer);
        } else if (group != null) {
            pressTitle(group, pointer);
        } else {
            begin(new Marquee(board, pointer), Cursor.DEFAULT);
        }
    }

    private void pressCard(Card card, Pointer pointer) {
        if (pointer.adds()) {
            board.toggle(card);
        } else if (!board.selection().contains(card.id)) {
            board.selectOnly(card);
        } else {
            board.leadProperty().set(card.id);
        }
        if (board.selection().contains(card.id)) {
            begin(new Move(board, pointer, card), Cursor.DEFAULT);
        }
    }

    private void pressTitle(GraphGroup group, Pointer pointer) {
        double left = board.sheet().frame(group).getMinX();
        if (pointer.graphX(board) <= left + GroupFrame.CHEVRON) {
            board.actions().collapse(group.id(), true);
            return;
        }
        var members = board.sheet().cards.stream().filter(card -> group.members().contains(card.id)).toList();
        board.select(members);
        begin(new Move(board, new Pointer(pointer.x(), pointer.y(), true), members.getFirst()), Cursor.MOVE);
    }

    void begin(Gesture next, Cursor cursor) {
        gesture = next;
        canvas.setCursor(cursor);
    }

    private void drag(MouseEvent event) {
        if (gesture != null) {
            Pointer pointer = pointer(event);
            gesture.drag(pointer);
            if (!(gesture instanceof Pan)) {
                edgePan.follow(start, pointer);
            }
            event.consume();
        }
    }

    private void dragTo(Pointer pointer) {
        if (gesture != null) {
            gesture.drag(pointer);
        }
    }

    private void release(MouseEvent event) {
        Gesture current = gesture;
        if (current != null) {
            gesture = null;
            edgePan.stop();
            current.release(pointer(event));
            canvas.setCursor(spaceHeld ? Cursor.OPEN_HAND : Cursor.DEFAULT);
            event.consume();
        }
    }

    private void click(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || event.getClickCount() != 2) {
            return;
        }
        Card card = cardAt(pointer(event));
        GraphGroup group = card == null ? titleAt(pointer(event)) : null;
        if (card != null) {
            open(board, card);
            event.consume();
        } else if (group != null) {
            board.actions().rename(group.id());
            event.consume();
        }
    }

    /** What a double click and Enter do: open a node, or a collapsed group. */
    static void open(Board board, Card card) {
        if (card.isGroup()) {
            board.actions().collapse(card.id, false);
        } else {
            board.actions().open(card.id);
        }
    }

    private void hover(MouseEvent event) {
        Pointer pointer = pointer(event);
        Card port = portAt(pointer);
        board.hover(port == null ? cardAt(pointer) : port);
        if (!spaceHeld) {
            canvas.setCursor(port == null ? Cursor.DEFAULT : Cursor.CROSSHAIR);
        }
    }

    private void scroll(ScrollEvent event) {
        if (event.isControlDown() || event.isMetaDown()) {
            double to = board.camera().zoom() * Math.exp(event.getDeltaY() * 0.0025);
            board.look(board.camera().zoomed(to, event.getX(), event.getY()));
        } else {
            board.look(board.camera().panned(event.getDeltaX(), event.getDeltaY()));
        }
        event.consume();
    }

    private void zoom(ZoomEvent event) {
        double to = board.camera().zoom() * event.getZoomFactor();
        board.look(board.camera().zoomed(to, event.getX(), event.getY()));
        event.consume();
    }

    private void contextMenu(ContextMenuEvent event) {
        if (event.isKeyboardTrigger()) {
            menuOfKeyboard();
        } else {
            GraphTarget target = targetAt(event.getX(), event.getY());
            board.actions().contextMenu(target, event.getScreenX(), event.getScreenY());
        }
        event.consume();
    }

    /** Asks for the menu of the card that has the keyboard; for that of empty space where none has. */
    void menuOfKeyboard() {
        Card lead = board.lead();
        if (lead != null) {
            board.reveal(lead);
            Point2D at = canvas.toScreen(new Point2D(lead.centreX(), lead.centreY()));
            board.actions().contextMenu(target(lead), at.getX(), at.getY());
        } else {
            Point2D middle = canvas.toGraph(canvas.getWidth() / 2, canvas.getHeight() / 2);
            Point2D at = canvas.toScreen(middle);
            board.actions().contextMenu(new GraphTarget.OnNothing(middle), at.getX(), at.getY());
        }
    }

    /** What is at a point of the canvas. */
    GraphTarget targetAt(double x, double y) {
        Pointer pointer = new Pointer(x, y, false);
        Card card = cardAt(pointer);
        if (card != null) {
            return target(card);
        }
        double graphX = pointer.graphX(board);
        double graphY = pointer.graphY(board);
        GraphGroup group = titleAt(pointer);
        if (group != null) {
            return new GraphTarget.OnGroup(group.id());
        }
        Link link = board.sheet().linkAt(graphX, graphY, LINK_REACH / board.camera().zoom());
        return link == null || link.edge == null
                ? new GraphTarget.OnNothing(new Point2D(graphX, graphY))
                : new GraphTarget.OnEdge(link.edge);
    }

    private static GraphTarget target(Card card) {
        return card.isGroup() ? new GraphTarget.OnGroup(card.id) : new GraphTarget.OnNode(card.id);
    }

    private @Nullable Card cardAt(Pointer pointer) {
        return board.sheet().cardAt(pointer.graphX(board), pointer.graphY(board));
    }

    private @Nullable GraphGroup titleAt(Pointer pointer) {
        return board.sheet().titleAt(pointer.graphX(board), pointer.graphY(board));
    }

    /** The card whose port is shown at a point. */
    private @Nullable Card portAt(Pointer pointer) {
        Card hovered = board.hovered();
        if (hovered != null && isPortAt(hovered, pointer)) {
            return hovered;
        }
        return board.selection().size() > GraphCanvas.MOST_PORTS
                ? null
                : board.selected().stream().filter(card -> isPortAt(card, pointer)).findFirst().orElse(null);
    }

    private boolean isPortAt(Card card, Pointer pointer) {
        Camera camera = board.camera();
        return !card.isGroup() && Detail.at(camera.zoom()).hasTitles()
                && Math.hypot(pointer.x() - camera.screenX(card.right()),
                        pointer.y() - camera.screenY(card.centreY())) <= PORT_REACH;
    }

    private static Pointer pointer(MouseEvent event) {
        return new Pointer(event.getX(), event.getY(), event.isShortcutDown() || event.isShiftDown());
    }
}
