package dev.hermes.app.indicators;

import dev.hermes.app.frame.EmptyState;
import dev.hermes.app.frame.Scrolled;
import dev.hermes.app.language.Texts;
import dev.hermes.model.Finding;
import dev.hermes.model.Indicator;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** What the card that is looked at stands for, and, where that is an indicator, how it is changed. */
final class Inspector {

    private final IndicatorsModel model;
    private final VBox panel = new VBox();
    private final ScrollPane view = Scrolled.of(panel);
    private final IndicatorForm form;
    private final CardSections sections;
    private final Node nothing;

    Inspector(IndicatorsModel model) {
        this.model = model;
        Texts texts = model.texts();
        form = new IndicatorForm(model);
        sections = new CardSections(model);
        nothing = new EmptyState(BootstrapIcons.CARD_TEXT, texts.text("inspector.nothing"),
                texts.text("inspector.nothing.hint"));
        panel.getStyleClass().add("panel");
        view.setId("inspector");
        view.getStyleClass().addAll("inspector", "edge-to-edge");
        view.setFitToWidth(true);
        view.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        model.selected().subscribe(_ -> show());
        model.graph().subscribe(_ -> show());
    }

    Region view() {
        return view;
    }

    /** Lets the keyboard be where something is wrong with what is looked at. */
    void lead(Finding finding) {
        String path = finding.path();
        Stream.of(form.field(path), "indicator-name").map(id -> panel.lookup("#" + id))
                .filter(node -> node != null && node.isVisible()).findFirst().ifPresent(Node::requestFocus);
    }

    /** Lets the name of the indicator be written that is looked at. */
    void rename() {
        if (panel.lookup("#indicator-name") instanceof TextField name) {
            name.requestFocus();
            name.selectAll();
        }
    }

    private void show() {
        Indicator indicator = model.chosen().orElse(null);
        if (indicator != null) {
            form.show(indicator, panel);
            return;
        }
        form.forget();
        String card = model.selected().get();
        if (card == null) {
            Snapshot now = model.snapshot().get();
            boolean isEmpty = now == null || now.library().indicators().isEmpty();
            panel.getChildren().setAll(isEmpty ? List.of() : List.of(nothing));
        } else {
            panel.getChildren().setAll(sections.of(card));
        }
    }
}
