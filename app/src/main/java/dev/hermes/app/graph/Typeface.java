package dev.hermes.app.graph;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/**
 * A family and weight of type at all sizes. Widths are sums of advances that are measured once for each character,
 * so that cutting a text costs no text layout.
 */
final class Typeface {

    private static final double MEASURED = 100;
    private static final double STEP = 0.25;

    private final String family;
    private final FontWeight weight;
    private final Map<Integer, Font> fonts = new HashMap<>();
    private final Map<Integer, Double> advances = new HashMap<>();
    private final Text measure = new Text();

    Typeface(String family, FontWeight weight) {
        this.family = family;
        this.weight = weight;
        measure.setFont(Font.font(family, weight, MEASURED));
    }

    /** The font of a size, or of the next smaller one: few sizes keep few glyphs. */
    Font size(double size) {
        int steps = Math.max(1, (int) Math.floor(size / STEP + 1e-6));
        return fonts.computeIfAbsent(steps, known -> Font.font(family, weight, known * STEP));
    }

    /** The width of a character at size 1. */
    double advance(int codePoint) {
        return advances.computeIfAbsent(codePoint, point -> {
            measure.setText(Character.toString(point));
            return measure.getLayoutBounds().getWidth() / MEASURED;
        });
    }

    double width(String text, double size) {
        double sum = 0;
        for (int i = 0; i < text.length(); i++) {
            int point = text.codePointAt(i);
            sum += advance(point);
            i += Character.charCount(point) - 1;
        }
        return sum * size;
    }
}
