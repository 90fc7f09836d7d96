package dev.hermes.app.data;

import dev.hermes.app.frame.EmptyState;
import dev.hermes.app.frame.FullText;
import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** All attributes, a line each, below whose they are. */
final class AttributesTable {

    /** So many lines are shown above one that somebody goes to, where there are as many. */
    private static final int ABOVE = 8;

    private final AttributesModel model;
    private final Texts texts;
    private final DataWords words;
    private final AttributeWords says;
    private final TableView<Line> table = new TableView<>();
    private boolean following;

    /**
     * A line.
     *
     * @param attribute
     *            null for the line that says whose the following are
     */
    record Line(Attributes.Group group, @Nullable Attribute attribute) {}

    AttributesTable(AttributesModel model, AttributeWords says) {
        this.model = model;
        this.says = says;
        texts = model.texts();
        words = model.data().words();
        table.setId("attributes");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new EmptyState(BootstrapIcons.TAGS, texts.text("attributes.noneFound"),
                texts.text("attributes.noneFound.hint")));
        table.accessibleTextProperty().bind(texts.text("attributes.title"));
        table.setRowFactory(_ -> new GroupRow());
        names();
        column("data.type", 112, attribute -> words.type(attribute.type()));
        column("attributes.hasValue", 132, this::having).getStyleClass().add("figure");
        column("attributes.source", 172, this::sources);
        column("attributes.usedIn", 268, attribute -> says.used(attribute.uses()));
        table.getSelectionModel().selectedItemProperty().addListener((_, _, line) -> {
            if (line != null && !following) {
                model.choose(line.attribute() == null ? null : line.attribute().id());
            }
        });
        model.attributes().subscribe(_ -> show());
        model.search().subscribe(_ -> show());
        model.chosen().subscribe(_ -> follow());
        texts.wording().subscribe(_ -> table.refresh());
    }

    Node view() {
        return table;
    }

    private String having(Attribute attribute) {
        return attribute.values() == null ? "" : says.having(attribute.values());
    }

    private String sources(Attribute attribute) {
        return attribute.sources().stream().map(code -> says.source(code, model.data().sources().inventory().get()))
                .collect(Collectors.joining(", "));
    }

    private void names() {
        TableColumn<Line, Line> column = new TableColumn<>();
        column.textProperty().bind(texts.text("attributes.attribute"));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new NameCell());
        column.setPrefWidth(330);
        column.setSortable(false);
        table.getColumns().add(column);
    }

    private TableColumn<Line, String> column(String key, double width, Function<Attribute, String> text) {
        TableColumn<Line, String> column = new TableColumn<>();
        column.textProperty().bind(texts.text(key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(
                row.getValue().attribute() == null ? "" : text.apply(row.getValue().attribute())));
        FullText.in(column);
        column.setPrefWidth(width);
        column.setSortable(false);
        table.getColumns().add(column);
        return column;
    }

    private void show() {
        following = true;
        List<Line> lines = new ArrayList<>();
        for (Attributes.Group group : model.groups()) {
            lines.add(new Line(group, null));
            group.attributes().forEach(attribute -> lines.add(new Line(group, attribute)));
        }
        if (!table.getItems().equals(lines)) {
            table.getItems().setAll(lines);
        }
        following = false;
        follow();
    }

    private void follow() {
        following = true;
        Attribute.Id id = model.chosen().get();
        Line now = table.getItems().stream()
                .filter(line -> line.attribute() != null && line.attribute().id().equals(id)).findFirst().orElse(null);
        Line selected = table.getSelectionModel().getSelectedItem();
        if (now == null && selected != null && selected.attribute() != null) {
            table.getSelectionModel().clearSelection();
        } else if (now != null && !now.equals(selected)) {
            table.getSelectionModel().select(now);
            table.scrollTo(Math.max(0, table.getItems().indexOf(now) - ABOVE));
        }
        following = false;
    }

    /** Says whose the following are on another ground. */
    private static final class GroupRow extends TableRow<Line> {

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            getStyleClass().remove("group");
            if (!empty && line != null && line.attribute() == null) {
                getStyleClass().add("group");
            }
        }
    }

    private final class NameCell extends TableCell<Line, Line> {

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Attribute attribute = line.attribute();
            Label name = attribute == null
                    ? Words.label(says.whose(line.group()), "strong")
                    : Words.label(attribute.name());
            Label beside = attribute == null
                    ? Words.label(says.there(line.group()), "faint", "small")
                    : Words.label(attribute.name().equals(attribute.id().code()) ? "" : attribute.id().code(), "mono",
                            "faint");
            name.setMinWidth(Region.USE_PREF_SIZE);
            HBox cell = new HBox(8, name, beside);
            cell.setAlignment(Pos.CENTER_LEFT);
            setGraphic(cell);
            setAccessibleText(name.getText() + " " + beside.getText());
        }
    }

}
