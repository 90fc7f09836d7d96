package dev.hermes.app.indicators;

import dev.hermes.app.formula.FormulaField;
import dev.hermes.app.formula.FormulaWords;
import dev.hermes.app.frame.ChoiceText;
import dev.hermes.app.frame.Problem;
import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import dev.hermes.decimal.Decimal;
import dev.hermes.decimal.DecimalException;
import dev.hermes.model.Indicator;
import dev.hermes.model.Treatment;
import dev.hermes.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Lines that show what an indicator is and change it. A line where somebody writes is left alone while the others are
 * shown anew. What cannot be changed is said beneath the line that was to change it, until that succeeds. Made for one
 * indicator of one shape.
 */
final class Lines {

    private static final int SQL_ROWS = 6;
    private static final double TREATMENT = 104;

    private final IndicatorsModel model;
    private final Texts texts;
    private final String code;
    private final VBox view = new VBox();
    private final List<Consumer<Indicator>> updates = new ArrayList<>();
    private Indicator shown;
    private boolean updating;
    private boolean retired;

    /** Does something with what was written, and tells what came of it. */
    @FunctionalInterface
    interface Action {

        /**
         * Begins.
         *
         * @throws IllegalArgumentException
         *             where it cannot be done, saying why
         */
        void take(Indicator now, String written, Runnable done, Consumer<Throwable> failed);
    }

    Lines(IndicatorsModel model, Indicator of) {
        this.model = model;
        texts = model.texts();
        code = of.code();
        shown = of;
    }

    /** The indicator as it is now, whichever is looked at; empty where it is no longer there. */
    Optional<Indicator> current() {
        return Optional.ofNullable(model.snapshot().get()).flatMap(now -> now.library().indicator(code));
    }

    /** Others take their place, with what is written here: nothing is done with it here any more. */
    void retire() {
        retired = true;
    }

    private void withCurrent(Consumer<Indicator> change) {
        if (!retired && !updating) {
            current().ifPresent(change);
        }
    }

    Node view() {
        return view;
    }

    /** Shows the indicator as it is now. */
    void show(Indicator now) {
        shown = now;
        updating = true;
        updates.forEach(update -> update.accept(now));
        updating = false;
    }

    /** A heading over the lines that follow. */
    void caption(String key) {
        Label caption = Words.label(texts.get(key), "caption");
        caption.getStyleClass().add("lines-caption");
        view.getChildren().add(caption);
    }

    /** Anything else. */
    void add(Node node) {
        view.getChildren().add(node);
    }

    /** What cannot be changed. */
    void fixed(String key, Function<Indicator, String> text) {
        Label value = Words.label("", "fixed");
        value.setWrapText(true);
        updates.add(now -> value.setText(text.apply(now)));
        line(key, value);
    }

    /**
     * What is written.
     *
     * @param change
     *            the indicator with what was written; it says in an {@link IllegalArgumentException} why not
     */
    void text(String key, String id, Function<Indicator, String> text,
            BiFunction<Indicator, String, Optional<Indicator>> change) {
        entry(key, id, text, changing(change));
    }

    private Action changing(BiFunction<Indicator, String, Optional<Indicator>> change) {
        return (of, written, done, failed) -> model.edits().change(of, now -> change.apply(now, written), done,
                failed);
    }

    /** What is written, for anything to be done with it. */
    void entry(String key, String id, Function<Indicator, String> text, Action action) {
        TextField field = new TextField();
        field.getStyleClass().add("plain-field");
        field.setAlignment(Pos.CENTER_RIGHT);
        field.setPrefColumnCount(12);
        field.setId(id);
        Label wrong = wrong(id);
        Runnable commit = written(field, wrong, text, action);
        field.setOnAction(_ -> commit.run());
        line(key, field);
        view.getChildren().add(wrong);
    }

    /** Text of several lines. */
    void longText(String key, String id, Function<Indicator, String> text,
            BiFunction<Indicator, String, Optional<Indicator>> change) {
        TextArea area = new TextArea();
        area.getStyleClass().add("mono");
        area.setPrefRowCount(SQL_ROWS);
        area.setId(id);
        area.setAccessibleText(texts.get(key));
        Label wrong = wrong(id);
        written(area, wrong, text, changing(change));
        view.getChildren().addAll(area, wrong);
    }

