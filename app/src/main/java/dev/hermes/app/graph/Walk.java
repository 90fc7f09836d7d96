package dev.hermes.app.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.HorizontalDirection;
import javafx.geometry.Rectangle2D;
import javafx.geometry.Side;
import org.jspecify.annotations.Nullable;

/** Finds the card to which a key leads from another. */
final class Walk {

    private static final Comparator<Card> READING = Comparator.<Card>comparingDouble(card -> card.x)
            .thenComparingDouble(card -> card.y);

    private Walk() {}

    /** Left and right go along edges, to the nearest height, and else to the nearest card on that side. */
    static @Nullable Card towards(Sheet sheet, Card from, Side side) {
        Stream<Card> along = switch (side) {
            case RIGHT -> from.outgoing.stream().map(link -> link.to);
            case LEFT -> from.incoming.stream().map(link -> link.from);
            case TOP, BOTTOM -> Stream.empty();
        };
        Optional<Card> neighbour = along.min(Comparator.comparingDouble(card -> Math.abs(card.y - from.y)));
        return neighbour.orElseGet(() -> sheet.cards.stream().filter(card -> card != from && isOn(side, from, card))
                .min(Comparator.comparingDouble(card -> effort(side, from, card))).orElse(null));
    }

    private static boolean isOn(Side side, Card from, Card card) {
        return switch (side) {
            case RIGHT -> card.x > from.x;
            case LEFT -> card.x < from.x;
            case TOP -> card.y < from.y;
            case BOTTOM -> card.y > from.y;
        };
    }

    /** What is off the way costs more than what is on it. */
    private static double effort(Side side, Card from, Card card) {
        double across = Math.abs(card.x - from.x);
        double down = Math.abs(card.y - from.y);
        return side.isHorizontal() ? down + 4 * across : across + 4 * down;
    }

    /** Where keys begin: the uppermost left card of those seen, or of all where none is seen. */
    static @Nullable Card first(Sheet sheet, Rectangle2D seen) {
        return sheet.cards.stream().filter(card -> seen.contains(card.x, card.y, Card.WIDTH, Card.HEIGHT))
                .min(READING).orElseGet(() -> end(sheet, HorizontalDirection.LEFT));
    }

    /** The first card of the leftmost, or the last of the rightmost; null if there are no cards. */
    static @Nullable Card end(Sheet sheet, HorizontalDirection direction) {
        return direction == HorizontalDirection.LEFT
                ? sheet.cards.stream().min(READING).orElse(null)
                : sheet.cards.stream().max(READING).orElse(null);
    }

    /** The next card in the order of the graph; null at the end. */
    static @Nullable Card next(Sheet sheet, @Nullable Card from, HorizontalDirection direction) {
        List<Card> cards = sheet.cards;
        int step = direction == HorizontalDirection.RIGHT ? 1 : -1;
        int start = from != null ? cards.indexOf(from) : step > 0 ? -1 : cards.size();
        int index = start + step;
        return index >= 0 && index < cards.size() ? cards.get(index) : null;
    }
}
