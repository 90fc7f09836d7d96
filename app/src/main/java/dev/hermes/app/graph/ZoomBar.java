package dev.hermes.app.graph;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;

/** Buttons that zoom a canvas: smaller, the zoom itself (which leads back to the actual size), larger, fit. */
public final class ZoomBar extends HBox {

    private static final double STEP = 1.2;
    private static final String STYLES = """
            .graph-zoom-bar {
                -fx-padding: 4; -fx-spacing: 2;
                -fx-background-color: -zoom-line, -zoom-card; -fx-background-insets: 0, 1;
                -fx-background-radius: 8, 7;
                -fx-effect: dropshadow(gaussian, -zoom-shadow, 12, 0.2, 0, 3);
            }
            .graph-zoom-bar > .button {
                -fx-background-color: transparent; -fx-background-insets: 0; -fx-background-radius: 5;
                -fx-border-width: 0; -fx-text-fill: -zoom-soft; -fx-min-height: 28; -fx-pref-height: 28;
                -fx-max-height: 28; -fx-padding: 0 10 0 10; -fx-effect: null; -fx-font-size: 13;
            }
            .graph-zoom-bar > .zoom { -fx-text-fill: -zoom-text; -fx-min-width: 62; }
            .graph-zoom-bar > .button:hover { -fx-background-color: -zoom-accent-soft; -fx-text-fill: -zoom-text; }
            .graph-zoom-bar > .button:focus-visible {
                -fx-background-color: -zoom-accent, -zoom-card; -fx-background-insets: 0, 2;
            }
            """;

    private final GraphCanvas canvas;
    private final Button smaller = new Button("−");
    private final Button actual = new Button();
    private final Button larger = new Button("+");
    private final Button fit = new Button();

    /** The bar of a canvas. */
    public ZoomBar(GraphCanvas canvas) {
        this.canvas = canvas;
        getStyleClass().add("graph-zoom-bar");
        actual.getStyleClass().add("zoom");
        setAlignment(Pos.CENTER);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().addAll(smaller, actual, larger, fit);
        smaller.setOnAction(_ -> canvas.zoomBy(1 / STEP));
        actual.setOnAction(_ -> canvas.zoomTo(1));
        larger.setOnAction(_ -> canvas.zoomBy(STEP));
        fit.setOnAction(_ -> canvas.zoomToFit());
        canvas.cameraProperty().addListener((_, _, _) -> showZoom());
        canvas.textsProperty().addListener((_, _, _) -> name());
        canvas.colours().listen(this::recolour);
        name();
        showZoom();
        recolour();
    }

    @Override
    public String getUserAgentStylesheet() {
        return "data:text/css;base64,"
                + Base64.getEncoder().encodeToString(STYLES.getBytes(StandardCharsets.UTF_8));
    }

    private void showZoom() {
        double percent = canvas.cameraProperty().get().zoom() * 100;
        actual.setText(String.format(Locale.ROOT, percent < 10 ? "%.1f %%" : "%.0f %%", percent));
    }

    private void name() {
        GraphTexts texts = canvas.textsProperty().get();
        fit.setText(texts.fit());
        name(smaller, texts.zoomOut());
        name(actual, texts.actualSize());
        name(larger, texts.zoomIn());
    }

    private static void name(Button button, String text) {
        button.setAccessibleText(text);
        button.setTooltip(new Tooltip(text));
    }

    private void recolour() {
        Function<ColourRole, String> web = role -> web(canvas.colours().get(role));
        setStyle("-zoom-card: %s; -zoom-line: %s; -zoom-text: %s; -zoom-soft: %s; -zoom-accent: %s;".formatted(
                web.apply(ColourRole.CARD), web.apply(ColourRole.LINE), web.apply(ColourRole.TEXT),
                web.apply(ColourRole.SOFT), web.apply(ColourRole.ACCENT))
                + " -zoom-accent-soft: %s; -zoom-shadow: %s;".formatted(web.apply(ColourRole.ACCENT_SOFT),
                        web.apply(ColourRole.SHADOW)));
    }

    private static String web(Color colour) {
        return String.format(Locale.ROOT, "rgba(%d, %d, %d, %.3f)", Math.round(colour.getRed() * 255),
                Math.round(colour.getGreen() * 255), Math.round(colour.getBlue() * 255), colour.getOpacity());
    }
}
