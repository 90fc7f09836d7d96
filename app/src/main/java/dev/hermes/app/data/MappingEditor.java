package dev.hermes.app.data;

import dev.hermes.app.frame.ChoiceCell;
import dev.hermes.app.frame.Problem;
import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import dev.hermes.model.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A mapping to be changed: the fields of what rows become with the columns that are read into them, and the others. */
final class MappingEditor {

    private final MappingModel model;
    private final Texts texts;
    private final DataWords words;
    private final ColumnDrag drag;
    private final FormatForm format;
    private final OptionsForm options;
    private final DatasetForm dataset;
    private final FieldTerms terms;
    private final Label problem = MappingPane.hint("", "bad", "small");
    private final Label whereProblem = MappingPane.hint("", "bad", "small");
    private final Label others;
    private final FlowPane chips = new FlowPane(6, 6);
    private final VBox unused;
    private final VBox rows = new VBox();
    private final TextField where = new TextField();
    private final ComboBox<Mapping.Replaces> replaces = new ComboBox<>();
    private final VBox questions = new VBox(8);
    private final VBox view = new VBox(12);
    private final List<FieldRow> fields = new ArrayList<>();
    private String source = "";
    /** The changes of the source that is shown. */
    private MappingEdits edits;
    private boolean following;

    MappingEditor(DataModel data, ColumnDrag drag) {
        this.drag = drag;
        model = data.mapping();
        texts = data.texts();
        words = data.words();
        format = new FormatForm(texts, words);
        edits = model.edits();
        options = new OptionsForm(model, texts);
        dataset = new DatasetForm(model, texts);
        terms = new FieldTerms(model, texts);
        others = MappingPane.hint("", "faint", "small");
        unused = new VBox(6, Words.label(texts.text("data.unused"), "caption"), others, chips);
        unused.setId("unused-columns");
        unused.getStyleClass().add("unused-columns");
        drag.target(unused, (_, field) -> {
            if (!field.isEmpty()) {
                edits.clear(field);
            }
        });
        where.setId("mapping-where");
        where.getStyleClass().add("mono");
        where.promptTextProperty().bind(texts.text("data.where.hint"));
        where.accessibleTextProperty().bind(texts.text("data.whereRows"));
        Entry.onCommit(where, condition -> edits.want(condition));
        replaces.setId("mapping-replaces");
        replaces.setMaxWidth(Double.MAX_VALUE);
        replaces.accessibleTextProperty().bind(texts.text("data.replaces"));
        ChoiceCell.fill(replaces, texts, one -> words.replaces(one, data.sources().inventory().get().library()));
        replaces.valueProperty().addListener((_, _, chosen) -> {
            if (!following && chosen != null) {
                edits.replace(chosen);
            }
        });
        problem.setId("mapping-problem");
        whereProblem.setId("where-problem");
        view.getChildren().addAll(format.view(), options.view(), problem, unused,
                new VBox(4, Words.label(texts.text("data.mapping"), "caption"), rows),
                new VBox(6, Words.label(texts.text("data.whereRows"), "caption"), where, whereProblem),
                new VBox(6, Words.label(texts.text("data.replaces"), "caption"), replaces), dataset.view(),
                questions);
    }

    Node show(Source of, Mapping mapping) {
        boolean isOther = !source.equals(of.code());
        if (isOther) {
            source = of.code();
            edits = model.edits();
        }
        if (mapping.format() instanceof Mapping.Format.Csv csv) {
            format.show(source, edits, csv);
        }
        Words.shown(format.view(), mapping.format() instanceof Mapping.Format.Csv);
        if (mapping.format() instanceof Mapping.Format.Adapter adapter) {
            options.show(source, edits, words.format(of), adapter);
        }
        Words.shown(options.view(), mapping.format() instanceof Mapping.Format.Adapter);
        List<FieldLine> lines = model.lines();
        if (isOther
                || !fields.stream().map(FieldRow::name).toList().equals(lines.stream().map(FieldLine::name).toList())) {
            fields.clear();
            lines.forEach(line -> fields.add(new FieldRow(model, edits, texts, words, line.name(), drag)));
            rows.getChildren().setAll(fields.stream().map(FieldRow::view).toList());
        }
        List<String> columns = model.columns();
        for (int i = 0; i < lines.size(); i++) {
            FieldLine line = lines.get(i);
            boolean isOpen = line.name().equals(model.field().get());
            if (isOpen) {
                terms.show(source, edits, line);
            }
            fields.get(i).show(line, columns, isOpen ? terms.view() : null);
        }
        show(model.unused(), columns.isEmpty());
        Entry.show(where, source, mapping.where() == null ? "" : Objects.requireNonNull(mapping.where()).text());
        show(mapping.replaces());
        model.dataset().ifPresent(one -> dataset.show(edits, one));
        Words.shown(dataset.view(), model.dataset().isPresent());
        tell(whereProblem, model.problem(MappingEdits.Part.CONDITION));
        Entry.mark(where, model.problem(MappingEdits.Part.CONDITION) != null);
        Problem ofFields = model.field().get() == null ? model.problem(MappingEdits.Part.FIELDS) : null;
        tell(problem, ofFields == null ? model.problem(MappingEdits.Part.FILE) : ofFields);
        questions.getChildren().setAll(of.questions().stream()
                .map(question -> MappingPane.hint(texts.get("data.decide", texts.say(question)), "warn", "small"))
                .toList());
        Words.shown(questions, !of.questions().isEmpty());
        return view;
    }

    private void tell(Label label, @Nullable Problem wrong) {
        label.setText(wrong == null ? "" : wrong.text(texts));
        Words.shown(label, wrong != null);
    }

    private void show(Mapping.Replaces now) {
        following = true;
        List<Mapping.Replaces> fit = model.replaceable();
        if (!replaces.getItems().equals(fit)) {
            replaces.getItems().setAll(fit);
        }
        replaces.setValue(now);
        following = false;
    }

    private void show(List<String> columns, boolean areUnknown) {
        others.setText(texts.get(areUnknown
                ? "data.unused.unknown"
                : columns.isEmpty() ? "data.unused.none" : "data.unused.hint"));
        List<String> before = chips.getChildren().stream().map(chip -> ((Button) chip).getText()).toList();
        if (!before.equals(columns)) {
            chips.getChildren().setAll(columns.stream().map(this::chip).toList());
        }
        Words.shown(chips, !columns.isEmpty());
    }

    private Node chip(String column) {
        Button chip = new Button(column);
        chip.setId("column-" + column);
        chip.setMnemonicParsing(false);
        chip.getStyleClass().addAll("column-chip", "mono");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.setAccessibleText(texts.get("data.unused.column", column));
        chip.setOnAction(_ -> offer(chip, column));
        drag.source(chip, () -> new ColumnDrag.Carried(column, ""));
        return chip;
    }

    /** The fields that a column can be read into, for those who do not drag. */
    private void offer(Button chip, String column) {
        ContextMenu menu = new ContextMenu();
        model.lines().forEach(line -> {
            MenuItem item = new MenuItem(line.name() + (line.from().isEmpty() ? "" : "   ← " + line.from()));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> edits.read(line.name(), column));
            menu.getItems().add(item);
        });
        menu.show(chip, Side.BOTTOM, 0, 4);
    }
}
