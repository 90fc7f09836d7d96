package dev.hermes.app.indicators;

import dev.hermes.app.formula.FormulaField;
import dev.hermes.app.formula.FormulaWords;
import dev.hermes.app.frame.ChoiceText;
import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import dev.hermes.model.Indicator;
import dev.hermes.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
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
 * shown anew. Made for one indicator of one shape.
 */
final class Lines {

    private static final int SQL_ROWS = 6;

    private final IndicatorsModel model;
    private final Texts texts;
    private final VBox view = new VBox();
    private final List<Consumer<Indicator>> updates = new ArrayList<>();
    private Indicator shown;
    private boolean updating;

    Lines(IndicatorsModel model, Indicator of) {
        this.model = model;
        texts = model.texts();
        shown = of;
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
        Label value = Words.label("");
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
        entry(key, id, text, (now, written) -> change(now, written, change));
    }

    private void change(Indicator of, String written, BiFunction<Indicator, String, Optional<Indicator>> change) {
        if (change.apply(of, written).isPresent()) {
            model.edits().change(of, now -> change.apply(now, written));
        }
    }

    /**
     * What is written, for anything to be done with it.
     *
     * @param action
     *            takes what was written; it says in an {@link IllegalArgumentException} why it cannot be done
     */
    void entry(String key, String id, Function<Indicator, String> text, BiConsumer<Indicator, String> action) {
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
        written(area, wrong, text, (now, written) -> change(now, written, change));
        view.getChildren().addAll(area, wrong);
    }

    private Runnable written(TextInputControl field, Label wrong, Function<Indicator, String> text,
            BiConsumer<Indicator, String> action) {
        // What is under way is not asked for again when the field is left.
        AtomicReference<@Nullable String> asked = new AtomicReference<>();
        updates.add(now -> {
            asked.set(null);
            if (!field.isFocused()) {
                field.setText(text.apply(now));
            }
        });
        Runnable commit = () -> {
            String written = field.getText().strip();
            if (!written.equals(text.apply(shown)) && !written.equals(asked.getAndSet(written))) {
                commit(wrong, written, action);
            }
        };
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                commit.run();
            }
        });
        return commit;
    }

    private void commit(Label wrong, String text, BiConsumer<Indicator, String> action) {
        try {
            action.accept(shown, text);
            wrong.setText("");
        } catch (IllegalArgumentException refused) {
            wrong.setText(String.valueOf(refused.getMessage()));
        }
    }

    private static Label wrong(String id) {
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
        choice.setOnAction(_ -> {
            T value = choice.getValue();
            if (!updating && value != null && !value.equals(chosen.apply(shown))) {
                model.edits().change(shown, now -> change.apply(now, value));
            }
        });
        line(key, choice);
    }

    /** Whether or not. */
    void flag(String key, String id, Function<Indicator, Boolean> flag,
            BiFunction<Indicator, Boolean, Optional<Indicator>> change) {
        CheckBox box = new CheckBox();
        box.setId(id);
        updates.add(now -> box.setSelected(flag.apply(now)));
        box.setOnAction(_ -> {
            boolean selected = box.isSelected();
            model.edits().change(shown, now -> change.apply(now, selected));
        });
        line(key, box);
    }

    /** A formula over the whole width. */
    FormulaField formula(String key, String id, Supplier<FormulaWords> words, Function<Indicator, Type> expected,
            Function<Indicator, String> formula, BiFunction<Indicator, String, Optional<Indicator>> change) {
        FormulaField field = new FormulaField(id, texts.text(key), words.get(), expected.apply(shown), text -> {
            if (!text.equals(formula.apply(shown))) {
                model.edits().change(shown, now -> change.apply(now, text));
            }
        }, model.frame());
        updates.add(now -> field.show(formula.apply(now), words.get(), expected.apply(now)));
        field.view().getStyleClass().add("formula-line");
        view.getChildren().add(field.view());
        return field;
    }

    private void line(String key, Region control) {
        view.getChildren().add(Words.line(texts.text(key), control, "definition-line"));
    }
}
