package dev.hermes.app.graph;

import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Draws the frames of open groups below the cards. */
final class GroupFrame {

    static final double PADDING = 12;
    static final double TITLE = 28;
    /** The width of the mark before the title that collapses the group. */
    static final double CHEVRON = 24;

    private GroupFrame() {}

    static void paint(Frame frame, Sheet sheet, Iterable<GraphGroup> groups) {
        for (GraphGroup group : groups) {
            if (!group.collapsed()) {
                Rectangle2D area = sheet.frame(group);
                if (area.intersects(frame.area())) {
                    paint(frame, group, area);
                }
            }
        }
    }

    private static void paint(Frame frame, GraphGroup group, Rectangle2D area) {
        GraphicsContext gc = frame.gc();
        double x = frame.x(area.getMinX());
        double y = frame.y(area.getMinY());
        double width = frame.x(area.getMaxX()) - x;
        double height = frame.y(area.getMaxY()) - y;
        double arc = 24 * frame.zoom();
        gc.setFill(frame.palette().frame());
        gc.fillRoundRect(x, y, width, height, arc, arc);
        gc.setStroke(frame.palette().line());
        gc.setLineWidth(1);
        gc.strokeRoundRect(x + 0.5, y + 0.5, width - 1, height - 1, arc, arc);
        if (frame.detail().hasTitles()) {
            double size = Math.max(11 * frame.zoom(), 9);
            double baseline = frame.snap(y + 19 * frame.zoom());
            double left = x + CHEVRON * frame.zoom();
            gc.setFill(frame.palette().plain().soft());
            chevron(gc, x + 13 * frame.zoom(), y + 15 * frame.zoom(), 3.5 * frame.zoom());
            gc.setFont(frame.type().bold().size(size));
            gc.setTextAlign(TextAlignment.LEFT);
            gc.fillText(new Caption(group.title()).fitting(frame.type().bold(),
                    Math.max(0, x + width - left - 8), size), left, baseline);
        }
    }

    private static void chevron(GraphicsContext gc, double x, double y, double half) {
        gc.beginPath();
        gc.moveTo(x - half, y - half / 2);
        gc.lineTo(x + half, y - half / 2);
        gc.lineTo(x, y + half / 2 + 1);
        gc.closePath();
        gc.fill();
    }
}
