package dev.hermes.app.graph;

import java.util.Arrays;
import javafx.scene.paint.Color;

/**
 * Draws thousands of thin lines into pixels, many times faster than a canvas strokes them. Where lines of one colour
 * cross, the stronger one counts, so that a crossing is no darker than a line. Coordinates are pixels.
 */
final class LineRaster {

    private static final int OPAQUE = 255;
    private static final int COARSE = 16;
    /** Parts of a pixel in which lines are stepped along: 256ths of 256ths. */
    private static final double FINE = 1 << 24;

    private final int[] pixels;
    private final int width;
    private final int height;
    /** The colour at each coverage, multiplied with it. */
    private final int[] inks = new int[OPAQUE + 1];
    private double thickness = 1;
    private double dash;
    private double travelled;

    /** @param pixels in rows, premultiplied, alpha above red, green and blue */
    LineRaster(int[] pixels, int width, int height) {
        this.pixels = pixels;
        this.width = width;
        this.height = height;
    }

    void clear() {
        Arrays.fill(pixels, 0);
    }

    /** How the next lines look; a dash of 0 is none. */
    void style(Color colour, double lineThickness, double dashLength) {
        thickness = lineThickness;
        dash = dashLength;
        for (int alpha = 0; alpha <= OPAQUE; alpha++) {
            inks[alpha] = alpha << 24 | channel(colour.getRed(), alpha) << 16 | channel(colour.getGreen(), alpha) << 8
                    | channel(colour.getBlue(), alpha);
        }
    }

    private static int channel(double strength, int alpha) {
        return (int) Math.round(strength * alpha);
    }

    /**
     * A part of a cubic curve whose handles are level with its ends.
     *
     * @param from
     *            where on the curve the part begins, between 0 and 1
     */
    void curve(double x1, double y1, double reach, double x2, double y2, double from, double to) {
        travelled = 0;
        double extent = (Math.abs(x2 - x1) + Math.abs(y2 - y1)) * (to - from);
        int steps = (int) Math.clamp(extent / 16, 6L, 28L);
        double beforeX = Double.NaN;
        double beforeY = Double.NaN;
        for (int i = 0; i <= steps; i++) {
            double t = from + (to - from) * i / steps;
            double u = 1 - t;
            double a = u * u * u;
            double b = 3 * u * u * t;
            double c = 3 * u * t * t;
            double d = t * t * t;
            double x = a * x1 + b * (x1 + reach) + c * (x2 - reach) + d * x2;
            double y = (a + b) * y1 + (c + d) * y2;
            if (i > 0) {
                segment(beforeX, beforeY, x, y);
            }
            beforeX = x;
            beforeY = y;
        }
    }

    void line(double x1, double y1, double x2, double y2) {
        travelled = 0;
        segment(x1, y1, x2, y2);
    }

    private void segment(double x1, double y1, double x2, double y2) {
        double length = length(x2 - x1, y2 - y1);
        double from = Math.max(entry(x1, x2, width), entry(y1, y2, height));
        double to = Math.min(exit(x1, x2, width), exit(y1, y2, height));
        if (from < to && length > 0) {
            double startX = x1 + (x2 - x1) * from;
            double startY = y1 + (y2 - y1) * from;
            double endX = x1 + (x2 - x1) * to;
            double endY = y1 + (y2 - y1) * to;
            double way = travelled + length * from;
            if (Math.abs(x2 - x1) >= Math.abs(y2 - y1)) {
                steps(startX, startY, endX, endY, way, length / Math.abs(x2 - x1), 1, width, width, height);
            } else {
                steps(startY, startX, endY, endX, way, length / Math.abs(y2 - y1), width, 1, height, width);
            }
        }
        travelled += length;
    }

    /** From which part of a way on it is within a length and a margin. */
    private double entry(double start, double end, int within) {
        if (start == end) {
            return start < -thickness || start > within + thickness ? 1 : 0;
        }
        double border = start < end ? -thickness : within + thickness;
        return Math.max(0, (border - start) / (end - start));
    }

    private double exit(double start, double end, int within) {
        if (start == end) {
            return 1;
        }
        double border = start < end ? within + thickness : -thickness;
        return Math.min(1, (border - start) / (end - start));
    }

    /**
     * Steps along the longer side of a line, a pixel at a time, and inks what lies on both sides of it. Ways across are
     * counted in parts of a pixel, which is several times faster than floating point.
     *
     * @param along
     *            how far the next pixel along is in the array
     * @param aside
     *            how far the next pixel aside is
     */
    private void steps(double start, double startAside, double end, double endAside, double way, double stretch,
            int along, int aside, int lengthAlong, int lengthAside) {
        int first = Math.max(0, (int) Math.rint(Math.min(start, end)));
        int last = Math.min(lengthAlong, (int) Math.rint(Math.max(start, end)));
        double slope = (endAside - startAside) / (end - start);
        double half = thickness * stretch / 2;
        long position = Math.round((startAside + (first + 0.5 - start) * slope - half) * FINE);
        long step = Math.round(slope * FINE);
        long breadth = Math.round(2 * half * FINE);
        boolean forward = start <= end;
        for (int i = first; i < last; i++) {
            if (dash == 0 || isInked(way + (forward ? i + 0.5 - start : start - i - 0.5) * stretch)) {
                span((int) (position >> COARSE), (int) (position + breadth >> COARSE), i * along, aside, lengthAside);
            }
            position += step;
        }
    }

    private boolean isInked(double travelledHere) {
        return travelledHere % (2 * dash) < dash;
    }

    /** The pixels between two points across a line, in 256ths of a pixel, the outer ones as far as they are covered. */
    private void span(int from, int to, int offset, int stride, int end) {
        int last = Math.min(to >> 8, end - 1);
        for (int i = Math.max(from >> 8, 0); i <= last; i++) {
            int covered = Math.min(i + 1 << 8, to) - Math.max(i << 8, from);
            ink(offset + i * stride, Math.min(covered, OPAQUE));
        }
    }

    void disc(double x, double y, double radius) {
        int top = Math.max(0, (int) Math.floor(y - radius - 1));
        int bottom = Math.min(height - 1, (int) Math.ceil(y + radius));
        int left = Math.max(0, (int) Math.floor(x - radius - 1));
        int right = Math.min(width - 1, (int) Math.ceil(x + radius));
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double distance = length(column + 0.5 - x, row + 0.5 - y);
                double covered = Math.clamp(radius + 0.5 - distance, 0.0, 1.0);
                ink(row * width + column, (int) (covered * OPAQUE));
            }
        }
    }

    private static double length(double across, double down) {
        return Math.sqrt(across * across + down * down);
    }

    private void ink(int index, int alpha) {
        if (alpha > pixels[index] >>> 24) {
            pixels[index] = inks[alpha];
        }
    }
}
