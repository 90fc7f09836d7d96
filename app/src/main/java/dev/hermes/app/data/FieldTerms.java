package dev.hermes.app.data;

import dev.hermes.app.frame.ChoiceCell;
import dev.hermes.app.frame.Problem;
import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import dev.hermes.model.Dataset;
import dev.hermes.model.Mapping;
import dev.hermes.model.Mapping.Origin;
import dev.hermes.model.ValueType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Where a field comes from, how it is read, and what is asked of it: to be changed. One for whichever field is open. */
final class FieldTerms {

    static final List<String> DATES = List.of("yyyy-MM-dd", "dd.MM.yyyy", "dd/MM/yyyy", "MM/dd/yyyy", "yyyy/M/d",
            "yyyyMMdd");

    private final MappingModel model;
    private final Texts texts;
    private final ComboBox<Kind> kind = new ComboBox<>();
    private final TextField said = new TextField();
    private final ComboBox<String> dates = new ComboBox<>();
    private final TextField days = new TextField();
    private final LookupEditor lookup;
    private final Label asked = Words.label("", "caption");
    private final TypeBox type;
    private final CheckBox required = new CheckBox();
    private final CheckBox unique = new CheckBox();
    private final TextField min = new TextField();
    private final TextField max = new TextField();
    private final TextField oneOf = new TextField();
    private final Label fixed;
    private final Label problem = Words.label("", "bad", "small");
    private final Node kindLine;
    private final Node saidLine;
    private final Node datesLine;
    private final Node daysLine;
    private final Node minLine;
    private final Node maxLine;
    private final Node oneOfLine;
    private final VBox demands;
    private final VBox view = new VBox(4);
    private @Nullable FieldLine line;
    private String source = "";
    /** What the texts are of that are shown. */
    private String owner = "";
    private MappingEdits edits;
    private boolean following;

    /** What a field can be made of. */
    private enum Kind {
        COLUMN, CONSTANT, FORMULA;

        static Kind of(Mapping.@Nullable Field field) {
            return switch (field == null ? null : field.origin()) {
                case Origin.Constant _ -> CONSTANT;
                case Origin.Computed _ -> FORMULA;
                case null, default -> COLUMN;
            };
        }
    }

