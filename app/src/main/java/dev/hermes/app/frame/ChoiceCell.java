package dev.hermes.app.frame;

import dev.hermes.app.language.Texts;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** Shows one of several choices in words. */
public final class ChoiceCell<T> extends ListCell<T> {

    private final Function<T, String> words;

    private ChoiceCell(Function<T, String> words) {
        this.words = words;
    }

    /** Lets a box that stays show its choices in words, which follow the language. */
    public static <T> void fill(ComboBox<T> box, Texts texts, Function<T, String> words) {
        texts.wording().subscribe(_ -> {
            box.setCellFactory(_ -> new ChoiceCell<>(words));
            box.setButtonCell(new ChoiceCell<>(words));
        });
    }

    @Override
    protected void updateItem(@Nullable T choice, boolean empty) {
        super.updateItem(choice, empty);
        setText(empty || choice == null ? null : words.apply(choice));
    }
}
