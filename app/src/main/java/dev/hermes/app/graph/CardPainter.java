package dev.hermes.app.graph;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;

/** Draws cards, each by as many details as can be seen. Keeps what it needs from frame to frame. */
final class CardPainter {

    private static final double RADIUS = 8;
    private static final double PADDING = 11;
    private static final double SHAPE_WIDTH = 54;
    private static final double SHAPE_HEIGHT = 20;
    static final double PORT = 5;

    private double[] shapeX = new double[32];
    private double[] shapeY = new double[32];
    private int painted;

    /** How many cards the last frame had. */
    int painted() {
        return painted;
    }

    void paint(Frame frame, Sheet sheet) {
        painted = 0;
        frame.gc().setTextBaseline(VPos.BASELINE);
        double margin = 12 / frame.zoom();
        double left = frame.area().getMinX() - margin;
        double top = frame.area().getMinY() - margin;
        double right = frame.area().getMaxX() + margin;
        double bottom = frame.area().getMaxY() + margin;
        for (Card card : sheet.cards) {
            if (card.x <= right && card.right() >= left && card.y <= bottom && card.bottom() >= top) {
                paint(frame, card);
                painted++;
            }
        }
    }

    private void paint(Frame frame, Card card) {
        double x = frame.x(card.x);
        double y = frame.y(card.y);
        double width = frame.snap(Card.WIDTH * frame.zoom());
        double height = frame.snap(Card.HEIGHT * frame.zoom());
        Palette.Ink ink = frame.palette().of(card.emphasis, frame.detail());
        switch (frame.detail()) {
            case BLOCK -> block(frame, card, ink, x, y, width, height);
            case BLANK -> blank(frame, card, ink, x, y, width, height);
            case TITLE -> {
                body(frame, card, ink, x, y, width, height);
                titleOnly(frame, card, ink, x, y, width, height);
            }
            case FULL -> {
                body(frame, card, ink, x, y, width, height);
                texts(frame, card, ink, x, y, width);
                shape(frame, card, ink, x, y, width);
                if (card.problem != null) {
                    problem(frame, x + width, y);
                }
            }
        }
    }

    private static void block(Frame frame, Card card, Palette.Ink ink, double x, double y, double width,
            double height) {
        GraphicsContext gc = frame.gc();
        boolean selected = card.emphasis == Emphasis.SELECTED;
        double grown = selected ? 1 : 0;
        gc.setFill(card.problem != null ? ink.bad() : selected ? frame.palette().accent() : ink.kind(card));
        gc.fillRect(x - grown, y - grown, Math.max(width, 2) + 2 * grown, Math.max(height, 1) + 2 * grown);
    }

    private static void blank(Frame frame, Card card, Palette.Ink ink, double x, double y, double width,
            double height) {
        GraphicsContext gc = frame.gc();
        boolean selected = card.emphasis == Emphasis.SELECTED;
        double edge = selected ? 2 : 1;
        gc.setFill(border(frame, card, ink));
        gc.fillRect(x - edge + 1, y - edge + 1, width + 2 * edge - 2, height + 2 * edge - 2);
        gc.setFill(ink.tint(card));
        gc.fillRect(x + 1, y + 1, width - 2, height - 2);
        gc.setFill(ink.kind(card));
        gc.fillRect(x + 1, y + 1, width - 2, Math.max(2, frame.snap(4 * frame.zoom())));
        // Bars in place of the texts, so that a card still looks like one.
        double bar = Math.max(1, frame.snap(8 * frame.zoom()));
        gc.setFill(ink.card());
        gc.fillRect(x + frame.snap(width * 0.1), y + frame.snap(height * 0.32), frame.snap(width * 0.55), bar);
        gc.fillRect(x + frame.snap(width * 0.1), y + frame.snap(height * 0.64), frame.snap(width * 0.35), bar);
    }

    private static Color border(Frame frame, Card card, Palette.Ink ink) {
        return card.emphasis == Emphasis.SELECTED
                ? frame.palette().accent()
                : card.problem != null ? ink.bad() : ink.line();
    }

