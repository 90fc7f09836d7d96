package dev.hermes.app.data;

import dev.hermes.app.frame.EmptyState;
import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import dev.hermes.workspace.Imports;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where rows come from, and what came. */
final class SourcesPane {

    private static final double ROW = 44;
    private static final int MOST_SHOWN = 9;

    private final DataModel model;
    private final Texts texts;
    private final DataWords words;
    private final ListView<Source> sources = new ListView<>();
    private final ListView<Imports.Import> history = new ListView<>();
    private final Button all = new Button();
    private final Label noSources;
    private final Label noHistory;
    private final VBox view = new VBox(4);
    /** Whether it is the model that selects, and not the user. */
    private boolean following;

    SourcesPane(DataModel model, Runnable openMapping) {
        this.model = model;
        texts = model.texts();
        words = model.words();
        noSources = hint("data.noSources");
        noHistory = hint("data.noHistory");
        Button open = new Button("", new FontIcon(BootstrapIcons.PLUS));
        open.setId("open-mapping");
        open.getStyleClass().add("quiet");
        open.accessibleTextProperty().bind(texts.text("data.openMapping"));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.text("data.openMapping"));
        open.setTooltip(tip);
        open.setOnAction(_ -> openMapping.run());
        all.setId("all-imports");
        all.getStyleClass().addAll("quiet", "small");
        all.textProperty().bind(texts.text("data.all"));
        all.setOnAction(_ -> model.sources().choose(null));
        list(sources, "sources", "data.sources");
        sources.setCellFactory(_ -> new SourceCell());
        list(history, "imports", "data.history");
        history.setCellFactory(_ -> new ImportCell());
        VBox.setVgrow(history, Priority.ALWAYS);
        view.getStyleClass().addAll("panel", "left", "sources");
        view.getChildren().addAll(head("data.sources", open), sources, noSources, head("data.history", all), history,
                noHistory);
        sources.getSelectionModel().selectedItemProperty().addListener((_, _, source) -> {
            if (source != null && !following) {
                model.sources().choose(source.code());
            }
        });
        history.getSelectionModel().selectedItemProperty().addListener((_, _, one) -> {
            if (one != null && !following) {
                model.choose(one);
            }
        });
        model.sources().inventory().subscribe(this::show);
        model.sources().source().subscribe(this::show);
        model.sources().shown().subscribe(this::show);
        texts.wording().subscribe(() -> {
            sources.refresh();
            history.refresh();
        });
    }

    Region view() {
        return view;
    }

    private Label hint(String key) {
        Label hint = EmptyState.line(texts.text(key));
        hint.setPadding(new Insets(0, 8, 8, 8));
        return hint;
    }

    private void list(ListView<?> list, String id, String name) {
        list.setId(id);
        list.getStyleClass().add("plain");
        list.setFixedCellSize(ROW);
        list.accessibleTextProperty().bind(texts.text(name));
    }

    private Node head(String key, Button button) {
        HBox head = new HBox(Words.label(texts.text(key), "caption"), Words.gap(), button);
        head.getStyleClass().add("sources-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void show() {
        following = true;
        Inventory inventory = model.sources().inventory().get();
        if (!sources.getItems().equals(inventory.sources())) {
            sources.getItems().setAll(inventory.sources());
        }
        sources.setPrefHeight(Math.min(MOST_SHOWN, inventory.sources().size()) * ROW + 2);
        sources.setMinHeight(Math.min(MOST_SHOWN, inventory.sources().size()) * ROW + 2);
        Words.shown(sources, !inventory.sources().isEmpty());
        Words.shown(noSources, inventory.sources().isEmpty());
        select(sources, model.sources().chosen().orElse(null));
        if (!history.getItems().equals(model.sources().history())) {
            history.getItems().setAll(model.sources().history());
        }
        Words.shown(history, !history.getItems().isEmpty());
        Words.shown(noHistory, history.getItems().isEmpty());
        select(history, model.sources().shown().get());
        Words.shown(all, model.sources().source().get() != null);
        following = false;
    }

    private static <T> void select(ListView<T> list, @Nullable T item) {
        if (item == null) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(item);
        }
    }

    private static Node cell(Label first, Label right, Label below) {
        right.setMinWidth(Region.USE_PREF_SIZE);
        HBox top = new HBox(6, first, Words.gap(), right);
        top.setAlignment(Pos.CENTER_LEFT);
        VBox cell = new VBox(top, below);
        cell.setAlignment(Pos.CENTER_LEFT);
        return cell;
    }

    private final class SourceCell extends ListCell<Source> {

        @Override
        protected void updateItem(@Nullable Source source, boolean empty) {
            super.updateItem(source, empty);
            setPrefWidth(0);
            if (empty || source == null) {
                setGraphic(null);
                setAccessibleText(null);
                setTooltip(null);
                return;
            }
            String fills = words.fills(source, model.sources().inventory().get());
            setGraphic(cell(Words.label(source.name()), Words.label(words.format(source), "faint"),
                    Words.label(fills, "faint", "small")));
            setAccessibleText(source.name() + ", " + fills + ", " + words.format(source));
            setTooltip(new Tooltip(source.name() + "\n" + fills));
        }
    }

    private final class ImportCell extends ListCell<Imports.Import> {

        @Override
        protected void updateItem(Imports.@Nullable Import one, boolean empty) {
            super.updateItem(one, empty);
            setPrefWidth(0);
            if (empty || one == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            String when = words.moment(one.importedAt());
            String rows = words.shortCount(one.accepted());
            String below = (model.sources().source().get() == null ? one.mapping() + " · " : "") + one.author()
                    + (one.replacedAt() == null
                            ? ""
                            : " · " + texts.get(one.returnedAt() == null ? "data.replaced" : "data.returned"));
            setGraphic(cell(Words.label(when), Words.label(rows, one.replacedAt() == null ? "soft" : "faint"),
                    Words.label(below, "faint", "small")));
            setAccessibleText(when + ", " + texts.get("data.rows", one.accepted()) + ", " + below);
        }
    }
}
