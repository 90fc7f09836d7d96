package dev.hermes.app.data;

import dev.hermes.app.frame.Problem;
import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import dev.hermes.model.Dataset;
import dev.hermes.model.DatedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What another attribute is to be: whose, how it is called, of which type, and what is asked of rows that have it. */
final class AttributeForm {

    private static final double FIELD = 188;
    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,63}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]|1[0-2]");
    private static final List<String> NO_NUMBERS = List.of("text", "date", "boolean");

    private final AttributesModel model;
    private final Texts texts;
    private final AttributeWords says;
    private final ComboBox<Whose> whose = new ComboBox<>();
    private final TextField name = new TextField();
    private final TextField code = new TextField();
    private final TypeBox type;
    private final TextField scale = new TextField();
    private final CheckBox required = new CheckBox();
    private final CheckBox unique = new CheckBox();
    private final TextField min = new TextField();
    private final TextField max = new TextField();
    private final TextField oneOf = new TextField();
    private final Label hint = MappingPane.hint("", "faint", "small");
    private final Label problem = MappingPane.hint("", "bad", "small");
    private final Button add;
    private final Node nameLine;
    private final Node scaleLine;
    private final Node flags;
    private final Node minLine;
    private final Node maxLine;
    private final Node oneOfLine;
    private final VBox view = new VBox(8);

    /**
     * Whose it can be.
     *
     * @param subject
     *            null where it is a dataset's
     * @param dataset
     *            null where it is no dataset's
     */
    private record Whose(DatedValue.@Nullable Subject subject, @Nullable Dataset dataset) {}

    AttributeForm(AttributesModel model, AttributeWords says) {
        this.model = model;
        this.says = says;
        texts = model.texts();
        texts.wording().subscribe(_ -> {
            whose.setCellFactory(_ -> new WhoseCell());
            whose.setButtonCell(new WhoseCell());
        });
        type = new TypeBox(texts, model.data().words());
        add = Words.button(texts.text("attributes.add"), "add-attribute", this::add);
        add.getStyleClass().add("accent");
        add.setDefaultButton(true);
        Button cancel = Words.button(texts.text("data.cancel"), "cancel-attribute", () -> model.beginAdding(false));
        cancel.setCancelButton(true);
        required.setId("attribute-required");
        required.textProperty().bind(texts.text("data.rule.required"));
        unique.setId("attribute-unique");
        unique.textProperty().bind(texts.text("data.rule.unique"));
        HBox boxes = new HBox(16, Words.whole(required), Words.whole(unique));
        boxes.getStyleClass().add("form-line");
        boxes.setAlignment(Pos.CENTER_RIGHT);
        flags = boxes;
        nameLine = line("attributes.name", name, "attribute-called");
        scaleLine = line("attributes.scale", scale, "attribute-scale");
        minLine = line("data.least", min, "attribute-min");
        maxLine = line("data.greatest", max, "attribute-max");
        oneOfLine = line("data.oneOf", oneOf, "attribute-in");
        oneOf.promptTextProperty().bind(texts.text("data.oneOf.hint"));
        problem.setId("attribute-problem");
        HBox buttons = new HBox(8, Words.gap(), cancel, add);
        view.setId("attribute-form");
        view.getChildren().addAll(Words.label(texts.text("attributes.newOne"), "heading"),
                new VBox(line("attributes.whose", whose, "attribute-whose"), nameLine,
                        line("attributes.code", code, "attribute-code"),
                        line("data.type", type.control(), "attribute-type"),
                        scaleLine, flags, minLine, maxLine, oneOfLine),
                hint, problem, buttons);
        whose.valueProperty().subscribe(_ -> check());
        code.textProperty().subscribe(_ -> check());
        scale.textProperty().subscribe(_ -> check());
        type.control().getEditor().textProperty().subscribe(_ -> check());
        model.problem().subscribe(this::tell);
        texts.wording().subscribe(_ -> {
            check();
            tell(model.problem().get());
        });
    }

    Node view() {
        return view;
    }

    private Node line(String key, Control control, String id) {
        control.setId(id);
        control.setPrefWidth(FIELD);
        control.setMinWidth(FIELD);
        control.setMaxWidth(FIELD);
        control.accessibleTextProperty().bind(texts.text(key));
        Label label = Words.label(texts.text(key), "soft");
        label.setLabelFor(control);
        HBox line = new HBox(12, label, Words.gap(), control);
        line.getStyleClass().add("form-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** Nothing is written yet; whose it is to be is what was looked at, where that can have others. */
    void begin() {
        List<Whose> all = new ArrayList<>();
        for (DatedValue.Subject subject : DatedValue.Subject.values()) {
            all.add(new Whose(subject, null));
        }
        model.unfilled().forEach(dataset -> all.add(new Whose(null, dataset)));
        whose.getItems().setAll(all);
        Attribute now = model.attribute().orElse(null);
        whose.setValue(all.stream().filter(one -> now != null && isOf(now, one)).findFirst().orElse(all.getFirst()));
        for (TextField field : List.of(name, code, min, max, oneOf)) {
            field.setText("");
        }
        scale.setText("2");
        type.show(new Object(), "text");
        required.setSelected(false);
        unique.setSelected(false);
        check();
        whose.requestFocus();
    }

    private static boolean isOf(Attribute attribute, Whose whose) {
        Dataset dataset = whose.dataset();
        return dataset == null
                ? whose.subject() == attribute.whose()
                : dataset.code().equals(attribute.id().dataset());
    }

    private void tell(@Nullable Problem wrong) {
        problem.setText(wrong == null ? "" : wrong.text(texts));
        Words.shown(problem, wrong != null);
    }

    private void check() {
        Whose now = whose.getValue();
        boolean isFact = now != null && now.dataset() != null;
        String of = type.type();
        boolean isNumber = !of.isEmpty() && !NO_NUMBERS.contains(of);
        boolean hasScale = isFact && isNumber;
        Words.shown(nameLine, !isFact);
        Words.shown(scaleLine, hasScale);
        Words.shown(flags, isFact);
        unique.setDisable("boolean".equals(of));
        Words.shown(minLine, isFact && (isNumber || "date".equals(of)));
        Words.shown(maxLine, isFact && (isNumber || "date".equals(of)));
        Words.shown(oneOfLine, isFact && "text".equals(of));
        hint.setText(texts.get(isFact
                ? "attributes.hint.fact"
                : model.areSomeFilled() ? "attributes.hint.filled" : "attributes.hint.dated"));
        add.setDisable(now == null || !CODE.matcher(code.getText()).matches() || of.isEmpty()
                || hasScale && !NUMBER.matcher(scale.getText()).matches());
    }

    private void add() {
        Whose now = whose.getValue();
        if (now != null) {
            Dataset dataset = now.dataset();
            boolean isFact = dataset != null;
            Demands demands = new Demands(type.type(), isFact && required.isSelected(),
                    isFact && unique.isSelected(), isFact ? min.getText() : "", isFact ? max.getText() : "",
                    isFact ? oneOf.getText() : "");
            model.add(new NewAttribute(now.subject(), dataset == null ? "" : dataset.code(), code.getText(),
                    name.getText(), demands, scaleLine.isVisible() ? Integer.parseInt(scale.getText()) : 0));
        }
    }

    private final class WhoseCell extends ListCell<Whose> {

        @Override
        protected void updateItem(@Nullable Whose one, boolean empty) {
            super.updateItem(one, empty);
            setText(empty || one == null
                    ? null
                    : one.subject() != null
                            ? says.whose(one.subject())
                            : one.dataset() != null ? texts.get("attributes.factsOf", one.dataset().name()) : null);
        }
    }
}
