package dev.hermes.app.indicators;

import dev.hermes.app.frame.FullText;
import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import dev.hermes.model.Indicator;
import dev.hermes.model.Message;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The values of the indicator that is looked at, by assignment. */
final class ValuesTable {

    private static final double ROW = 30;
    private static final double HEIGHT = 196;

    private final IndicatorsModel model;
    private final Texts texts;
    private final HBox head = new HBox(14);
    private final TableView<Figures.Row> table = new TableView<>();
    private final VBox view = new VBox(head, table);

    ValuesTable(IndicatorsModel model) {
        this.model = model;
        texts = model.texts();
        view.getStyleClass().addAll("panel", "bottom");
        view.setPrefHeight(HEIGHT);
        view.setMinHeight(HEIGHT);
        view.setId("values");
        head.getStyleClass().add("values-head");
        head.setAlignment(Pos.CENTER_LEFT);
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Region());
        column("values.assignment", Figures.Row::assignment, 260, "mono");
        column("values.name", Figures.Row::name, 160);
        column("values.organisation", Figures.Row::organisation, 200);
        column("values.value", this::value, 160, "figure");
        bars();
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.figures().sampled().set(row.assignment());
            }
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        model.selected().subscribe(_ -> show());
        model.graph().subscribe(_ -> show());
    }

    Node view() {
        return view;
    }

    private void column(String key, Function<Figures.Row, String> text, double width, String... styles) {
        TableColumn<Figures.Row, String> column = new TableColumn<>();
        column.textProperty().bind(texts.text(key));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        FullText.in(column);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.getStyleClass().addAll(styles);
        table.getColumns().add(column);
    }

    private String value(Figures.Row row) {
        Indicator of = model.chosen().orElse(null);
        return row.failure().equals(Message.EMPTY) && of != null
                ? row.value().map(value -> model.figures().amounts().value(value, of.unit())).orElse("")
                : texts.say(row.failure());
    }

    private void bars() {
        TableColumn<Figures.Row, Figures.Row> column = new TableColumn<>();
        column.textProperty().bind(texts.text("values.rank"));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new Bar());
        column.setPrefWidth(180);
        column.setSortable(false);
        table.getColumns().add(column);
    }

    private void show() {
        Indicator indicator = model.chosen().orElse(null);
        Figures figures = model.figures().latest().get();
        Figures.Summary summary = indicator == null ? null : figures.of(indicator.code()).orElse(null);
        Words.shown(view, summary != null);
        if (summary == null || indicator == null) {
            table.getItems().clear();
            return;
        }
        Label title = Words.label(texts.get("values.of", indicator.name(), figures.period()), "caption");
        head.getChildren().setAll(title, Words.label(texts.get("values.count", summary.rows().size()), "tag"));
        if (summary.missing() > 0) {
            head.getChildren().add(Words.label(texts.get("values.missing", summary.missing()), "tag", "warn"));
        }
        if (summary.failed() > 0) {
            head.getChildren().add(Words.label(texts.get("values.failed", summary.failed()), "tag", "bad"));
        }
        table.getItems().setAll(summary.rows());
    }

    /** A bar as long as the part of all values that are not above this one. */
    private static final class Bar extends TableCell<Figures.Row, Figures.Row> {

        private static final double LENGTH = 140;
        private static final double THICKNESS = 6;

        private final Region filled = new Region();
        private final StackPane track = new StackPane(filled);

        Bar() {
            track.getStyleClass().add("meter");
            track.setMaxSize(LENGTH, THICKNESS);
            track.setMinSize(LENGTH, THICKNESS);
            filled.getStyleClass().add("meter-filled");
            StackPane.setAlignment(filled, Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(Figures.@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null || Double.isNaN(row.amount())) {
                setGraphic(null);
                return;
            }
            filled.setMaxSize(LENGTH * row.rank(), THICKNESS);
            setGraphic(track);
        }
    }
}
