package dev.hermes.app.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Draws links: few of them as strokes of the canvas, many into an image, and fewer and fainter the more there are. */
final class LinkPainter {

    private static final double DOT = 3.5;
    private static final double DASH = 4;
    /** So many can be stroked within a frame. */
    private static final int FEW = 32;
    /**
     * From here on a link with no end in view is left out, and of one with a single end in view only that end is drawn.
     */
    private static final int CROWD = 300;
    /** How much is drawn of it, in pixels. */
    private static final double TAIL = 120;
    /** More lines than that cannot be told apart; those of the selected cards are drawn all the same. */
    private static final int MOST = 500;
    private static final double FAINTEST = 0.28;
    private static final double FAINTEST_NEAR = 0.55;

    private final LineLayer layer = new LineLayer();
    /** Solid and dashed each: the plain, the lit, and those of the selected cards. */
    private final List<List<Link>> visible = Stream.<List<Link>>generate(ArrayList::new).limit(6).toList();
    private int painted;
    private int paintedOfSelected;
    private LinkCount count = LinkCount.NONE;

    /** How a group of links looks. */
    private record Look(Color colour, boolean strong, boolean dashed, boolean straight) {

        double thickness() {
            return strong ? 2 : straight ? 0.8 : 1.2;
        }

        /** A thin line is sharp in the middle of a pixel, one of two pixels between them. */
        double half() {
            return strong ? 0 : 0.5;
        }
    }

    /** Of the last frame. */
    LinkCount count() {
        return count;
    }

    void paint(Frame frame, Sheet sheet) {
        int found = collect(frame, sheet);
        if (found > CROWD) {
            visible.forEach(
                    links -> links.removeIf(link -> !link.lit && !startsIn(frame, link) && !endsIn(frame, link)));
        }
        int left = visible.stream().mapToInt(List::size).sum();
        if (left <= FEW) {
            draw(frame, left, new Strokes(frame));
        } else {
            draw(frame, left, new Pixels(frame, layer.begin(frame), found > CROWD));
            layer.end(frame);
        }
        count = new LinkCount(painted, paintedOfSelected, found);
    }

    /** Lets go of what only moving links need. */
    void rest() {
        layer.rest();
    }

    /** Sorts the links in view by how they look; those that are lit come last, over the others. */
    private int collect(Frame frame, Sheet sheet) {
        visible.forEach(List::clear);
        double left = frame.area().getMinX();
        double top = frame.area().getMinY();
        double right = frame.area().getMaxX();
        double bottom = frame.area().getMaxY();
        int found = 0;
        for (Link link : sheet.links) {
            if (link.meets(left, top, right, bottom)) {
                visible.get((link.chosen ? 4 : link.lit ? 2 : 0) + (link.dashed ? 1 : 0)).add(link);
                found++;
            }
        }
        return found;
    }

    private static boolean startsIn(Frame frame, Link link) {
        return frame.area().contains(link.startX(), link.from.centreY());
    }

    private static boolean endsIn(Frame frame, Link link) {
        return frame.area().contains(link.endX(), link.to.centreY());
    }

    private void draw(Frame frame, int count, Pen pen) {
        painted = 0;
        paintedOfSelected = 0;
        int ofSelected = visible.get(4).size() + visible.get(5).size();
        boolean far = !frame.detail().hasTitles();
        double strength = Math.clamp(Math.sqrt((double) CROWD / 2 / Math.max(1, count)),
                far ? FAINTEST : FAINTEST_NEAR, 1.0);
        Color faint = frame.palette().background().interpolate(frame.palette().edge(), strength);
        for (int i = 0; i < visible.size(); i++) {
            boolean lit = i >= 2;
            List<Link> links = visible.get(i);
            int step = switch (i) {
                case 0, 1 -> step(count, MOST);
                case 2, 3 -> step(links.size(), MOST - ofSelected);
                // All of them: what somebody asks about is not to be guessed.
                default -> 1;
            };
            if (!links.isEmpty()) {
                int drawn = (links.size() + step - 1) / step;
                painted += drawn;
                paintedOfSelected += i >= 4 ? drawn : 0;
                pen.draw(links, step, new Look(lit ? frame.palette().accent() : faint, lit, i % 2 == 1 && !far, far));
            }
        }
    }

