package dev.hermes.app.data;

import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;

/** The lines of forms, whose controls commit what was entered: when it is confirmed, and when they are left. */
final class Entry {

    private static final double WIDTH = 196;

    private Entry() {}

    /** A control with its name in front of it, as wide as those of the other lines. */
    static Node line(Texts texts, String key, Control control, String id) {
        return line(texts.text(key), control, id);
    }

    static Node line(ObservableValue<String> name, Control control, String id) {
        control.setId(id);
        control.setPrefWidth(WIDTH);
        control.setMinWidth(WIDTH);
        control.setMaxWidth(WIDTH);
        return Words.line(name, control, "form-line");
    }

    /** A box with its name behind it, at the right. */
    static Node flag(Texts texts, String key, CheckBox box, String id) {
        box.setId(id);
        box.textProperty().bind(texts.text(key));
        HBox line = new HBox(box);
        line.getStyleClass().add("form-line");
        line.setAlignment(Pos.CENTER_RIGHT);
        return line;
    }

    /** Commits texts that differ from the one that {@link #show} has shown last; those of several lines when left. */
    static void onCommit(TextInputControl field, Consumer<String> commit) {
        Runnable take = () -> {
            if (!field.getText().equals(field.getUserData())) {
                commit.accept(field.getText());
            }
        };
        if (field instanceof TextField line) {
            line.setOnAction(_ -> take.run());
        }
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                take.run();
            }
        });
    }

    static void show(TextInputControl field, String text) {
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
