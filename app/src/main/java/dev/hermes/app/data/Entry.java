package dev.hermes.app.data;

import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;

/** The lines of forms, whose controls commit what was entered: when it is confirmed, and when they are left. */
final class Entry {

    private static final double WIDTH = 196;

    private Entry() {}

    /** A control with its name in front of it, as wide as those of the other lines. */
    static Node line(Texts texts, String key, Control control, String id) {
        control.setId(id);
        control.setPrefWidth(WIDTH);
        control.setMinWidth(WIDTH);
        control.setMaxWidth(WIDTH);
        return Words.line(texts.text(key), control, "form-line");
    }

    /** Commits texts that differ from the one that {@link #show} has shown last. */
    static void onCommit(TextField field, Consumer<String> commit) {
        Runnable take = () -> {
            if (!field.getText().equals(field.getUserData())) {
                commit.accept(field.getText());
            }
        };
        field.setOnAction(_ -> take.run());
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                take.run();
            }
        });
    }

    static void show(TextField field, String text) {
        if (!text.equals(field.getUserData()) || !field.isFocused()) {
            field.setUserData(text);
            field.setText(text);
        }
    }

    /** As for a text field, with texts to choose from. */
    static void onCommit(ComboBox<String> box, Consumer<String> commit) {
        Consumer<String> take = text -> {
            if (!text.equals(box.getUserData())) {
                commit.accept(text);
            }
        };
        box.setEditable(true);
        box.getSelectionModel().selectedItemProperty().addListener((_, _, item) -> {
            if (item != null && box.isShowing()) {
                take.accept(item);
            }
        });
        box.getEditor().setOnAction(_ -> take.accept(box.getEditor().getText()));
        box.getEditor().focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                take.accept(box.getEditor().getText());
            }
        });
    }

    static void show(ComboBox<String> box, List<String> texts, String text) {
        if (!box.getItems().equals(texts)) {
            box.getItems().setAll(texts);
        }
        if (!text.equals(box.getUserData()) || !box.getEditor().isFocused()) {
            box.setUserData(text);
            box.setValue(text);
            box.getEditor().setText(text);
        }
    }
}
