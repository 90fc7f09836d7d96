package dev.hermes.app.graph;

import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;

/** One picture that is being painted: where, from which camera, in which colours. Coordinates are whole pixels. */
record Frame(GraphicsContext gc, Camera camera, double width, double height, double scale, Palette palette,
        GraphColours.Type type, Detail detail, Rectangle2D area) {

    /** @param scale pixels of the screen for each of the scene */
    static Frame of(GraphicsContext gc, Camera camera, double scale, GraphColours colours) {
        double width = gc.getCanvas().getWidth();
        double height = gc.getCanvas().getHeight();
        return new Frame(gc, camera, width, height, scale, colours.palette(), colours.type(),
                Detail.at(camera.zoom()), camera.area(width, height));
    }

    double zoom() {
        return camera.zoom();
    }

    /** On the canvas, at the edge of a pixel. */
    double x(double graphX) {
        return snap(camera.screenX(graphX));
    }

    double y(double graphY) {
        return snap(camera.screenY(graphY));
    }

    double snap(double coordinate) {
        return Math.rint(coordinate * scale) / scale;
    }
}
