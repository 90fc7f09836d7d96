package dev.hermes.app.graph;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * What is said over a canvas: at the top what would come of the edge that is being drawn, at the bottom right, inside
 * its padding, that not all links are drawn. It is a layout root of its own, so that nothing else is laid out when words
 * change.
 */
final class Remarks extends Region {

    private static final double MARGIN = 16;
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final String STYLES = """
            .graph-remarks > .prospect {
                -fx-padding: 8 14 8 14; -fx-spacing: 2; -fx-alignment: center;
                -fx-background-color: -graph-line, -graph-card; -fx-background-insets: 0, 1;
                -fx-background-radius: 8, 7;
                -fx-effect: dropshadow(gaussian, -graph-shadow, 12, 0.2, 0, 3);
            }
            .graph-remarks > .prospect > .prospect-text { -fx-text-fill: -graph-text; -fx-font-size: 13; }
            .graph-remarks > .prospect > .prospect-text:refused { -fx-text-fill: -graph-bad; }
            .graph-remarks > .prospect > .prospect-keys { -fx-text-fill: -graph-soft; -fx-font-size: 12; }
            .graph-remarks > .links-drawn {
                -fx-padding: 3 9 3 9; -fx-background-color: -graph-background; -fx-background-radius: 6;
                -fx-text-fill: -graph-soft; -fx-font-size: 12;
            }
            """;

    private final GraphCanvas canvas;
    private final Label text = new Label();
    private final Label keys = new Label();
    private final VBox prospect = new VBox(text, keys);
    private final Label drawn = new Label();

    Remarks(GraphCanvas canvas) {
        this.canvas = canvas;
        getStyleClass().add("graph-remarks");
        prospect.getStyleClass().add("prospect");
        text.getStyleClass().add("prospect-text");
        keys.getStyleClass().add("prospect-keys");
        keys.managedProperty().bind(keys.visibleProperty());
        prospect.setAlignment(Pos.CENTER);
        drawn.getStyleClass().add("links-drawn");
        setManaged(false);
        setMouseTransparent(true);
        getChildren().addAll(prospect, drawn);
        canvas.board().prospectProperty().subscribe(this::showProspect);
        canvas.surface().linkCountProperty().subscribe(this::showDrawn);
        canvas.textsProperty().subscribe(_ -> {
            showProspect(canvas.board().prospectProperty().get());
            showDrawn(canvas.surface().linkCountProperty().get());
        });
        canvas.colours().listen(this::recolour);
        recolour();
    }

    @Override
    public String getUserAgentStylesheet() {
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(STYLES.getBytes(StandardCharsets.UTF_8));
    }

    /** What is said of links; empty if all are drawn. */
    String drawn() {
        return drawn.isVisible() ? drawn.getText() : "";
    }

    /** What is said of the edge that is being drawn; empty if none is. */
    String prospect() {
        return prospect.isVisible() ? text.getText() : "";
    }

    /** What lies over the top of the canvas when something is said of an edge. */
    double head() {
        return MARGIN + prospect.prefHeight(-1);
    }

    private void showProspect(@Nullable Prospect now) {
        boolean byKeys = canvas.pointing().gesture() instanceof Connect connect && connect.isByKeys();
        prospect.setVisible(now != null && (byKeys || !(now instanceof Prospect.Nowhere)));
        if (now != null) {
            text.setText(Speech.prospect(canvas.board(), now));
            text.pseudoClassStateChanged(REFUSED, now instanceof Prospect.Circle || now instanceof Prospect.Refused);
            keys.setText(canvas.textsProperty().get().connecting().keys());
            keys.setVisible(byKeys);
        }
        requestLayout();
    }

    private void showDrawn(LinkCount count) {
        drawn.setVisible(count.isThinned());
        if (count.isThinned()) {
            GraphTexts texts = canvas.textsProperty().get();
            drawn.setText(String.format(texts.numbers(), texts.drawn(), count.drawn(), count.inView()));
        }
        requestLayout();
    }

    private void recolour() {
        setStyle(Tones.of(canvas.colours()));
    }

    @Override
    protected void layoutChildren() {
        double room = Math.max(0, getWidth() - 2 * MARGIN);
        double width = snapSizeX(Math.min(prospect.prefWidth(-1), room));
        prospect.resizeRelocate(snapPositionX((getWidth() - width) / 2), MARGIN, width, prospect.prefHeight(width));
        Insets padding = getPadding();
        double drawnWidth = snapSizeX(Math.min(drawn.prefWidth(-1), room));
        double drawnHeight = snapSizeY(drawn.prefHeight(-1));
        drawn.resizeRelocate(snapPositionX(getWidth() - padding.getRight() - drawnWidth),
                snapPositionY(getHeight() - padding.getBottom() - drawnHeight), drawnWidth, drawnHeight);
    }
}
