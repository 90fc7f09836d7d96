package dev.hermes.app.graph;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.paint.Color;

/** The colours of a canvas for the controls that lie over it. */
final class Tones {

    private Tones() {}

    /** A style that names them by their roles: {@code -graph-card} and so on. */
    static String of(GraphColours colours) {
        return Arrays.stream(ColourRole.values())
                .map(role -> role.property().replace("-hermes-graph-", "-graph-") + ": " + web(colours.get(role)) + ";")
                .collect(Collectors.joining(" "));
    }

    private static String web(Color colour) {
        return String.format(Locale.ROOT, "rgba(%d, %d, %d, %.3f)", Math.round(colour.getRed() * 255),
                Math.round(colour.getGreen() * 255), Math.round(colour.getBlue() * 255), colour.getOpacity());
    }
}
