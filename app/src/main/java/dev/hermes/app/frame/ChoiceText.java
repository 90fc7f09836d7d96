package dev.hermes.app.frame;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The words for what can be chosen and not written. */
public final class ChoiceText<T> extends StringConverter<T> {

    private final Function<T, String> words;

    public ChoiceText(Function<T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(@Nullable T choice) {
        return choice == null ? "" : words.apply(choice);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("It is chosen, not written.");
    }
}
