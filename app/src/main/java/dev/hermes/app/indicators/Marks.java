package dev.hermes.app.indicators;

import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What is to be known of the graph as a whole: how much is wrong, with the way to each place; whether its figures are of
 * now; whose they are, with the way back to those of all.
 */
final class Marks {

    private static final double ROW = 46;
    private static final double WIDTH = 520;
    private static final int MOST_SHOWN = 8;

    private final IndicatorsModel model;
    private final Texts texts;
    private final Consumer<Flaw> lead;
    private final Button problems = new Button();
    private final Button figures = new Button();
    private final Button person = new Button();
    private final ListView<Flaw> list = new ListView<>();
    private final Popup popup = new Popup();
    private final HBox view = new HBox(8, problems, figures, person);

    /** @param lead leads to what is wrong */
    Marks(IndicatorsModel model, Consumer<Flaw> lead) {
        this.model = model;
        texts = model.texts();
        this.lead = lead;
        problems.setId("indicator-problems");
        problems.setOnAction(_ -> open());
        figures.setId("figures-state");
        figures.setOnAction(_ -> model.figures().calculate());
        person.setId("chosen-person");
        person.setGraphic(new FontIcon(BootstrapIcons.X));
        person.setOnAction(_ -> model.figures().person().set(null));
        List.of(problems, figures, person).forEach(mark -> {
            mark.getStyleClass().add("tag");
            mark.setMinWidth(Region.USE_PREF_SIZE);
        });
        view.setAlignment(Pos.CENTER_LEFT);
        list();
        model.graph().subscribe(_ -> show());
    }

    Node view() {
        return view;
    }

    private void list() {
        list.setId("problem-list");
        list.getStyleClass().add("plain");
        list.setFixedCellSize(ROW);
        list.setPrefWidth(WIDTH);
        list.setCellFactory(_ -> new Cell());
        list.setOnMouseClicked(_ -> choose());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                choose();
                event.consume();
            }
        });
        VBox box = new VBox(list);
        box.getStyleClass().addAll("overlay", "completions");
        popup.getContent().add(box);
        popup.setAutoHide(true);
    }

    private void show() {
        Snapshot now = model.snapshot().get();
        int wrong = now == null ? 0 : now.flaws().all().size();
        problems.setText(wrong == 0 ? texts.get("indicators.sound") : texts.get("indicators.problems", wrong));
        // Nothing leads anywhere where nothing is wrong.
        problems.setDisable(wrong == 0);
        style(problems, wrong == 0 ? "good" : "bad");
        Freshness freshness = freshness();
        Words.shown(figures, !freshness.isFresh());
        figures.setText(texts.get(freshness.isCalculating() ? "figures.calculating" : "figures.failed"));
        String reason = texts.say(freshness.reason());
        figures.setTooltip(reason.isEmpty() ? null : new Tooltip(reason));
        figures.setAccessibleHelp(reason);
        figures.setDisable(freshness.isCalculating());
        style(figures, freshness.isCalculating() ? "warn" : "bad");
        String name = model.figures().nameOfPerson().orElse("");
        Words.shown(person, !name.isEmpty());
        person.setText(texts.get("figures.person", name));
        person.setAccessibleText(texts.get("figures.toAll", name));
        style(person, "warn");
    }

    private Freshness freshness() {
        Freshness first = model.figures().latest().get().freshness();
        return first.isFresh() ? model.figures().payouts().get().freshness() : first;
    }

    private static void style(Node mark, String style) {
        mark.getStyleClass().removeAll("good", "bad", "warn");
        mark.getStyleClass().add(style);
    }

    private void open() {
        List<Flaw> flaws = model.now().flaws().all();
        list.getItems().setAll(flaws);
        list.setPrefHeight(ROW * Math.min(MOST_SHOWN, flaws.size()) + 2);
        list.getSelectionModel().select(0);
        Bounds at = problems.localToScreen(problems.getBoundsInLocal());
        popup.show(problems, at.getMinX(), at.getMaxY() + 4);
        list.requestFocus();
    }

    private void choose() {
        Flaw chosen = list.getSelectionModel().getSelectedItem();
        popup.hide();
        if (chosen != null) {
            lead.accept(chosen);
        }
    }

    private final class Cell extends ListCell<Flaw> {

        Cell() {
            // As wide as the list, whatever it says.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Flaw flaw, boolean empty) {
            super.updateItem(flaw, empty);
            if (empty || flaw == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            String path = flaw.finding().path();
            Label title = Words.label(flaw.title() + (path.isEmpty() ? "" : " · " + path));
            Label message = Words.label(texts.say(flaw.finding().message()), "bad", "small");
            VBox both = new VBox(2, title, message);
            both.setMaxWidth(WIDTH - 24);
            setGraphic(both);
            setAccessibleText(title.getText() + ": " + message.getText());
        }
    }
}
