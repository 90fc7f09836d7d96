package dev.hermes.app.data;

import dev.hermes.app.frame.EmptyState;
import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import dev.hermes.decimal.Decimal;
import dev.hermes.workspace.imports.Preview;
import dev.hermes.workspace.imports.RejectedRows;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** Rows with what they would become; below the chosen one, all that is wrong with it. */
final class PreviewTable {

    private static final double LINE = 64;
    private static final double NARROWEST = 96;
    private static final double WIDEST = 220;
    private static final double PER_CHARACTER = 8;
    private static final double PADDING = 26;
    private static final double VERDICT = 280;
    private static final int SAMPLE = 50;
    private static final PseudoClass REJECTED = PseudoClass.getPseudoClass("rejected");

    private final DataModel model;
    private final Texts texts;
    private final TableView<Preview.Row> table = new TableView<>();
    private final VBox detail = new VBox(6);
    private final BorderPane view = new BorderPane(table);
    private @Nullable Shown shown;

    PreviewTable(DataModel model) {
        this.model = model;
        texts = model.texts();
        table.setId("preview-rows");
        table.setPlaceholder(new EmptyState(BootstrapIcons.TABLE, texts.text("data.noRows"),
                texts.text("data.noRows.hint")));
        table.accessibleTextProperty().bind(texts.text("data.preview"));
        table.setRowFactory(_ -> new RejectedRow());
        detail.getStyleClass().add("reject-detail");
        table.getSelectionModel().selectedItemProperty().subscribe(this::explain);
        model.preview().onlyRejected().subscribe(this::fill);
        model.preview().asInFile().subscribe(table::refresh);
        texts.wording().subscribe(() -> shown = null);
    }

    /** The fields or columns that are shown, and all rows. */
    private record Shown(List<String> fields, List<Preview.Row> rows) {}

    Node show(Preview preview) {
        return show(new Shown(preview.fields(), preview.rows()));
    }

    /** Shows rows that an import has rejected, under the columns of its file. */
    Node show(RejectedRows rejected) {
        return show(new Shown(rejected.columns(), rejected.rows()));
    }

    private Node show(Shown preview) {
        if (!preview.equals(shown)) {
            shown = preview;
            table.getColumns().clear();
            table.getColumns().add(line());
            // Before the fields: of how many there may be, nobody knows.
            table.getColumns().add(verdict());
            for (int i = 0; i < preview.fields().size(); i++) {
                table.getColumns().add(field(preview, i));
            }
            fill();
        }
        return view;
    }

    private void fill() {
        table.getItems().setAll(model.preview().rows());
        if (model.preview().onlyRejected().get() || model.preview().kept().get() != null) {
            table.getSelectionModel().selectFirst();
        }
    }

    private TableColumn<Preview.Row, String> line() {
        TableColumn<Preview.Row, String> column = new TableColumn<>(texts.get("data.line"));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(model.words().count(row.getValue().line())));
        column.getStyleClass().addAll("figure", "line-number");
        column.setPrefWidth(LINE);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private TableColumn<Preview.Row, Preview.Row> field(Shown preview, int index) {
        String name = preview.fields().get(index);
        TableColumn<Preview.Row, Preview.Row> column = new TableColumn<>(name);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new FieldCell(name, index));
        column.setSortable(false);
        List<Preview.Row> sample = preview.rows().stream().limit(SAMPLE).toList();
        if (sample.stream().anyMatch(row -> row.values().get(index) instanceof Decimal)) {
            column.getStyleClass().add("figure");
        }
        int longest = sample.stream().mapToInt(row -> text(row, name, index).length()).max().orElse(0);
        column.setPrefWidth(Math.clamp(PADDING + PER_CHARACTER * Math.max(name.length(), longest), NARROWEST, WIDEST));
        return column;
    }

    /** What the field becomes; what its column holds where that is nothing. */
    private String text(Preview.Row row, String field, int index) {
        Object value = row.values().get(index);
        return value == null
                ? model.preview().refusal(row, field).map(Preview.Refusal::value).orElse("")
                : model.words().cell(value);
    }

    private TableColumn<Preview.Row, Preview.Row> verdict() {
        TableColumn<Preview.Row, Preview.Row> column = new TableColumn<>(texts.get("data.verdict"));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new VerdictCell());
        column.setPrefWidth(VERDICT);
        column.setSortable(false);
        return column;
    }

    private void explain(Preview.@Nullable Row row) {
        detail.getChildren().clear();
        view.setBottom(row != null && row.isRejected() ? detail : null);
        if (row != null && row.isRejected()) {
            detail.getChildren().add(Words.label(texts.get(
                    model.preview().kept().get() == null ? "data.rejectedLine" : "data.wasRejectedLine", row.line()),
                    "caption"));
            row.refusals().forEach(refusal -> {
                Label reason = MappingPane.hint((refusal.column().isEmpty() ? "" : refusal.column() + ": ")
                        + texts.say(refusal.reason()), "bad");
                detail.getChildren().add(reason);
            });
        }
    }

    private String verdict(Preview.Row row) {
        return row.refusals().stream().map(refusal -> (refusal.column().isEmpty() ? "" : refusal.column() + ": ")
                + texts.say(refusal.wrong())).collect(Collectors.joining("; "));
    }

    private static final class RejectedRow extends TableRow<Preview.Row> {

        @Override
        protected void updateItem(Preview.@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            boolean isRejected = !empty && row != null && row.isRejected();
            pseudoClassStateChanged(REJECTED, isRejected);
        }
    }

    /** What the field becomes, or the text of the file; the other of the two for whoever waits over it. */
    private final class FieldCell extends TableCell<Preview.Row, Preview.Row> {

        private final String field;
        private final int index;
        private final Tooltip other = new Tooltip();

        FieldCell(String field, int index) {
            this.field = field;
            this.index = index;
        }

        @Override
        protected void updateItem(Preview.@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().removeAll("bad", "strong", "mono");
            setTooltip(null);
            if (empty || row == null) {
                setText(null);
                return;
            }
            String value = text(row, field, index);
            String written = Objects.requireNonNullElse(row.texts().get(index), value);
            boolean isWritten = model.preview().asInFile().get();
            setText(isWritten ? written : value);
            if (!written.equals(value)) {
                other.setText(isWritten ? texts.get("data.becomes", value) : texts.get("data.inFile", written));
                setTooltip(other);
            }
            if (isWritten) {
                getStyleClass().add("mono");
            }
            if (model.preview().refusal(row, field).isPresent()) {
                getStyleClass().addAll("bad", "strong");
            }
        }
    }

    private final class VerdictCell extends TableCell<Preview.Row, Preview.Row> {

        @Override
        protected void updateItem(Preview.@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().removeAll("bad", "good");
            setTooltip(null);
            if (empty || row == null) {
                setText(null);
            } else if (row.isRejected()) {
                setText(verdict(row));
                setTooltip(new Tooltip(row.refusals().stream().map(refusal -> texts.say(refusal.reason()))
                        .collect(Collectors.joining("\n"))));
                getStyleClass().add("bad");
            } else {
                setText("✓");
                getStyleClass().add("good");
            }
        }
    }
}
