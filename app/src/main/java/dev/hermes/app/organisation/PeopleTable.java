package dev.hermes.app.organisation;

import dev.hermes.app.frame.EmptyState;
import dev.hermes.app.frame.FullText;
import dev.hermes.app.language.Texts;
import dev.hermes.model.AssignmentKey;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** Who holds what on the day, and between whom. */
final class PeopleTable {

    private static final double ATTRIBUTE = 110;
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    /** So many lines are shown above one that somebody goes to, where there are as many. */
    private static final int ABOVE = 8;

    private final OrganisationModel model;
    private final PeopleColumns columns;
    private final Texts texts;
    private final TableView<Row> table = new TableView<>();
    private boolean following;

    PeopleTable(OrganisationModel model, PeopleColumns columns) {
        this.model = model;
        this.columns = columns;
        texts = model.texts();
        table.setId("people");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setSortPolicy(_ -> sort());
        table.setPlaceholder(new EmptyState(BootstrapIcons.PEOPLE,
                said("organisation.nobody", "organisation.notFound"),
                said("organisation.nobody.hint", "organisation.notFound.hint")));
        table.accessibleTextProperty().bind(texts.text("organisation.people"));
        table.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> {
            if (row != null && !following) {
                model.choose(row.holder().key());
            }
        });
        table.setOnKeyPressed(event -> {
            if (COPY.match(event)) {
                columns.copy(List.copyOf(table.getSelectionModel().getSelectedItems()));
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER) {
                model.holder().filter(holder -> holder.direct() > 0)
                        .ifPresent(holder -> model.choose(new Part.Below(holder.key(), false)));
            }
        });
        columns.shown().subscribe(this::show);
        model.listing().subscribe(this::show);
        model.chosen().subscribe(this::follow);
        texts.wording().subscribe(_ -> table.refresh());
    }

    /** One of two texts: the second while somebody is searched for. */
    private ObservableValue<String> said(String usual, String searching) {
        return Bindings.createStringBinding(() -> texts.get(model.search().get().isBlank() ? usual : searching),
                model.search(), texts.wording());
    }

    Node view() {
        return table;
    }

    /** Rows are put in order beside the screen, and shown then. */
    private boolean sort() {
        if (!following) {
            model.orders().set(table.getSortOrder().stream()
                    .map(column -> new Listing.Order((Field) column.getUserData(),
                            column.getSortType() == TableColumn.SortType.DESCENDING))
                    .toList());
        }
        return true;
    }

    private void show(List<Field> fields) {
        following = true;
        List<TableColumn<Row, ?>> kept = new ArrayList<>();
        for (Field field : fields) {
            kept.add(table.getColumns().stream().filter(column -> field.equals(column.getUserData())).findFirst()
                    .orElseGet(() -> column(field)));
        }
        table.getSortOrder().removeIf(column -> !kept.contains(column));
        table.getColumns().setAll(kept);
        following = false;
        sort();
    }

    private TableColumn<Row, String> column(Field field) {
        TableColumn<Row, String> column = new TableColumn<>();
        column.setUserData(field);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(columns.text(field, row.getValue())));
        FullText.in(column);
        switch (field) {
            case Field.Usual usual -> {
                column.textProperty().bind(texts.text(columns.key(field)));
                column.setPrefWidth(usual.width());
                if (usual.isFigure()) {
                    column.getStyleClass().add("figure");
                }
            }
            case Field.Became became -> {
                column.textProperty().bind(texts.text(columns.key(field)));
                column.setPrefWidth(became.before() ? 180 : 124);
            }
            case Field.Value value -> {
                column.setText(value.declared().name());
                column.setPrefWidth(ATTRIBUTE);
                if (value.isNumber()) {
                    column.getStyleClass().add("figure");
                }
            }
        }
        return column;
    }

    private void show(Listing listing) {
        following = true;
        table.getSelectionModel().clearSelection();
        table.setItems(FXCollections.observableList(listing.rows()));
        following = false;
        follow(model.chosen().get());
    }

    private void follow(@Nullable AssignmentKey key) {
        following = true;
        int place = model.listing().get().place(key);
        if (place < 0) {
            table.getSelectionModel().clearSelection();
        } else if (!table.getSelectionModel().isSelected(place)) {
            table.getSelectionModel().clearAndSelect(place);
            table.scrollTo(Math.max(0, place - ABOVE));
        }
        following = false;
    }
}
