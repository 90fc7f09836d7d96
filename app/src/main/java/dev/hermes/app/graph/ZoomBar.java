package dev.hermes.app.graph;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** Buttons that zoom a canvas: smaller, the zoom itself (which leads back to the actual size), larger, fit. */
public final class ZoomBar extends HBox {

    private static final double STEP = 1.2;
    private static final String STYLES = """
            .graph-zoom-bar {
                -fx-padding: 4; -fx-spacing: 2;
                -fx-background-color: -graph-line, -graph-card; -fx-background-insets: 0, 1;
                -fx-background-radius: 8, 7;
                -fx-effect: dropshadow(gaussian, -graph-shadow, 12, 0.2, 0, 3);
            }
            .graph-zoom-bar > .button {
                -fx-background-color: transparent; -fx-background-insets: 0; -fx-background-radius: 5;
                -fx-border-width: 0; -fx-text-fill: -graph-soft; -fx-min-height: 28; -fx-pref-height: 28;
                -fx-max-height: 28; -fx-padding: 0 10 0 10; -fx-effect: null; -fx-font-size: 13;
            }
            .graph-zoom-bar > .zoom { -fx-text-fill: -graph-text; -fx-min-width: 62; }
            .graph-zoom-bar > .button:hover { -fx-background-color: -graph-accent-soft; -fx-text-fill: -graph-text; }
            .graph-zoom-bar > .button:focus-visible {
                -fx-background-color: -graph-accent, -graph-card; -fx-background-insets: 0, 2;
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
        setStyle(Tones.of(canvas.colours()));
    }
}
