package dev.hermes.app.graph;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.scene.paint.Color;

/** The colours of a theme as the painters use them, with those that follow from others. */
final class Palette {

    /** How much of a dimmed card is left. */
    private static final double DIMMED = 0.62;
    /** Of one without text. */
    private static final double DIMMED_FAR = 0.35;
    private static final double EDGE = 0.7;
    private static final double TINT = 0.16;
    static final int SHADOWS = 4;

    private final Function<ColourRole, Color> colours;
    private final Ink plain;
    private final Ink dimmed;
    private final Ink dimmedFar;
    private final Color edge;
    private final Color frame;
    private final List<Color> shadows;
    private final Color ring;

    /** The colours of a card. */
    record Ink(Color card, Color line, Color text, Color soft, Color bad, Color group, Map<NodeKind, Color> kinds,
            Map<NodeKind, Color> tints) {

        /** Inside a card that has no text. */
        Color tint(Card of) {
            return of.kind == null ? card : tints.getOrDefault(of.kind, card);
        }

        Color kind(Card card) {
            return card.kind == null ? group : kinds.getOrDefault(card.kind, group);
        }
    }

    Palette(Function<ColourRole, Color> colours) {
        this.colours = colours;
        plain = ink(1);
        dimmed = ink(DIMMED);
        dimmedFar = ink(DIMMED_FAR);
        edge = over(colours.apply(ColourRole.FAINT), EDGE);
        frame = over(colours.apply(ColourRole.CARD), 0.45);
        ring = colours.apply(ColourRole.ACCENT_SOFT).interpolate(colours.apply(ColourRole.ACCENT), 0.14);
        Color shadow = colours.apply(ColourRole.SHADOW);
        shadows = IntStream.range(0, SHADOWS).mapToObj(i -> shadow.deriveColor(0, 1, 1, 1 - (double) i / SHADOWS))
                .toList();
    }

    /** Opaque, so that the lines below a dimmed card do not shine through. */
    private Ink ink(double strength) {
        Map<NodeKind, Color> kinds = new EnumMap<>(NodeKind.class);
        Map<NodeKind, Color> tints = new EnumMap<>(NodeKind.class);
        for (NodeKind kind : NodeKind.values()) {
            Color full = colours.apply(ColourRole.of(kind));
            kinds.put(kind, over(full, strength));
            tints.put(kind, over(colours.apply(ColourRole.CARD).interpolate(full, TINT), strength));
        }
        return new Ink(over(colours.apply(ColourRole.CARD), Math.sqrt(strength)),
                over(colours.apply(ColourRole.LINE), strength), over(colours.apply(ColourRole.TEXT), strength),
                over(colours.apply(ColourRole.SOFT), strength), over(colours.apply(ColourRole.BAD), strength),
                over(colours.apply(ColourRole.FAINT), strength), kinds, tints);
    }

    private Color over(Color colour, double strength) {
        return background().interpolate(colour, strength);
    }

    Ink plain() {
        return plain;
    }

    Ink of(Emphasis emphasis, Detail detail) {
        return emphasis != Emphasis.DIMMED ? plain : detail.hasTitles() ? dimmed : dimmedFar;
    }

    Color background() {
        return colours.apply(ColourRole.BACKGROUND);
    }

    Color grid() {
        return colours.apply(ColourRole.GRID);
    }

    Color line() {
        return plain.line();
    }

    /** Of an edge that is not lit. */
    Color edge() {
        return edge;
    }

    /** Inside the frame of a group. */
    Color frame() {
        return frame;
    }

    /** The shadow at a distance, which is less than {@link #SHADOWS}. */
    Color shadow(int distance) {
        return shadows.get(distance);
    }

    Color accent() {
        return colours.apply(ColourRole.ACCENT);
    }

    /** Around a selected card: soft, but to be seen on the background too. */
    Color ring() {
        return ring;
    }

    Color bad() {
        return plain.bad();
    }

    Color onBad() {
        return colours.apply(ColourRole.ON_BAD);
    }
}
