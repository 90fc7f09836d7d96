package dev.hermes.app.indicators;

import dev.hermes.app.frame.Place;
import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;

/** In the place of a graph without cards: what to do first. */
final class Blank {

    private final VBox view;

    Blank(IndicatorsModel model) {
        Texts texts = model.texts();
        Label title = Words.label(texts.text("blank.title"), "heading");
        Label help = Words.label(texts.text("blank.help"), "soft");
        help.setWrapText(true);
        Button data = Words.button(texts.text("blank.data"), "blank-data",
                () -> model.frame().place().set(Place.DATA));
        Button first = Words.button(texts.text("blank.indicator"), "blank-indicator",
                () -> model.edits().add(Formulation.Kind.BASE));
        HBox steps = new HBox(8, data, first);
        steps.getStyleClass().add("empty-steps");
        view = new VBox(new FontIcon(BootstrapIcons.DIAGRAM_3), title, help, steps);
        view.getStyleClass().add("empty-state");
        // Where there are no facts, they come first.
        model.snapshot().subscribe(now -> {
            boolean hasData = now != null && !now.library().datasets().isEmpty();
            data.getStyleClass().removeAll("accent");
            first.getStyleClass().removeAll("accent");
            (hasData ? first : data).getStyleClass().add("accent");
        });
        model.graph().subscribe(
                graph -> Words.shown(view, model.snapshot().get() != null && graph.nodes().isEmpty()));
    }

    Node view() {
        return view;
    }
}