    FieldTerms(MappingModel model, Texts texts) {
        this.model = model;
        edits = model.edits();
        this.texts = texts;
        kind.getItems().setAll(Kind.values());
        ChoiceCell.fill(kind, texts, one -> texts.get("data.takes." + one.name().toLowerCase(Locale.ROOT)));
        kind.valueProperty().addListener((_, _, chosen) -> {
            if (!following && chosen != null) {
                choose(chosen);
            }
        });
        Entry.onCommit(said, this::say);
        Entry.onCommit(dates, this::write);
        Entry.onCommit(days, this::add);
        type = new TypeBox(texts, model.words());
        type.onCommit(text -> ask(demands -> demands.withType(text)));
        Entry.onCommit(min, text -> ask(demands -> demands.withMin(text)));
        Entry.onCommit(max, text -> ask(demands -> demands.withMax(text)));
        Entry.onCommit(oneOf, text -> ask(demands -> demands.withTexts(text)));
        required.setOnAction(_ -> {
            boolean is = required.isSelected();
            ask(demands -> demands.withRequired(is));
        });
        unique.setOnAction(_ -> {
            boolean is = unique.isSelected();
            ask(demands -> demands.withUnique(is));
        });
        kindLine = Entry.line(texts, "data.takes", kind, "term-kind");
        saidLine = Entry.line(texts, "data.takes.said", said, "term-text");
        datesLine = Entry.line(texts, "data.dates", dates, "term-dates");
        daysLine = Entry.line(texts, "data.days", days, "term-days");
        Tooltip help = new Tooltip();
        help.textProperty().bind(texts.text("data.days.hint"));
        days.setTooltip(help);
        days.setPromptText("0");
        days.accessibleHelpProperty().bind(texts.text("data.days.hint"));
        lookup = new LookupEditor(model, texts);
        fixed = MappingPane.hint("", "faint", "small");
        fixed.textProperty().bind(texts.text("data.typeFixed"));
        required.setId("term-required");
        required.textProperty().bind(texts.text("data.rule.required"));
        unique.setId("term-unique");
        unique.textProperty().bind(texts.text("data.rule.unique"));
        HBox flags = new HBox(16, Words.whole(required), Words.whole(unique));
        flags.getStyleClass().add("form-line");
        flags.setAlignment(Pos.CENTER_RIGHT);
        minLine = Entry.line(texts, "data.least", min, "term-min");
        maxLine = Entry.line(texts, "data.greatest", max, "term-max");
        oneOfLine = Entry.line(texts, "data.oneOf", oneOf, "term-in");
        oneOf.promptTextProperty().bind(texts.text("data.oneOf.hint"));
        demands = new VBox(asked, Entry.line(texts, "data.type", type.control(), "term-type"), fixed, flags, minLine,
                maxLine,
                oneOfLine);
        problem.setId("term-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        model.problems().subscribe(_ -> tell());
        texts.wording().subscribe(_ -> tell());
        view.setId("field-terms");
        view.getStyleClass().add("field-terms");
        view.getChildren().addAll(kindLine, saidLine, datesLine, daysLine, lookup.view(), demands, problem);
    }

    Node view() {
        return view;
    }

    private void tell() {
        Problem wrong = model.problem(MappingEdits.Part.FIELDS);
        problem.setText(wrong == null ? "" : wrong.text(texts));
        Words.shown(problem, wrong != null);
        if (wrong != null && line != null) {
            show(source, edits, line);
        }
        List.of(said, dates, days, type.control(), min, max, oneOf)
                .forEach(control -> Entry.mark(control, wrong != null));
    }

    /**
     * Shows the terms of a field.
     *
     * @param ofSource
     *            the source whose field it is
     * @param changes
     *            the changes of that source
     */
    void show(String ofSource, MappingEdits changes, FieldLine of) {
        following = true;
        boolean isSame = line != null && line.name().equals(of.name()) && source.equals(ofSource);
        line = of;
        source = ofSource;
        edits = changes;
        owner = ofSource + "\n" + of.name();
        Mapping.Field read = of.read();
        Kind found = Kind.of(read);
        boolean isEntering = isSame && kind.getValue() != Kind.COLUMN && (said.isFocused() || Entry.isTyped(said));
        if (!isEntering && (!isSame || read != null)) {
            kind.setValue(found);
        }
        Kind now = kind.getValue();
        Words.shown(saidLine, now != Kind.COLUMN);
        Entry.show(said, owner, switch (read == null ? null : read.origin()) {
            case Origin.Constant constant -> constant.text();
            case Origin.Computed computed -> computed.formula().text();
            case null, default -> "";
        });
        Words.shown(datesLine, of.isDate() && found == Kind.COLUMN && read != null
                && model.mapping().filter(mapping -> !(mapping.format() instanceof Mapping.Format.Parquet))
                        .isPresent());
        Entry.show(dates, owner, DATES, read == null || read.dateFormat() == null ? "" : read.dateFormat());
        showReading(of, found);
        Dataset.Column column = of.column();
        Words.shown(demands, column != null);
        if (column != null) {
            show(column);
        }
        following = false;
    }

    /** How the texts that are read become values: those of a constant are written as they are to be. */
    private void showReading(FieldLine of, Kind found) {
        Mapping.Field read = of.read();
        boolean isRead = read != null && found != Kind.CONSTANT && kind.getValue() == found;
        int plus = read == null ? 0 : read.plusDays();
        Words.shown(daysLine, isRead && (of.isDate() || plus != 0));
        Entry.show(days, owner, plus == 0 ? "" : String.valueOf(plus));
        Words.shown(lookup.view(), isRead);
        lookup.show(source, edits, of.name(), read == null ? Map.of() : read.lookup());
    }

    private void show(Dataset.Column column) {
        Demands now = Demands.of(column);
        asked.setText(texts.get("data.asked", model.dataset().map(Dataset::name).orElse("")));
        type.show(owner, now.type());
        type.control().setDisable(!model.canRetype());
        Words.shown(fixed, !model.canRetype());
        ValueType value = column.type().value();
        required.setSelected(now.required());
        unique.setSelected(now.unique());
        unique.setDisable(value == ValueType.BOOLEAN);
        Entry.show(min, owner, now.min());
        Entry.show(max, owner, now.max());
        Entry.show(oneOf, owner, now.texts());
        boolean hasBounds = value == ValueType.NUMBER || value == ValueType.DATE;
        Words.shown(minLine, hasBounds);
        Words.shown(maxLine, hasBounds);
        Words.shown(oneOfLine, value == ValueType.TEXT);
    }

    private void choose(Kind chosen) {
        Words.shown(saidLine, chosen != Kind.COLUMN);
        if (line != null) {
            showReading(line, Kind.of(line.read()));
        }
        if (chosen != Kind.COLUMN) {
            said.requestFocus();
        }
    }

    private void say(String text) {
        FieldLine of = line;
        if (of == null || kind.getValue() == Kind.COLUMN) {
            return;
        }
        if (text.isBlank()) {
            model.tell(MappingEdits.Part.FIELDS, null);
        } else if (kind.getValue() == Kind.FORMULA) {
            edits.compute(of.name(), text);
        } else {
            edits.say(of.name(), text);
        }
    }

    private void write(String pattern) {
        FieldLine of = line;
        if (!following && of != null && of.read() != null) {
            edits.date(of.name(), pattern);
        }
    }

    private void add(String number) {
        FieldLine of = line;
        if (!following && of != null && of.read() != null) {
            edits.add(of.name(), number);
        }
    }

    private void ask(UnaryOperator<Demands> demands) {
        FieldLine of = line;
        if (!following && of != null && of.column() != null) {
            edits.ask(of.name(), demands);
        }
    }
}