    private static void body(Frame frame, Card card, Palette.Ink ink, double x, double y, double width,
            double height) {
        GraphicsContext gc = frame.gc();
        double radius = RADIUS * frame.zoom();
        double arc = 2 * radius;
        boolean selected = card.emphasis == Emphasis.SELECTED;
        if (selected) {
            gc.setFill(frame.palette().ring());
            gc.fillRoundRect(x - 3, y - 3, width + 6, height + 6, arc + 6, arc + 6);
        } else if (card.emphasis != Emphasis.DIMMED) {
            shadow(frame, x, y, width, height, radius);
        }
        if (card.isGroup()) {
            double step = frame.snap(4 * frame.zoom());
            gc.setFill(ink.line());
            gc.fillRoundRect(x + step, y + step, width, height, arc, arc);
            gc.setFill(ink.card());
            gc.fillRoundRect(x + step + 1, y + step + 1, width - 2, height - 2, arc - 2, arc - 2);
        }
        gc.setFill(border(frame, card, ink));
        gc.fillRoundRect(x, y, width, height, arc, arc);
        gc.setFill(ink.kind(card));
        gc.fillRoundRect(x + 1, y + 1, width - 2, height - 2, arc - 2, arc - 2);
        double strip = Math.max(2, frame.snap(3 * frame.zoom()));
        gc.setFill(ink.card());
        below(gc, x + 1, y + 1 + strip, width - 2, height - 2 - strip, Math.max(0, radius - 1));
    }

    /** Lines below and beside a card, each fainter than the one before: a blur would cost more than the card. */
    private static void shadow(Frame frame, double x, double y, double width, double height, double radius) {
        GraphicsContext gc = frame.gc();
        double inset = radius * 0.6;
        for (int i = 0; i < Palette.SHADOWS; i++) {
            gc.setFill(frame.palette().shadow(i));
            gc.fillRect(x + inset, y + height + i, width - 2 * inset, 1);
        }
        gc.setFill(frame.palette().shadow(2));
        gc.fillRect(x - 1, y + radius, 1, height - 1.5 * radius);
        gc.fillRect(x + width, y + radius, 1, height - 1.5 * radius);
    }

    /** A rectangle that is rounded only below. */
    private static void below(GraphicsContext gc, double x, double y, double width, double height, double radius) {
        double right = x + width;
        double bottom = y + height;
        double handle = radius * 0.45;
        gc.beginPath();
        gc.moveTo(x, y);
        gc.lineTo(right, y);
        gc.lineTo(right, bottom - radius);
        gc.bezierCurveTo(right, bottom - handle, right - handle, bottom, right - radius, bottom);
        gc.lineTo(x + radius, bottom);
        gc.bezierCurveTo(x + handle, bottom, x, bottom - handle, x, bottom - radius);
        gc.closePath();
        gc.fill();
    }

    private static void titleOnly(Frame frame, Card card, Palette.Ink ink, double x, double y, double width,
            double height) {
        GraphicsContext gc = frame.gc();
        double size = Math.max(13 * frame.zoom(), 9);
        double padding = Math.max(4, PADDING * frame.zoom());
        boolean hasRoom = height >= 36;
        Typeface bold = frame.type().bold();
        gc.setFont(bold.size(size));
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setFill(card.problem == null ? ink.text() : ink.bad());
        double middle = y + height / 2 + (hasRoom ? -1 : size * 0.45);
        gc.fillText(card.title.fitting(bold, width - 2 * padding, size), x + padding, frame.snap(middle));
        if (hasRoom) {
            Typeface regular = frame.type().regular();
            gc.setFont(regular.size(size));
            gc.setFill(ink.soft());
            gc.fillText(card.value.fitting(regular, width - 2 * padding, size), x + padding,
                    frame.snap(middle + size * 1.4));
        }
    }

