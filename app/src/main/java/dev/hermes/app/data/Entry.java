package dev.hermes.app.data;

import dev.hermes.app.frame.Committed;
import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The lines of forms, whose controls commit what was entered: when it is confirmed, and when they are left. */
final class Entry {

    private static final double WIDTH = 196;
    /** What enters what is typed into a control, among its properties. */
    private static final Object ENTER = new Object();
    /** What the text that a control shows is of. */
    private static final Object OWNER = new Object();
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("danger");

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
        HBox line = new HBox(Words.whole(box));
        line.getStyleClass().add("form-line");
        line.setAlignment(Pos.CENTER_RIGHT);
        return line;
    }

    /**
     * Commits texts that differ from the one that {@link #show} has shown last; those of several lines when left. What
     * is not taken stays as it is typed until something else is, or Escape takes it back.
     */
    static void onCommit(TextInputControl field, Consumer<String> commit) {
        Runnable take = () -> {
            if (isTyped(field, field.getText())) {
                commit.accept(field.getText());
            }
        };
        if (field instanceof TextField line) {
            line.setOnAction(_ -> take.run());
        }
        onLeaving(field, field, take, () -> {
            field.setText(Committed.text(field));
            commit.accept(field.getText());
        });
    }

    /** What lets {@link #enter} enter what is typed below a node, in which controls do not commit by themselves. */
    static void onEnter(Node around, Runnable take) {
        around.getProperties().put(ENTER, take);
    }

    private static void onLeaving(Control field, TextInputControl typed, Runnable take, Runnable takeBack) {
        onEnter(field, take);
        typed.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                take.run();
            }
        });
        typed.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && isTyped(field, typed.getText())) {
                takeBack.run();
                event.consume();
            }
        });
    }

    /** Whether something is typed into a field that the document does not say. */
    static boolean isTyped(TextInputControl field) {
        return isTyped(field, field.getText());
    }

    private static boolean isTyped(Control field, @Nullable String text) {
        return text != null && !text.equals(Committed.text(field));
    }

    /** Enters what is being typed somewhere in a scene, where it is typed. */
    static void enter(@Nullable Scene scene) {
        Node node = scene == null ? null : scene.getFocusOwner();
        while (node != null) {
            if (node.getProperties().get(ENTER) instanceof Runnable take) {
                take.run();
                return;
            }
            node = node.getParent();
        }
    }

    /**
     * Shows what a document says. What is typed and not taken stays as long as the document says the same.
     *
     * @param owner
     *            what the text is of: what was typed for something else does not stay
     */
    static void show(TextInputControl field, Object owner, String text) {
        if (isOther(field, owner, text)) {
            field.setText(text);
        }
    }

    private static boolean isOther(Control field, Object owner, String text) {
        boolean isOther = !text.equals(Committed.text(field)) || !owner.equals(field.getProperties().get(OWNER));
        Committed.set(field, text);
        field.getProperties().put(OWNER, owner);
        return isOther;
    }

    /** Marks a control where what is typed into it was not taken. */
    static void mark(Control field, boolean isRefused) {
        String typed = switch (field) {
            case TextInputControl input -> input.getText();
            case ComboBox<?> box -> box.getEditor().getText();
            default -> null;
        };
        field.pseudoClassStateChanged(REFUSED, isRefused && isTyped(field, typed));
    }

    /** As for a text field, with texts to choose from. */
    static void onCommit(ComboBox<String> box, Consumer<String> commit) {
        Consumer<String> take = text -> {
            if (isTyped(box, text)) {
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
        onLeaving(box, box.getEditor(), () -> take.accept(box.getEditor().getText()), () -> {
            box.getEditor().setText(Committed.text(box));
            commit.accept(box.getEditor().getText());
        });
    }

    static void show(ComboBox<String> box, Object owner, List<String> texts, String text) {
        if (!box.getItems().equals(texts)) {
            box.getItems().setAll(texts);
        }
        show(box, owner, text, text);
    }

    /** Shows a value that is written in other words. */
    static void show(ComboBox<String> box, Object owner, String value, String written) {
        if (isOther(box, owner, written)) {
            box.setValue(value);
            box.getEditor().setText(written);
        }
    }
}
