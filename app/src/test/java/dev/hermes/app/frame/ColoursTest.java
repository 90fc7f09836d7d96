package dev.hermes.app.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The colours of both themes can be read, and kinds be told apart, whatever colours one sees. */
class ColoursTest {

    private static final Pattern COLOUR = Pattern.compile("-hermes-([a-z-]+):\\s*(#[0-9a-f]{6});");
    private static final List<String> GROUNDS = List.of("background", "surface", "raised");
    private static final List<String> KINDS = List.of("base", "composite", "subjective", "parameter", "scheme");
    /** WCAG 2.2, success criterion 1.4.3. */
    private static final double TEXT = 4.5;
    /** The same, 1.4.11: what is not text. */
    private static final double SHAPE = 3;
    /** CIEDE2000; what differs by 1 is just seen to differ. */
    private static final double APART = 15;

    /**
     * How colours are seen by those who lack a kind of cones, as matrices on linear RGB: Machado, Oliveira and Fernandes,
     * "A Physiologically-based Model for Simulation of Color Vision Deficiency", 2009, at severity 1.
     */
    private static final Map<String, double[]> EYES = Map.of(
            "usual", new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1},
            "protanopia", new double[] {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882,
                -0.048116, 1.051998},
            "deuteranopia", new double[] {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820,
                0.042940, 0.968881},
            "tritanopia", new double[] {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733,
                0.691367, 0.303900});

    /** The colours of a theme by their names, each as linear RGB. */
    private static Map<String, double[]> colours(String theme) throws IOException {
        try (InputStream sheet = Objects.requireNonNull(
                ColoursTest.class.getResourceAsStream("/dev/hermes/themes/" + theme + ".css"))) {
            Matcher found = COLOUR.matcher(new String(sheet.readAllBytes(), StandardCharsets.UTF_8));
            Map<String, double[]> colours = new HashMap<>();
            while (found.find()) {
                colours.put(found.group(1), linear(found.group(2)));
            }
            return colours;
        }
    }

    private static double[] linear(String hex) {
        double[] linear = new double[3];
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(hex, 1 + 2 * i, 3 + 2 * i, 16) / 255.0;
            linear[i] = part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
        }
        return linear;
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void wordsCanBeRead(String theme) throws IOException {
        Map<String, double[]> colours = colours(theme);
        List<String> unreadable = new ArrayList<>();
        for (String text : List.of("text", "soft", "faint", "accent", "good", "bad", "warn", "base", "composite",
                "subjective", "parameter", "scheme")) {
            GROUNDS.forEach(ground -> check(colours, text, ground, TEXT, unreadable));
        }
        for (String tone : List.of("good", "bad", "warn", "accent")) {
            check(colours, tone, tone + "-soft", TEXT, unreadable);
            check(colours, "text", tone + "-soft", TEXT, unreadable);
        }
        check(colours, "soft", "accent-soft", TEXT, unreadable);
        check(colours, "on-accent", "accent", TEXT, unreadable);
        assertThat(unreadable).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void linesAndSignsStandOut(String theme) throws IOException {
        Map<String, double[]> colours = colours(theme);
        List<String> unseen = new ArrayList<>();
        for (String shape : List.of("accent", "base", "composite", "subjective", "parameter", "scheme", "bad",
                "faint")) {
            GROUNDS.forEach(ground -> check(colours, shape, ground, SHAPE, unseen));
        }
        assertThat(unseen).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void kindsAreToldApartWhateverColoursOneSees(String theme) throws IOException {
        Map<String, double[]> colours = colours(theme);
        List<String> alike = new ArrayList<>();
        EYES.forEach((eyes, seen) -> {
            for (int i = 0; i < KINDS.size(); i++) {
                for (int j = 0; j < i; j++) {
                    double apart = difference(lab(seen(colours, KINDS.get(i), seen)),
                            lab(seen(colours, KINDS.get(j), seen)));
                    if (apart < APART) {
                        alike.add("%s and %s, %s: %.1f".formatted(KINDS.get(i), KINDS.get(j), eyes, apart));
                    }
                }
            }
        });
        assertThat(alike).isEmpty();
    }

    private static double[] colour(Map<String, double[]> colours, String name) {
        return Objects.requireNonNull(colours.get(name), name);
    }

    private static void check(Map<String, double[]> colours, String on, String ground, double least,
            List<String> below) {
        double first = luminance(colour(colours, on)) + 0.05;
        double second = luminance(colour(colours, ground)) + 0.05;
        double contrast = Math.max(first, second) / Math.min(first, second);
        if (contrast < least) {
            below.add("%s on %s: %.2f".formatted(on, ground, contrast));
        }
    }

    private static double luminance(double[] linear) {
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    private static double[] seen(Map<String, double[]> colours, String name, double[] matrix) {
        double[] linear = colour(colours, name);
        double[] seen = new double[3];
        for (int i = 0; i < 3; i++) {
            seen[i] = Math.clamp(matrix[3 * i] * linear[0] + matrix[3 * i + 1] * linear[1]
                    + matrix[3 * i + 2] * linear[2], 0.0, 1.0);
        }
        return seen;
    }

    /** CIE 1976 L*a*b* with the white of D65. */
    private static double[] lab(double[] linear) {
        double x = cube((0.4124564 * linear[0] + 0.3575761 * linear[1] + 0.1804375 * linear[2]) / 0.95047);
        double y = cube(0.2126729 * linear[0] + 0.7151522 * linear[1] + 0.0721750 * linear[2]);
        double z = cube((0.0193339 * linear[0] + 0.1191920 * linear[1] + 0.9503041 * linear[2]) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double cube(double part) {
        return part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16.0 / 116;
    }

    /** CIEDE2000: Sharma, Wu and Dalal, "The CIEDE2000 Color-Difference Formula", 2005. */
    private static double difference(double[] one, double[] other) {
        double chroma = (Math.hypot(one[1], one[2]) + Math.hypot(other[1], other[2])) / 2;
        double grey = 0.5 * (1 - Math.sqrt(seventh(chroma)));
        double a1 = one[1] * (1 + grey);
        double a2 = other[1] * (1 + grey);
        double c1 = Math.hypot(a1, one[2]);
        double c2 = Math.hypot(a2, other[2]);
        double h1 = hue(a1, one[2]);
        double h2 = hue(a2, other[2]);
        double turn = h2 - h1 > 180 ? h2 - h1 - 360 : h2 - h1 < -180 ? h2 - h1 + 360 : h2 - h1;
        double mean = Math.abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : (h1 + h2 + (h1 + h2 < 360 ? 360 : -360)) / 2;
        double c = (c1 + c2) / 2;
        double light = (one[0] + other[0]) / 2 - 50;
        double t = 1 - 0.17 * cosine(mean - 30) + 0.24 * cosine(2 * mean) + 0.32 * cosine(3 * mean + 6)
                - 0.20 * cosine(4 * mean - 63);
        double lightness = (other[0] - one[0]) / (1 + 0.015 * light * light / Math.sqrt(20 + light * light));
        double saturation = (c2 - c1) / (1 + 0.045 * c);
        double shade = 2 * Math.sqrt(c1 * c2) * Math.sin(Math.toRadians(turn) / 2) / (1 + 0.015 * c * t);
        double blue = (mean - 275) / 25;
        double rotation = -2 * Math.sqrt(seventh(c)) * Math.sin(Math.toRadians(60 * Math.exp(-blue * blue)));
        return Math.sqrt(lightness * lightness + saturation * saturation + shade * shade
                + rotation * saturation * shade);
    }

    private static double seventh(double chroma) {
        return Math.pow(chroma, 7) / (Math.pow(chroma, 7) + Math.pow(25, 7));
    }

    private static double hue(double a, double b) {
        return (Math.toDegrees(Math.atan2(b, a)) + 360) % 360;
    }

    private static double cosine(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }
}
