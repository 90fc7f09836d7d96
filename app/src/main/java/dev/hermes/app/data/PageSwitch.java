package dev.hermes.app.data;

import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Leads from the sources to the attributes and back; each bar has its own. */
final class PageSwitch {

    private final HBox view = new HBox();

    /** @param at which of the two it stands on */
    PageSwitch(Texts texts, BooleanProperty attributes, boolean at) {
        view.setAlignment(Pos.CENTER_LEFT);
        view.setMinWidth(Region.USE_PREF_SIZE);
        view.getChildren().addAll(Words.label(texts.text("data.page"), "soft"),
                button(texts, "data.sources", "page-sources", attributes, false, at),
                button(texts, "attributes.title", "page-attributes", attributes, true, at));
        view.setSpacing(4);
    }

    Node view() {
        return view;
    }

    private static Node button(Texts texts, String key, String id, BooleanProperty attributes, boolean leadsTo,
            boolean at) {
        ToggleButton button = new ToggleButton();
        button.setId(leadsTo == at ? id + "-here" : id);
        button.getStyleClass().add("page");
        button.textProperty().bind(texts.text(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setSelected(leadsTo == at);
        button.setOnAction(_ -> {
            // It stays what it is: the other bar shows the other page.
            button.setSelected(leadsTo == at);
            attributes.set(leadsTo);
        });
        return button;
    }
}
