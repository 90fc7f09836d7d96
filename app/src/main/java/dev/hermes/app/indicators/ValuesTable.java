package dev.hermes.app.indicators;

import dev.hermes.app.frame.EmptyState;
import dev.hermes.app.frame.FullText;
import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import dev.hermes.decimal.Decimal;
import dev.hermes.model.Indicator;
import dev.hermes.model.Unit;
import dev.hermes.model.Message;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The values of the indicator that is looked at, by assignment. Who is chosen there, is who the cards are of. */
final class ValuesTable {

    private static final double HEIGHT = 196;
    private static final double SEARCH = 180;
    private static final double FADED = 0.45;
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final IndicatorsModel model;
    private final Texts texts;
    private final ValuesModel values;
    private final HBox tags = new HBox(14);
    private final StringProperty nothing = new SimpleStringProperty("");
    private final StringProperty reason = new SimpleStringProperty("");
    private final TableView<Figures.Row> table = new TableView<>();
    private final Map<ValuesModel.Key, TableColumn<Figures.Row, ?>> columns = new EnumMap<>(ValuesModel.Key.class);
    private final VBox view = new VBox();
    private boolean showing;

    ValuesTable(IndicatorsModel model) {
        this.model = model;
        texts = model.texts();
        values = new ValuesModel(model);
        view.getStyleClass().addAll("panel", "bottom");
        view.setPrefHeight(HEIGHT);
        view.setMinHeight(HEIGHT);
        view.setId("values");
        tags.setAlignment(Pos.CENTER_LEFT);
        table.setId("values-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new EmptyState(BootstrapIcons.TABLE, nothing, reason));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        text(ValuesModel.Key.ASSIGNMENT, Figures.Row::assignment, 182, "mono");
        text(ValuesModel.Key.NAME, Figures.Row::name, 124);
        text(ValuesModel.Key.ORGANISATION, Figures.Row::organisation, 84);
        text(ValuesModel.Key.VALUE, this::value, 150, "figure");
        text(ValuesModel.Key.TARGET, row -> number(row.target()), 150, "figure");
        text(ValuesModel.Key.ATTAINMENT, row -> attainment(row.attainment()), 88, "figure");
        bars();
        sorting();
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !showing) {
                model.figures().person().set(row.assignment());
            }
        });
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        VBox.setVgrow(table, Priority.ALWAYS);
        view.getChildren().addAll(head(), table);
        model.graph().subscribe(_ -> show());
        model.selected().subscribe(_ -> show());
        values.rows().subscribe(this::fill);
        model.figures().person().subscribe(_ -> select());
    }

    Region view() {
        return view;
    }

    private Node head() {
        TextField search = new TextField();
        search.setId("values-search");
        search.setPrefWidth(SEARCH);
        search.promptTextProperty().bind(texts.text("values.search"));
        search.accessibleTextProperty().bind(texts.text("values.search"));
        search.textProperty().bindBidirectional(values.search());
        HBox head = new HBox(14, tags, Words.gap(), search);
        head.getStyleClass().add("values-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void text(ValuesModel.Key key, Function<Figures.Row, String> text, double width, String... styles) {
        TableColumn<Figures.Row, String> column = new TableColumn<>();
        column.textProperty().bind(texts.text(key.text()));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        FullText.in(column);
        column.setPrefWidth(width);
        column.setMinWidth(width);
        column.getStyleClass().addAll(styles);
        column.setUserData(key);
        columns.put(key, column);
        table.getColumns().add(column);
    }

    private String value(Figures.Row row) {
        return row.failure().equals(Message.EMPTY) ? number(row.value()) : texts.say(row.failure());
    }

    private String number(@Nullable Decimal value) {
        Indicator of = model.chosen().orElse(null);
        return value == null || of == null ? "" : model.figures().amounts().value(value, of.unit());
    }

    private String attainment(@Nullable Decimal value) {
        return value == null ? "" : model.figures().amounts().rounded(value, Unit.RATIO);
    }

    private void bars() {
        TableColumn<Figures.Row, Figures.Row> column = new TableColumn<>();
        column.textProperty().bind(texts.text("values.rank"));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new Bar());
        column.setMinWidth(Bar.LENGTH + Bar.AROUND);
        column.setPrefWidth(Bar.LENGTH + Bar.AROUND);
        column.setSortable(false);
        table.getColumns().add(column);
    }

    /** The table only says how it is to be sorted. */
    private void sorting() {
        table.setSortPolicy(sorted -> {
            List<TableColumn<Figures.Row, ?>> by = sorted.getSortOrder();
            values.order().set(by.isEmpty()
                    ? ValuesModel.GREATEST_FIRST
                    : new ValuesModel.Order((ValuesModel.Key) by.getFirst().getUserData(),
                            by.getFirst().getSortType() == TableColumn.SortType.DESCENDING));
            return true;
        });
    }

    private void pressed(KeyEvent event) {
        if (COPY.match(event)) {
            ClipboardContent content = new ClipboardContent();
            content.putString(values.text(List.copyOf(table.getSelectionModel().getSelectedItems())));
            Clipboard.getSystemClipboard().setContent(content);
            // It is not the cards that are copied.
            event.consume();
        }
    }

    /** What is said above the rows, which may come later. */
    private void show() {
        Indicator indicator = model.chosen().orElse(null);
        Words.shown(view, indicator != null);
        if (indicator == null) {
            return;
        }
        Figures figures = model.figures().latest().get();
        tags.getChildren().setAll(Words.label(figures.period().isEmpty()
                ? texts.get("values.ofNone", indicator.name())
                : texts.get("values.of", indicator.name(), figures.period()), "caption"));
        figures.of(indicator.code()).ifPresent(summary -> {
            tag(texts.get("values.count", summary.actual().size()));
            Figures.Spread spread = summary.spread();
            if (spread != null) {
                tag(texts.get("inspector.median", model.figures().amounts().rounded(spread.median(),
                        indicator.unit())));
            }
            if (summary.missing() > 0) {
                tag(texts.get("values.missing", summary.missing()), "warn");
            }
            if (summary.failed() > 0) {
                tag(texts.get("values.failed", summary.failed()), "bad");
            }
        });
        if (!figures.warnings().isEmpty()) {
            Label doubtful = tag(texts.get("values.warnings", figures.warnings().size()), "warn");
            String doubts = figures.warnings().stream().map(texts::say).collect(Collectors.joining("\n"));
            doubtful.setTooltip(new Tooltip(doubts));
            doubtful.setAccessibleHelp(doubts);
        }
        explain();
        table.setOpacity(figures.freshness().isCalculating() ? FADED : 1);
        columns.forEach((key, column) -> column.setVisible(values.hasTargets()
                || key != ValuesModel.Key.TARGET && key != ValuesModel.Key.ATTAINMENT));
    }

    private Label tag(String text, String... styles) {
        Label tag = Words.label(text, styles);
        tag.getStyleClass().add("tag");
        tags.getChildren().add(tag);
        return tag;
    }

    private void fill(List<Figures.Row> rows) {
        showing = true;
        table.getItems().setAll(rows);
        showing = false;
        explain();
        select();
    }

    /** Says why there are no rows. */
    private void explain() {
        boolean isSearched = !values.search().get().isBlank();
        nothing.set(texts.get(isSearched ? "values.notFound" : "values.nothing"));
        reason.set(isSearched ? texts.get("values.notFound.hint") : values.reason());
    }

    /** Chooses the row of whom the cards are. */
    private void select() {
        String person = model.figures().person().get();
        Figures.Row selected = table.getSelectionModel().getSelectedItem();
        if (selected != null && selected.assignment().equals(person)) {
            return;
        }
        showing = true;
        table.getSelectionModel().clearSelection();
        if (person != null) {
            List<Figures.Row> rows = table.getItems();
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).assignment().equals(person)) {
                    table.getSelectionModel().select(i);
                }
            }
        }
        showing = false;
    }

    /** A bar as long as the part of all values that are not above this one, over marks at the quartiles. */
    private static final class Bar extends TableCell<Figures.Row, Figures.Row> {

        private static final double LENGTH = 140;
        private static final double AROUND = 24;
        private static final double THICKNESS = 6;
        private static final double QUARTER = 0.25;

        private final Region filled = new Region();
        private final StackPane track = new StackPane(filled);

        Bar() {
            track.getStyleClass().add("meter");
            track.setMaxSize(LENGTH, THICKNESS);
            track.setMinSize(LENGTH, THICKNESS);
            filled.getStyleClass().add("meter-filled");
            StackPane.setAlignment(filled, Pos.CENTER_LEFT);
            for (int quarter = 1; quarter < 4; quarter++) {
                Region mark = new Region();
                mark.getStyleClass().add("meter-mark");
                mark.setMaxSize(1, THICKNESS);
                mark.setTranslateX(LENGTH * (quarter * QUARTER - 0.5));
                track.getChildren().add(mark);
            }
        }

        @Override
        protected void updateItem(Figures.@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null || row.value() == null) {
                setGraphic(null);
                return;
            }
            filled.getStyleClass().removeAll("low", "high");
            if (row.rank() <= QUARTER) {
                filled.getStyleClass().add("low");
            } else if (row.rank() > 1 - QUARTER) {
                filled.getStyleClass().add("high");
            }
            filled.setMaxSize(LENGTH * row.rank(), THICKNESS);
            setGraphic(track);
        }
    }
}
