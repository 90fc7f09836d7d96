package dev.hermes.app.data;

import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import dev.hermes.model.Mapping;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;

/** A field: what is read into it, at the left, and what is asked of it. A column can be dragged here, and from here. */
final class FieldRow {

    private static final double FROM = 148;
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

    private final MappingModel model;
    private final MappingEdits edits;
    private final Texts texts;
    private final DataWords words;
    private final String name;
    private final ComboBox<String> from = new ComboBox<>();
    private final Label called;
    private final Label rules = Words.label("", "faint", "small");
    private final Button clear;
    private final ToggleButton open = new ToggleButton("", new FontIcon(BootstrapIcons.CHEVRON_DOWN));
    private final VBox view = new VBox();
    /** The column that is read; empty where it is none of the file's. */
    private String shown = "";

    FieldRow(MappingModel model, MappingEdits edits, Texts texts, DataWords words, String name, ColumnDrag drag) {
        this.model = model;
        this.edits = edits;
        this.texts = texts;
        this.words = words;
        this.name = name;
        called = Words.label(name, "strong");
        from.setId("column-of-" + name);
        from.getStyleClass().addAll("column-box", "mono");
        from.setMinWidth(FROM);
        from.setPrefWidth(FROM);
        from.setMaxWidth(FROM);
        // Not before: to walk through the columns is not yet to choose one.
        from.setOnHidden(_ -> {
            if (from.getValue() != null && !from.getValue().equals(shown)) {
                edits.read(name, from.getValue());
            }
        });
        from.setOnShown(_ -> beginAtTheTop());
        from.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        clear = Words.button(BootstrapIcons.X, texts.text("data.clear", name), "clear-" + name,
                () -> edits.clear(name));
        clear.getStyleClass().add("tight");
        open.setId("terms-of-" + name);
        open.getStyleClass().addAll("quiet", "tight");
        open.accessibleTextProperty().bind(texts.text("data.terms", name));
        open.setOnAction(_ -> model.open(open.isSelected() ? name : null));
        Label arrow = Words.label("→", "faint");
        arrow.setMinWidth(Region.USE_PREF_SIZE);
        VBox what = new VBox(called, rules);
        what.setAlignment(Pos.CENTER_LEFT);
        what.setMinWidth(0);
        what.setOnMouseClicked(_ -> open.fire());
        HBox.setHgrow(what, Priority.ALWAYS);
        HBox line = new HBox(10, from, arrow, what, clear, open);
        line.setId("field-" + name);
        line.getStyleClass().add("field-line");
        line.setAlignment(Pos.CENTER_LEFT);
        view.getChildren().add(line);
        drag.source(from, this::carried);
        drag.target(line, (column, field) -> {
            if (!field.equals(name)) {
                edits.move(column, field, name);
            }
        });
    }

    Node view() {
        return view;
    }

    String name() {
        return name;
    }

    private void pressed(KeyEvent event) {
        if (from.isShowing()) {
            return;
        }
        switch (event.getCode()) {
            case DELETE, BACK_SPACE -> edits.clear(name);
            case UP, DOWN, SPACE, ENTER -> from.show();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Where nothing is chosen yet, the first step down leads to the first column, whatever the list did before. */
    private void beginAtTheTop() {
        if (shown.isEmpty() && from.getSkin() instanceof ComboBoxListViewSkin<?> skin
                && skin.getPopupContent() instanceof ListView<?> list) {
            list.getFocusModel().focus(-1);
        }
    }

    private void choose() {
        if (!shown.isEmpty()) {
            from.getSelectionModel().select(shown);
        } else if (from.getValue() != null) {
            from.getSelectionModel().clearSelection();
            from.setValue(null);
        }
    }

    private ColumnDrag.@Nullable Carried carried() {
        return model.lines().stream().filter(line -> line.name().equals(name) && !line.from().isEmpty()).findFirst()
                .map(line -> new ColumnDrag.Carried(line.from(), name)).orElse(null);
    }

    /** Shows what the mapping says, and the terms below where they are open. */
    void show(FieldLine line, List<String> columns, @Nullable Node terms) {
        Mapping.Field read = line.read();
        String origin = read == null ? "" : words.origin(read.origin());
        String before = shown;
        shown = columns.contains(line.from()) ? line.from() : "";
        if (!from.getItems().equals(columns)) {
            from.getItems().setAll(columns);
        }
        from.setPromptText(origin.isEmpty() ? texts.get("data.noneRead") : origin);
        // Somebody who walks through the columns goes on where they are, whatever else is read meanwhile.
        if (!from.isShowing() || !shown.equals(before)) {
            choose();
        }
        boolean isMissing = line.standing() == FieldLine.Standing.NEEDED && read == null;
        boolean isLost = !line.from().isEmpty() && !columns.isEmpty() && !columns.contains(line.from());
        boolean isWrong = line.standing() == FieldLine.Standing.UNKNOWN || isLost;
        from.pseudoClassStateChanged(MISSING, read == null);
        from.setAccessibleText(texts.get("data.columnOf", name) + (origin.isEmpty() ? "" : ", " + origin));
        from.setTooltip(origin.isEmpty() ? null : new Tooltip(origin));
        called.getStyleClass().removeAll("bad", "soft");
        if (isWrong) {
            called.getStyleClass().add("bad");
        } else if (read == null && !isMissing) {
            called.getStyleClass().add("soft");
        }
        rules.setText(said(line, isMissing, isLost));
        rules.getStyleClass().removeAll("bad", "warn", "faint");
        rules.getStyleClass().add(isWrong ? "bad" : isMissing ? "warn" : "faint");
        rules.setTooltip(rules.getText().isEmpty() ? null : new Tooltip(rules.getText()));
        Words.shown(rules, !rules.getText().isEmpty());
        clear.setVisible(read != null);
        open.setSelected(terms != null);
        open.setGraphic(new FontIcon(terms == null ? BootstrapIcons.CHEVRON_DOWN : BootstrapIcons.CHEVRON_UP));
        if (terms == null) {
            view.getChildren().setAll(view.getChildren().getFirst());
        } else if (!view.getChildren().contains(terms)) {
            view.getChildren().add(terms);
        }
    }

    private String said(FieldLine line, boolean isMissing, boolean isLost) {
        if (line.standing() == FieldLine.Standing.UNKNOWN) {
            return texts.get("data.noField");
        }
        if (isLost) {
            return texts.get("data.noColumn", line.from());
        }
        return isMissing
                ? texts.get("data.missing") + (line.rules().isEmpty() ? "" : " · " + line.rules())
                : line.rules();
    }
}
