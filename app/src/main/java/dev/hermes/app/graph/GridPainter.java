package dev.hermes.app.graph;

import javafx.scene.canvas.GraphicsContext;

/** Draws the background with its dots, which keep their distance on the screen. */
final class GridPainter {

    private static final double STEP = 20;
    private static final double CLOSEST = 14;

    private GridPainter() {}

    static void paint(Frame frame) {
        GraphicsContext gc = frame.gc();
        gc.setFill(frame.palette().background());
        gc.fillRect(0, 0, frame.width(), frame.height());
        double step = STEP;
        while (step * frame.zoom() < CLOSEST) {
            step *= 2;
        }
        gc.setFill(frame.palette().grid());
        double startX = Math.floor(frame.area().getMinX() / step) * step;
        double startY = Math.floor(frame.area().getMinY() / step) * step;
        for (double y = startY; y <= frame.area().getMaxY(); y += step) {
            double sy = frame.y(y) - 1;
            for (double x = startX; x <= frame.area().getMaxX(); x += step) {
                gc.fillRect(frame.x(x) - 1, sy, 2, 2);
            }
        }
    }
}
