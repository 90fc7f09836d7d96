package dev.hermes.app.data;

import dev.hermes.app.frame.Committed;
import dev.hermes.app.language.Texts;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A type that is chosen, or written: in the user's words, as documents have it, or as a unit that is not among them. */
final class TypeBox {

    private static final List<String> TYPES = List.of("text", "date", "boolean", "number", "ratio", "money", "CNY",
            "USD", "EUR", "count", "days");

    private final DataWords words;
    private final ComboBox<String> box = new ComboBox<>();

    TypeBox(Texts texts, DataWords words) {
        this.words = words;
        box.setEditable(true);
        box.getItems().setAll(TYPES);
        texts.wording().subscribe(_ -> {
            String now = Objects.requireNonNullElse(box.getValue(), "");
            box.setConverter(new InWords());
            box.setValue(now);
            if (!now.isEmpty()) {
                Committed.set(box, words.type(now));
                box.getEditor().setText(words.type(now));
            }
        });
    }

    ComboBox<String> control() {
        return box;
    }

    /** The type as documents have it, of what is written now. */
    String type() {
        return type(box.getEditor().getText());
    }

    /**
     * Shows a type.
     *
     * @param owner
     *            what it is the type of
     */
    void show(Object owner, String type) {
        Entry.show(box, owner, type, words.type(type));
    }

    /** Takes another type, as documents have it, when it is confirmed and when the box is left. */
    void onCommit(Consumer<String> commit) {
        Entry.onCommit(box, written -> commit.accept(type(written)));
    }

    private String type(@Nullable String written) {
        String text = written == null ? "" : written.strip();
        return TYPES.stream().filter(type -> words.type(type).equalsIgnoreCase(text)).findFirst().orElse(text);
    }

    private final class InWords extends StringConverter<String> {

        @Override
        public String toString(@Nullable String type) {
            return type == null ? "" : words.type(type);
        }

        @Override
        public String fromString(String written) {
            return type(written);
        }
    }
}