    /** Each how many-th of so many is drawn where there is room for some of them. */
    private static int step(int count, int room) {
        return Math.max(1, Math.ceilDiv(count, Math.max(1, room)));
    }

    /** Something that draws links of one look. */
    private sealed interface Pen {

        void draw(List<Link> links, int step, Look look);
    }

    private record Strokes(Frame frame) implements Pen {

        @Override
        public void draw(List<Link> links, int step, Look look) {
            GraphicsContext gc = frame.gc();
            gc.beginPath();
            for (Link link : links) {
                double x1 = frame.x(link.startX());
                double y1 = frame.y(link.from.centreY()) + look.half();
                double x2 = frame.x(link.endX());
                double y2 = frame.y(link.to.centreY()) + look.half();
                double reach = Link.reach(link.startX(), link.endX()) * frame.zoom();
                gc.moveTo(x1, y1);
                gc.bezierCurveTo(x1 + reach, y1, x2 - reach, y2, x2, y2);
            }
            gc.setStroke(look.colour());
            gc.setLineWidth(look.thickness());
            if (look.dashed()) {
                gc.setLineDashes(DASH, DASH);
            }
            gc.stroke();
            gc.setLineDashes();
            if (!look.straight()) {
                double radius = dot(frame);
                gc.setFill(look.colour());
                for (Link link : links) {
                    gc.fillOval(frame.x(link.endX()) - radius, frame.y(link.to.centreY()) + look.half() - radius,
                            2 * radius, 2 * radius);
                }
            }
        }
    }

    /** @param crowded whether links that lead out of view are cut off */
    private record Pixels(Frame frame, LineRaster raster, boolean crowded) implements Pen {

        @Override
        public void draw(List<Link> links, int step, Look look) {
            double scale = frame.scale();
            raster.style(look.colour(), look.thickness() * scale, look.dashed() ? DASH * scale : 0);
            for (int i = 0; i < links.size(); i += step) {
                draw(links.get(i), look, scale);
            }
        }

        private void draw(Link link, Look look, double scale) {
            double x1 = frame.x(link.startX()) * scale;
            double y1 = (frame.y(link.from.centreY()) + look.half()) * scale;
            double x2 = frame.x(link.endX()) * scale;
            double y2 = (frame.y(link.to.centreY()) + look.half()) * scale;
            if (look.straight()) {
                raster.line(x1, y1, x2, y2);
                return;
            }
            double tail = Math.min(1, TAIL * scale / (Math.abs(x2 - x1) + Math.abs(y2 - y1)));
            boolean whole = !crowded || link.lit;
            double from = whole || startsIn(frame, link) ? 0 : 1 - tail;
            double to = whole || endsIn(frame, link) ? 1 : tail;
            raster.curve(x1, y1, Link.reach(link.startX(), link.endX()) * frame.zoom() * scale, x2, y2, from, to);
            raster.disc(x2, y2, dot(frame) * scale);
        }
    }

    private static double dot(Frame frame) {
        return Math.max(2, DOT * frame.zoom());
    }

    /** One link by itself, over what is there. */
    static void highlight(Frame frame, Link link, Color colour) {
        curve(frame, frame.x(link.startX()), frame.y(link.from.centreY()), frame.x(link.endX()),
                frame.y(link.to.centreY()), colour, link.dashed);
    }

    /** A curve between points of the canvas that ends in a dot; backwards it goes round below. */
    static void curve(Frame frame, double x1, double y1, double x2, double y2, Color colour, boolean dashed) {
        GraphicsContext gc = frame.gc();
        double reach = Link.reach(x1 / frame.zoom(), x2 / frame.zoom()) * frame.zoom();
        double round = x2 < x1 ? Card.HEIGHT * 1.6 * frame.zoom() : 0;
        gc.setStroke(colour);
        gc.setLineWidth(2.5);
        if (dashed) {
            gc.setLineDashes(DASH + 2, DASH);
        }
        gc.beginPath();
        gc.moveTo(x1, y1);
        gc.bezierCurveTo(x1 + reach + round, y1 + round, x2 - reach - round, y2 + round, x2, y2);
        gc.stroke();
        gc.setLineDashes();
        gc.setFill(colour);
        gc.fillOval(x2 - DOT, y2 - DOT, 2 * DOT, 2 * DOT);
    }
}
