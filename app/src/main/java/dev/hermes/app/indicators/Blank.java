package dev.hermes.app.indicators;

import dev.hermes.app.frame.EmptyState;
import dev.hermes.app.frame.Place;
import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** In the place of a graph without cards: what to do first. */
final class Blank {

    private final StackPane view;

    Blank(IndicatorsModel model) {
        Texts texts = model.texts();
        EmptyState withoutData = new EmptyState(BootstrapIcons.DIAGRAM_3, texts.text("blank.title"),
                texts.text("blank.help.data"), Words.button(texts.text("blank.data"), "blank-data",
                        () -> model.frame().place().set(Place.DATA)));
        EmptyState withData = new EmptyState(BootstrapIcons.DIAGRAM_3, texts.text("blank.title"),
                texts.text("blank.help"), Words.button(texts.text("blank.indicator"), "blank-indicator",
                        () -> model.edits().add(Formulation.Kind.BASE)));
        view = new StackPane(withoutData, withData);
        // Where there are no facts, they come first.
        model.snapshot().subscribe(now -> {
            boolean hasData = now != null && !now.library().datasets().isEmpty();
            Words.shown(withData, hasData);
            Words.shown(withoutData, !hasData);
        });
        model.graph().subscribe(
                graph -> Words.shown(view, model.snapshot().get() != null && graph.nodes().isEmpty()));
    }

    Node view() {
        return view;
    }
}
