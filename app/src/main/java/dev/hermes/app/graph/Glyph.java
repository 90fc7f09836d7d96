package dev.hermes.app.graph;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** The sign of a kind, so that kinds are told apart without their colours: rows, ƒ, a star, a coin, a sheet. */
final class Glyph {

    private static final int POINTS = 5;

    private Glyph() {}

    /**
     * Draws the sign of a card's kind.
     *
     * @param x
     *            its left
     * @param y
     *            its top
     */
    static void paint(Frame frame, Card card, Color colour, double x, double y, double size) {
        GraphicsContext gc = frame.gc();
        gc.setFill(colour);
        gc.setStroke(colour);
        gc.setLineWidth(1.2);
        if (card.kind == null) {
            gc.strokeRect(x + 0.5, y + 2.5, size - 3, size - 3);
            gc.fillRect(x + 2.5, y, size - 2.5, 1.2);
            gc.fillRect(x + size - 1.2, y, 1.2, size - 2.5);
            return;
        }
        switch (card.kind) {
            case BASE -> {
                for (int row = 0; row < 3; row++) {
                    gc.fillRect(x, frame.snap(y + row * size * 0.38), size, Math.max(1, frame.snap(size * 0.16)));
                }
            }
            case COMPOSITE -> {
                gc.setFont(frame.type().bold().size(size * 1.25));
                gc.setTextAlign(TextAlignment.CENTER);
                gc.fillText("ƒ", x + size / 2, y + size * 0.95);
            }
            case SUBJECTIVE -> star(gc, x + size / 2, y + size / 2, size * 0.56);
            case PARAMETER -> {
                gc.strokeOval(x + 0.5, y + 0.5, size - 1, size - 1);
                gc.fillOval(x + size * 0.32, y + size * 0.32, size * 0.36, size * 0.36);
            }
            case SCHEME -> {
                gc.strokeRect(x + 1.5, y + 0.5, size - 3, size - 1);
                gc.fillRect(x + size * 0.35, y + size * 0.3, size * 0.35, 1);
                gc.fillRect(x + size * 0.35, y + size * 0.58, size * 0.35, 1);
            }
            case MISSING -> {
                gc.setFont(frame.type().bold().size(size * 1.25));
                gc.setTextAlign(TextAlignment.CENTER);
                gc.fillText("?", x + size / 2, y + size * 0.95);
            }
        }
    }

    private static void star(GraphicsContext gc, double x, double y, double radius) {
        double[] xs = new double[2 * POINTS];
        double[] ys = new double[2 * POINTS];
        for (int i = 0; i < xs.length; i++) {
            double reach = i % 2 == 0 ? radius : radius * 0.42;
            xs[i] = x + reach * Math.sin(Math.PI * i / POINTS);
            ys[i] = y - reach * Math.cos(Math.PI * i / POINTS);
        }
        gc.fillPolygon(xs, ys, xs.length);
    }
}