    /** Lets a field show a text and do something with what is written instead; returns what does so. */
    Runnable written(TextInputControl field, Label wrong, Function<Indicator, String> text, Action action) {
        // What is under way is not asked for again when the field is left.
        AtomicReference<@Nullable String> asked = new AtomicReference<>();
        updates.add(now -> {
            asked.set(null);
            if (!field.isFocused()) {
                field.setText(text.apply(now));
                wrong.setText("");
            }
        });
        Runnable commit = () -> withCurrent(now -> {
            String written = field.getText().strip();
            if (written.equals(text.apply(now))) {
                wrong.setText("");
            } else if (!written.equals(asked.getAndSet(written))) {
                commit(now, written, wrong, asked, action);
            }
        });
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                commit.run();
            }
        });
        return commit;
    }

    private void commit(Indicator now, String text, Label wrong, AtomicReference<@Nullable String> asked,
            Action action) {
        try {
            action.take(now, text, () -> {
                asked.set(null);
                wrong.setText("");
            }, problem -> {
                asked.set(null);
                wrong.setText(reason(problem));
            });
        } catch (IllegalArgumentException refused) {
            asked.set(null);
            wrong.setText(String.valueOf(refused.getMessage()));
        }
    }

    private String reason(Throwable problem) {
        return problem instanceof IllegalStateException refused
                ? String.valueOf(refused.getMessage())
                : Problem.of(problem).text(texts);
    }

    /** Where it is said why what was written is not so. */
    static Label wrong(String id) {
        Label wrong = Words.label("", "bad", "small");
        wrong.setId(id + "-problem");
        wrong.setWrapText(true);
        wrong.setMinHeight(Region.USE_PREF_SIZE);
        wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
        return wrong;
    }

    /** One of several. */
    <T> void choice(String key, String id, Supplier<List<T>> choices, Function<T, String> words,
            Function<Indicator, T> chosen, BiFunction<Indicator, T, Optional<Indicator>> change) {
        ComboBox<T> choice = new ComboBox<>();
        choice.setId(id);
        choice.setConverter(new ChoiceText<>(words));
        updates.add(now -> {
            T value = chosen.apply(now);
            List<T> all = new ArrayList<>(choices.get());
            if (!all.contains(value)) {
                all.add(value);
            }
            if (!choice.getItems().equals(all)) {
                choice.getItems().setAll(all);
            }
            choice.setValue(value);
        });
        Label wrong = wrong(id);
        updates.add(_ -> wrong.setText(""));
        choice.setOnAction(_ -> withCurrent(now -> {
            T value = choice.getValue();
            if (value != null && !value.equals(chosen.apply(now))) {
                change(now, of -> change.apply(of, value), of -> choice.setValue(chosen.apply(of)), wrong);
            }
        }));
        line(key, choice);
        view.getChildren().add(wrong);
    }

    /** Where it cannot be changed, what is there is shown again. */
    private void change(Indicator now, Function<Indicator, Optional<Indicator>> change, Consumer<Indicator> again,
            Label wrong) {
        model.edits().change(now, change, () -> {
            // It is shown with all else.
        }, problem -> {
            updating = true;
            current().ifPresent(again);
            updating = false;
            wrong.setText(reason(problem));
        });
    }

    /** What stands for a value that is not there: a word that is chosen, or any number that is written. */
    void treatment(String key, String id, Function<Indicator, Treatment> treatment,
            BiFunction<Indicator, Treatment, Optional<Indicator>> change) {
        ComboBox<String> box = new ComboBox<>();
        box.setId(id);
        box.setEditable(true);
        box.setPrefWidth(TREATMENT);
        box.setMinWidth(TREATMENT);
        List.of(Treatment.FAILURE, Treatment.MISSING, Treatment.ZERO, new Treatment.Value(Decimal.ONE))
                .forEach(known -> box.getItems().add(words(known)));
        Label wrong = wrong(id);
        Runnable commit = written(box.getEditor(), wrong, now -> words(treatment.apply(now)),
                changing((now, text) -> change.apply(now, treatment(text))));
        updates.add(now -> box.setValue(words(treatment.apply(now))));
        box.valueProperty().addListener((_, _, text) -> {
            if (!updating && text != null) {
                box.getEditor().setText(text);
                commit.run();
            }
        });
        line(key, box);
        view.getChildren().add(wrong);
    }

    private String words(Treatment treatment) {
        return switch (treatment) {
            case Treatment.Fail _ -> texts.get("treatment.failure");
            case Treatment.Miss _ -> texts.get("treatment.missing");
            case Treatment.Value value -> value.value().toString();
        };
    }

    /**
     * The number that was written.
     *
     * @throws IllegalArgumentException
     *             where it is none
     */
    Decimal number(String text) {
        try {
            return Decimal.parse(text);
        } catch (DecimalException none) {
            throw new IllegalArgumentException(texts.get("inspector.noNumber", text), none);
        }
    }

    private Treatment treatment(String text) {
        return text.equals(texts.get("treatment.failure"))
                ? Treatment.FAILURE
                : text.equals(texts.get("treatment.missing"))
                        ? Treatment.MISSING
                        : new Treatment.Value(number(text));
    }

    /** Whether or not. */
    void flag(String key, String id, Function<Indicator, Boolean> flag,
            BiFunction<Indicator, Boolean, Optional<Indicator>> change) {
        CheckBox box = new CheckBox();
        box.setId(id);
        Label wrong = wrong(id);
        updates.add(now -> {
            box.setSelected(flag.apply(now));
            wrong.setText("");
        });
        box.setOnAction(_ -> withCurrent(now -> {
            boolean selected = box.isSelected();
            change(now, of -> change.apply(of, selected), of -> box.setSelected(flag.apply(of)), wrong);
        }));
        line(key, box);
        view.getChildren().add(wrong);
    }

    /** A formula over the whole width. */
    FormulaField formula(String key, String id, Supplier<FormulaWords> words, Function<Indicator, Type> expected,
            Function<Indicator, String> formula, BiFunction<Indicator, String, Optional<Indicator>> change) {
        FormulaField field = new FormulaField(id, texts.text(key), words.get(), expected.apply(shown),
                text -> withCurrent(now -> {
                    if (!text.equals(formula.apply(now))) {
                        model.edits().change(now, of -> change.apply(of, text));
                    }
                }), model.frame());
        updates.add(now -> field.show(formula.apply(now), words.get(), expected.apply(now)));
        field.view().getStyleClass().add("formula-line");
        view.getChildren().add(field.view());
        return field;
    }

    private void line(String key, Region control) {
        view.getChildren().add(Words.line(texts.text(key), control, "definition-line"));
    }
}
