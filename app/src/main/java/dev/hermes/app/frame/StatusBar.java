package dev.hermes.app.frame;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** What is known of the workspace, at the bottom. */
final class StatusBar {

    private final HBox view = new HBox();
    private final HBox facts = new HBox(18);

    StatusBar(FrameModel model) {
        view.getStyleClass().add("status-bar");
        Label language = new Label();
        language.textProperty().bind(model.texts().language().map(chosen -> chosen.title()));
        view.getChildren().addAll(facts, Words.gap(), language);
        model.facts().addListener((ListChangeListener<String>) _ -> facts.getChildren()
                .setAll(model.facts().stream().map(Words::label).toList()));
    }

    Node view() {
        return view;
    }
}
