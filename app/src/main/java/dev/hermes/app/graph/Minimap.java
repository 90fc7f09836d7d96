package dev.hermes.app.graph;

import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** The whole graph of a canvas in small, with the part that is seen; dragging there pans the canvas. */
public final class Minimap extends Region {

    private static final double WIDTH = 184;
    private static final double HEIGHT = 124;
    private static final double PADDING = 8;

    private final GraphCanvas owner;
    private final Canvas picture = new Canvas(WIDTH, HEIGHT);

    /** A map of a canvas. */
    public Minimap(GraphCanvas owner) {
        this.owner = owner;
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        getStyleClass().add("graph-minimap");
        getChildren().add(picture);
        setManaged(false);
        owner.surface().watch(this::requestLayout);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pan);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::pan);
    }

    /** Whether there is more than the canvas shows. */
    boolean isOfUse() {
        Board board = owner.board();
        Rectangle2D all = Sheet.bounds(board.sheet().cards);
        return all != null && !board.camera().area(board.width(), board.height()).contains(all);
    }

    private void pan(MouseEvent event) {
        Board board = owner.board();
        Rectangle2D all = Sheet.bounds(board.sheet().cards);
        Camera camera = all == null ? Camera.START : fitting(all);
        board.look(board.camera().centred(camera.graphX(event.getX()), camera.graphY(event.getY()), board.width(),
                board.height()));
        event.consume();
    }

    @Override
    protected void layoutChildren() {
        Board board = owner.board();
        Palette palette = owner.colours().palette();
        GraphicsContext gc = picture.getGraphicsContext2D();
        gc.clearRect(0, 0, WIDTH, HEIGHT);
        gc.setFill(palette.line());
        gc.fillRoundRect(0, 0, WIDTH, HEIGHT, 16, 16);
        gc.setFill(palette.plain().card());
        gc.fillRoundRect(1, 1, WIDTH - 2, HEIGHT - 2, 14, 14);
        Rectangle2D all = Sheet.bounds(board.sheet().cards);
        if (all != null) {
            Camera camera = fitting(all);
            cards(gc, board, palette, camera);
            seen(gc, board, palette, camera);
        }
    }

    private static Camera fitting(Rectangle2D all) {
        double zoom = Math.min((WIDTH - 2 * PADDING) / all.getWidth(), (HEIGHT - 2 * PADDING) / all.getHeight());
        return new Camera(0, 0, zoom).centred(all.getMinX() + all.getWidth() / 2,
                all.getMinY() + all.getHeight() / 2, WIDTH, HEIGHT);
    }

    private static void cards(GraphicsContext gc, Board board, Palette palette, Camera camera) {
        double width = Math.max(1, Math.rint(Card.WIDTH * camera.zoom()));
        double height = Math.max(1, Math.rint(Card.HEIGHT * camera.zoom()));
        for (Card card : board.sheet().cards) {
            Palette.Ink ink = palette.of(card.emphasis, Detail.BLOCK);
            gc.setFill(card.problem != null
                    ? ink.bad()
                    : card.emphasis == Emphasis.SELECTED ? palette.accent() : ink.kind(card));
            gc.fillRect(Math.rint(camera.screenX(card.x)), Math.rint(camera.screenY(card.y)), width, height);
        }
    }

    private static void seen(GraphicsContext gc, Board board, Palette palette, Camera camera) {
        Rectangle2D area = board.camera().area(board.width(), board.height());
        double left = bounded(camera.screenX(area.getMinX()), WIDTH);
        double top = bounded(camera.screenY(area.getMinY()), HEIGHT);
        double right = bounded(camera.screenX(area.getMaxX()), WIDTH);
        double bottom = bounded(camera.screenY(area.getMaxY()), HEIGHT);
        gc.setFill(palette.accent().deriveColor(0, 1, 1, 0.1));
        gc.fillRect(left, top, right - left, bottom - top);
        gc.setStroke(palette.accent());
        gc.setLineWidth(1);
        gc.strokeRect(left + 0.5, top + 0.5, Math.max(1, right - left - 1), Math.max(1, bottom - top - 1));
    }

    private static double bounded(double coordinate, double end) {
        return Math.clamp(Math.rint(coordinate), 2, end - 2);
    }
}
