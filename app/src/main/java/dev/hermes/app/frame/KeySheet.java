package dev.hermes.app.frame;

import dev.hermes.app.language.Texts;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All keys and what they do. */
final class KeySheet {

    /** Where the bar is that scrolls. */
    private static final double BESIDE = 16;

    private final Texts texts;
    private final Offers offers;
    private final Overlay overlay;
    private final Button close;
    private final VBox groups = new VBox(20);

    /** @param over what it is laid over */
    KeySheet(Texts texts, Offers offers, Pane over) {
        this.texts = texts;
        this.offers = offers;
        close = Words.button(texts.text("settings.done"), "keys-done", this::hide);
        close.getStyleClass().add("accent");
        groups.setPadding(new Insets(0, BESIDE, 0, 0));
        ScrollPane scrolled = Scrolled.of(groups);
        scrolled.getStyleClass().add("edge-to-edge");
        scrolled.setFitToWidth(true);
        scrolled.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scrolled, Priority.ALWAYS);
        VBox box = new VBox(Words.label(texts.text("keys.title"), "heading"), scrolled,
                new HBox(Words.gap(), close));
        box.setId("keys");
        box.getStyleClass().addAll("overlay", "settings", "key-sheet");
        box.setMaxHeight(Region.USE_PREF_SIZE);
        overlay = new Overlay(over, box, 0, this::hide);
    }

    void show() {
        groups.getChildren().setAll(offers.groups().stream().filter(group -> hasKeys(group)).map(this::group)
                .toList());
        overlay.show(close);
    }

    void hide() {
        overlay.hide();
    }

    private static boolean hasKeys(Offers.Group group) {
        return group.actions().stream().anyMatch(action -> !action.keys().isEmpty());
    }

    private VBox group(Offers.Group group) {
        GridPane grid = new GridPane(16, 4);
        ColumnConstraints title = new ColumnConstraints();
        title.setHgrow(Priority.ALWAYS);
        ColumnConstraints keys = new ColumnConstraints();
        keys.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().setAll(title, keys);
        List<Action> shown = group.actions().stream().filter(action -> !action.keys().isEmpty()).toList();
        for (int row = 0; row < shown.size(); row++) {
            Action action = shown.get(row);
            HBox all = new HBox(6);
            action.keys().stream().map(KeyCombination::getDisplayText).map(KeySheet::key)
                    .forEach(all.getChildren()::add);
            all.setMaxWidth(Region.USE_PREF_SIZE);
            grid.addRow(row, Words.label(action.name().getValue()), all);
        }
        return new VBox(8, Words.label(texts.get(group.key()), "caption"), grid);
    }

    private static Label key(String keys) {
        Label key = Words.label(keys, "keys");
        key.setMinWidth(Region.USE_PREF_SIZE);
        return key;
    }
}