    private static void texts(Frame frame, Card card, Palette.Ink ink, double x, double y, double width) {
        GraphicsContext gc = frame.gc();
        double zoom = frame.zoom();
        Typeface bold = frame.type().bold();
        Typeface regular = frame.type().regular();
        double left = frame.snap(x + PADDING * zoom);
        double room = width - 2 * PADDING * zoom;
        double tagWidth = card.tag.isEmpty() ? 0 : (regular.width(card.tag, 11) + 8) * zoom;
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setFill(ink.text());
        gc.setFont(bold.size(13 * zoom));
        gc.fillText(card.title.fitting(bold, room - tagWidth, 13 * zoom), left, frame.snap(y + 25 * zoom));
        if (card.faded) {
            gc.setFill(ink.group());
        }
        double valueRoom = card.shape.length > 1 ? room - (SHAPE_WIDTH + 8) * zoom : room;
        gc.setFont(bold.size(14 * zoom));
        gc.fillText(card.value.fitting(bold, valueRoom, 14 * zoom), left, frame.snap(y + 68 * zoom));
        gc.setFill(ink.soft());
        gc.setFont(regular.size(11 * zoom));
        gc.fillText(card.subtitle.fitting(regular, room, 11 * zoom), left, frame.snap(y + 42 * zoom));
        if (!card.tag.isEmpty()) {
            gc.setFill(card.isGroup() ? ink.soft() : ink.kind(card));
            gc.setTextAlign(TextAlignment.RIGHT);
            gc.fillText(card.tag, frame.snap(left + room), frame.snap(y + 24 * zoom));
        }
    }

    private void shape(Frame frame, Card card, Palette.Ink ink, double x, double y, double width) {
        int count = card.shape.length;
        if (count < 2) {
            return;
        }
        if (count > shapeX.length) {
            shapeX = new double[count];
            shapeY = new double[count];
        }
        double zoom = frame.zoom();
        double left = x + width - (PADDING + SHAPE_WIDTH) * zoom;
        double bottom = y + 71 * zoom;
        for (int i = 0; i < count; i++) {
            shapeX[i] = left + SHAPE_WIDTH * zoom * i / (count - 1);
            shapeY[i] = bottom - SHAPE_HEIGHT * zoom * card.shape[i];
        }
        GraphicsContext gc = frame.gc();
        gc.setStroke(card.faded ? ink.group() : ink.kind(card));
        gc.setLineWidth(Math.max(1, 1.5 * zoom));
        gc.setLineJoin(StrokeLineJoin.ROUND);
        gc.setLineCap(StrokeLineCap.ROUND);
        gc.strokePolyline(shapeX, shapeY, count);
        gc.setLineCap(StrokeLineCap.BUTT);
    }

    private static void problem(Frame frame, double right, double top) {
        GraphicsContext gc = frame.gc();
        double zoom = frame.zoom();
        double radius = 8 * zoom;
        double x = right - 2 * zoom;
        double y = top + 2 * zoom;
        gc.setFill(frame.palette().background());
        gc.fillOval(x - radius - 1.5, y - radius - 1.5, 2 * radius + 3, 2 * radius + 3);
        gc.setFill(frame.palette().bad());
        gc.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        gc.setFill(frame.palette().onBad());
        gc.fillRect(frame.snap(x - 0.8 * zoom), y - 4.5 * zoom, Math.max(1, frame.snap(2 * zoom)), 5.5 * zoom);
        gc.fillRect(frame.snap(x - 0.8 * zoom), y + 2.2 * zoom, Math.max(1, frame.snap(2 * zoom)), 2 * zoom);
    }

    /** The handle at a card's right from which an edge is drawn. */
    static void port(Frame frame, Card card) {
        GraphicsContext gc = frame.gc();
        double x = frame.x(card.right());
        double y = frame.y(card.centreY());
        double radius = PORT;
        gc.setFill(frame.palette().plain().card());
        gc.fillOval(x - radius - 1, y - radius - 1, 2 * radius + 2, 2 * radius + 2);
        gc.setFill(frame.palette().accent());
        gc.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        gc.setFill(frame.palette().plain().card());
        gc.fillRect(x - 2.5, y - 0.5, 5, 1);
        gc.fillRect(x - 0.5, y - 2.5, 1, 5);
    }

    /** A line around a card, at a distance. */
    static void outline(Frame frame, Card card, Color colour, double distance, double thickness) {
        GraphicsContext gc = frame.gc();
        double inset = distance + thickness / 2;
        double width = frame.snap(Card.WIDTH * frame.zoom());
        double height = frame.snap(Card.HEIGHT * frame.zoom());
        double arc = 2 * (RADIUS * frame.zoom() + inset);
        gc.setStroke(colour);
        gc.setLineWidth(thickness);
        gc.strokeRoundRect(frame.x(card.x) - inset, frame.y(card.y) - inset, width + 2 * inset, height + 2 * inset,
                arc, arc);
    }
}
