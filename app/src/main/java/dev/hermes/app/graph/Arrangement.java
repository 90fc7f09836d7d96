package dev.hermes.app.graph;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/** Where cards go when they are brought into line. */
final class Arrangement {

    private Arrangement() {}

    /** The new top left point of each card; empty if there are too few to be aligned. */
    static Map<Card, Point2D> of(List<Card> cards, Alignment alignment) {
        Rectangle2D area = Sheet.bounds(cards);
        if (area == null || cards.size() < 2) {
            return Map.of();
        }
        double right = area.getMaxX() - Card.WIDTH;
        double bottom = area.getMaxY() - Card.HEIGHT;
        return switch (alignment) {
            case LEFT -> column(cards, area.getMinX());
            case CENTRE -> column(cards, (area.getMinX() + right) / 2);
            case RIGHT -> column(cards, right);
            case TOP -> row(cards, area.getMinY());
            case MIDDLE -> row(cards, (area.getMinY() + bottom) / 2);
            case BOTTOM -> row(cards, bottom);
            case DISTRIBUTE_ACROSS -> across(cards, area.getMinX(), right);
            case DISTRIBUTE_DOWN -> down(cards, area.getMinY(), bottom);
        };
    }

    private static Map<Card, Point2D> column(List<Card> cards, double x) {
        Map<Card, Point2D> points = new HashMap<>();
        cards.forEach(card -> points.put(card, new Point2D(x, card.y)));
        return points;
    }

    private static Map<Card, Point2D> row(List<Card> cards, double y) {
        Map<Card, Point2D> points = new HashMap<>();
        cards.forEach(card -> points.put(card, new Point2D(card.x, y)));
        return points;
    }

    private static Map<Card, Point2D> across(List<Card> cards, double first, double last) {
        List<Card> sorted = cards.stream().sorted(Comparator.comparingDouble(card -> card.x)).toList();
        Map<Card, Point2D> points = new HashMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            double x = first + (last - first) * i / (sorted.size() - 1);
            points.put(sorted.get(i), new Point2D(x, sorted.get(i).y));
        }
        return points;
    }

    private static Map<Card, Point2D> down(List<Card> cards, double first, double last) {
        List<Card> sorted = cards.stream().sorted(Comparator.comparingDouble(card -> card.y)).toList();
        Map<Card, Point2D> points = new HashMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            double y = first + (last - first) * i / (sorted.size() - 1);
            points.put(sorted.get(i), new Point2D(sorted.get(i).x, y));
        }
        return points;
    }
}
