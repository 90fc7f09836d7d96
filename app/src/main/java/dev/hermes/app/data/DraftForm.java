package dev.hermes.app.data;

import dev.hermes.app.frame.ChoiceCell;
import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import dev.hermes.document.Library;
import dev.hermes.model.Document;
import dev.hermes.model.Mapping;
import dev.hermes.model.Mapping.Target;
import dev.hermes.spi.AdapterOption;
import dev.hermes.workspace.imports.Detection;
import dev.hermes.workspace.imports.Found;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What a file looks like, and what its rows are to become: the beginning of a mapping. */
final class DraftForm {

    private static final double FIELD = 220;
    private static final Set<Target> NEEDING = Set.of(Target.FACTS, Target.RATES);

    private final DataModel model;
    private final Texts texts;
    private final ComboBox<Target> into = new ComboBox<>();
    private final ComboBox<String> of = new ComboBox<>();
    private final TextField code = new TextField();
    private final Label taken = MappingPane.hint("", "bad", "small");
    private final Button draft = new Button();
    private final Map<String, TextField> options = new LinkedHashMap<>();
    private final VBox lines = new VBox();
    private List<AdapterOption> asked = List.of();
    private boolean readable;
    private @Nullable Look shown;

    DraftForm(DataModel model) {
        this.model = model;
        texts = model.texts();
        into.setId("draft-into");
        into.getItems().setAll(Target.values());
        into.setValue(Target.FACTS);
        ChoiceCell.fill(into, texts, model.words()::into);
        of.setId("draft-of");
        of.setEditable(true);
        of.promptTextProperty().bind(texts.text("data.belongTo.hint"));
        lines.getStyleClass().add("field-terms");
        code.setId("draft-code");
        taken.setId("draft-code-taken");
        draft.setId("draft-mapping");
        draft.getStyleClass().add("accent");
        draft.textProperty().bind(texts.text("data.draft"));
        draft.setOnAction(_ -> draft());
        for (Region field : List.of(into, of, code)) {
            field.setPrefWidth(FIELD);
            field.setMinWidth(FIELD);
        }
        into.valueProperty().subscribe(_ -> offer());
        of.getEditor().textProperty().subscribe(_ -> check());
        code.textProperty().subscribe(_ -> check());
    }

    /** The form for a file; what was entered stays where it is the same one. */
    Node show(Look look, @Nullable Detection found) {
        if (shown == null || !shown.given().path().equals(look.given().path())) {
            code.setText(model.sources().chosen().map(Source::code)
                    .orElseGet(() -> Codes.suggested(look.given().notedAs(), model.sources().codes())));
            of.getEditor().setText("");
            shown = look;
            propose();
        }
        readable = found != null;
        offer();
        if (!look.options().equals(asked)) {
            ask(look.options());
        }
        VBox form = new VBox(12);
        if (look.given() instanceof Given.OfFile(_, Mapping.Format written) && written != null) {
            form.getChildren().add(
                    Words.label(texts.get("data.writtenAs", model.words().format(written)), "caption"));
            if (written instanceof Mapping.Format.Adapter adapter && !options.isEmpty()) {
                options.forEach((name, field) -> Entry.show(field, look.given().path(),
                        adapter.options().getOrDefault(name, "")));
                form.getChildren().add(lines);
            }
        }
        if (found == null) {
            return form;
        }
        form.getChildren().add(Words.label(texts.get("data.found", found.rows()), "caption"));
        if (found.format() instanceof Mapping.Format.Csv csv) {
            form.getChildren().add(facts(found, csv));
        }
        found.warnings()
                .forEach(warning -> form.getChildren().add(MappingPane.hint(texts.say(warning), "warn", "small")));
        form.getChildren().add(Words.label(texts.get("data.become"), "caption"));
        form.getChildren().add(new VBox(field("data.rowsBecome", into), field("data.belongTo", of),
                field("data.code", code)));
        form.getChildren().addAll(taken, new HBox(Words.gap(), draft));
        return form;
    }

    /** A field for each option that the plugin knows; what was entered stays while the options are the same. */
    private void ask(List<AdapterOption> of) {
        asked = of;
        options.clear();
        lines.getChildren().clear();
        for (AdapterOption option : of) {
            TextField field = new TextField();
            field.getStyleClass().add("mono");
            field.setAccessibleHelp(option.description());
            field.setTooltip(new Tooltip(option.description()));
            Entry.onCommit(field, text -> model.say(option.name(), text));
            options.put(option.name(), field);
            lines.getChildren().add(
                    Entry.line(new ReadOnlyStringWrapper(option.name()), field, "draft-option-" + option.name()));
        }
    }

    private Node facts(Detection found, Mapping.Format.Csv csv) {
        VBox facts = new VBox(fact("data.encoding", found.encoding().value(), found.encoding()),
                fact("data.separator", model.words().separator(found.separator().value()), found.separator()),
                fact("data.header", texts.get(found.header().value() ? "data.yes" : "data.no"), found.header()),
                fact("data.numbers", model.words().sample(found.numbers().value()), found.numbers()));
        String dates = csv.dates();
        if (dates != null) {
            facts.getChildren().add(line("data.dates", Words.label(dates, "strong")));
        }
        return facts;
    }

    /** Says what somebody wanted the rows to become. */
    private void propose() {
        Wanted wanted = model.drafting().wanted().get();
        if (wanted != null) {
            into.setValue(wanted.into());
            of.getEditor().setText(wanted.of());
            model.drafting().wanted().set(null);
        }
    }

    private Node fact(String key, String value, Found<?> found) {
        Label label = Words.label(value, found.isOpen() ? "warn" : "strong");
        label.setTooltip(new Tooltip(texts.say(found.evidence())));
        return line(key, label);
    }

    private Node line(String key, Node value) {
        HBox line = new HBox(12, Words.label(texts.get(key), "soft"), Words.gap(), value);
        line.getStyleClass().add("figure-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node field(String key, Region control) {
        return Words.line(texts.text(key), control, "form-line");
    }

    private void offer() {
        Library library = model.sources().inventory().get().library();
        Stream<? extends Document> documents = switch (into.getValue()) {
            case FACTS -> library.datasets().stream();
            case ACTUALS, TARGETS, BASELINES, SCORES, CORRECTIONS -> library.indicators().stream();
            case DATED_VALUES -> library.datedValues().stream();
            case RATES -> library.rateTables().stream();
            default -> Stream.of();
        };
        List<String> codes = documents.map(Document::code).toList();
        String text = of.getEditor().getText();
        of.getItems().setAll(codes);
        of.getEditor().setText(text);
        boolean belongs = !codes.isEmpty() || NEEDING.contains(into.getValue());
        of.setDisable(!belongs);
        check();
    }

    private @Nullable String belongsTo() {
        String text = of.getEditor().getText();
        return of.isDisabled() || text == null || text.isBlank() ? null : text.strip();
    }

    private void check() {
        String belongs = belongsTo();
        boolean isMissing = belongs == null
                ? NEEDING.contains(into.getValue())
                : !Codes.isCode(belongs);
        boolean isTaken = model.sources().isTaken(code.getText());
        taken.setText(isTaken ? texts.get("data.codeTaken", code.getText()) : "");
        Words.shown(taken, isTaken);
        draft.setDisable(!readable || isMissing || isTaken || !Codes.isCode(code.getText()));
    }

    private void draft() {
        model.draft(into.getValue(), belongsTo(), code.getText());
    }
}
