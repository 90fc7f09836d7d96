package dev.hermes.app.graph;

import javafx.geometry.Rectangle2D;

/**
 * What of the graph is seen.
 *
 * @param x
 *            of the graph's point at the top left of the viewport
 * @param zoom
 *            pixels for each unit of the graph
 */
public record Camera(double x, double y, double zoom) {

    static final double SMALLEST = 0.01;
    static final double LARGEST = 2.5;
    static final Camera START = new Camera(0, 0, 1);

    private static final double MARGIN = 32;

    double screenX(double graphX) {
        return (graphX - x) * zoom;
    }

    double screenY(double graphY) {
        return (graphY - y) * zoom;
    }

    double graphX(double screenX) {
        return x + screenX / zoom;
    }

    double graphY(double screenY) {
        return y + screenY / zoom;
    }

    /** The content moved by pixels. */
    Camera panned(double right, double down) {
        return new Camera(x - right / zoom, y - down / zoom, zoom);
    }

    /** Another zoom, with the graph's point below the given one of the viewport kept there. */
    Camera zoomed(double to, double screenX, double screenY) {
        double bounded = Math.clamp(to, SMALLEST, LARGEST);
        return new Camera(graphX(screenX) - screenX / bounded, graphY(screenY) - screenY / bounded, bounded);
    }

    /** A part of the way to another camera, from 0 to 1; the zoom changes by the same factor at each step. */
    Camera towards(Camera to, double part) {
        double between = zoom * Math.pow(to.zoom / zoom, part);
        // What is seen moves evenly while the zoom stays; while it changes, the way follows it.
        double done = to.zoom == zoom ? part : (1 / between - 1 / zoom) / (1 / to.zoom - 1 / zoom);
        return new Camera(x + (to.x - x) * done, y + (to.y - y) * done, between);
    }

    /** The same zoom with a point of the graph in the middle of a viewport. */
    Camera centred(double graphX, double graphY, double width, double height) {
        return new Camera(graphX - width / 2 / zoom, graphY - height / 2 / zoom, zoom);
    }

    /**
     * The same zoom, moved so far that no more of the viewport is blank than must be: a larger area reaches over it up
     * to a margin, a smaller one is in its middle, each way by itself.
     *
     * @param free
     *            the part of the viewport, in its pixels, that nothing lies over
     */
    Camera within(Rectangle2D area, Rectangle2D free) {
        return new Camera(
                within(x, area.getMinX(), area.getMaxX(), free.getMinX() / zoom, free.getMaxX() / zoom),
                within(y, area.getMinY(), area.getMaxY(), free.getMinY() / zoom, free.getMaxY() / zoom), zoom);
    }

    private double within(double at, double start, double end, double freeStart, double freeEnd) {
        double margin = MARGIN / zoom;
        double least = start - margin - freeStart;
        double most = end + margin - freeEnd;
        return least > most ? (least + most) / 2 : Math.clamp(at, least, most);
    }

    /** All of an area in a viewport, at most at a given zoom. */
    static Camera fitting(Rectangle2D area, double width, double height, double most) {
        double across = (width - 2 * MARGIN) / Math.max(area.getWidth(), 1);
        double down = (height - 2 * MARGIN) / Math.max(area.getHeight(), 1);
        double zoom = Math.clamp(Math.min(across, down), SMALLEST, most);
        return new Camera(0, 0, zoom).centred(area.getMinX() + area.getWidth() / 2,
                area.getMinY() + area.getHeight() / 2, width, height);
    }

    /** All of an area in a viewport; the upper left part of it where all would be smaller than a given zoom. */
    static Camera beginning(Rectangle2D area, double width, double height, double least, double most) {
        Camera all = fitting(area, width, height, most);
        if (all.zoom >= least) {
            return all;
        }
        Camera nearer = new Camera(0, 0, least).centred(area.getMinX() + area.getWidth() / 2,
                area.getMinY() + area.getHeight() / 2, width, height);
        return new Camera(Math.min(nearer.x, area.getMinX() - MARGIN / least),
                Math.min(nearer.y, area.getMinY() - MARGIN / least), least);
    }

    /** The part of the graph that a viewport shows. */
    Rectangle2D area(double width, double height) {
        return new Rectangle2D(x, y, Math.max(width, 0) / zoom, Math.max(height, 0) / zoom);
    }
}
