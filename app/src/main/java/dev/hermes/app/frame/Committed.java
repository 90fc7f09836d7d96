package dev.hermes.app.frame;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/** Fields that show a text of a document, and know it from what is typed into them. */
public final class Committed {

    private Committed() {}

    /** Says which text of a document a field shows. */
    public static void set(Node field, String text) {
        field.getProperties().put(Committed.class, text);
    }

    /** The text of a document that a field shows; null where it shows none. */
    public static @Nullable String text(Node field) {
        return (String) field.getProperties().get(Committed.class);
    }

    /** Whether a field shows a text of a document, and nothing else is typed into it. */
    static boolean is(Node field) {
        String typed = switch (field) {
            case TextInputControl input -> input.getText();
            case ComboBox<?> box when box.isEditable() -> box.getEditor().getText();
            default -> null;
        };
        return typed != null && typed.equals(text(field));
    }
}
