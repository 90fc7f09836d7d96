package dev.hermes.app.indicators;

import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Pane;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody writes, and what, so that it can go on in other fields of the same names.
 *
 * @param id
 *            of the field that has the keyboard; empty where none has
 * @param text
 *            what stands in it; null where it is no text
 */
record Writing(String id, @Nullable String text, int anchor, int caret) {

    static final Writing NOWHERE = new Writing("", null, 0, 0);

    /** What is being written in a panel. */
    static Writing in(Pane panel) {
        Node focused = panel.getScene() == null ? null : panel.getScene().getFocusOwner();
        if (focused == null || focused.getId() == null
                || Stream.iterate(focused, of -> of != null, Node::getParent).noneMatch(panel::equals)) {
            return NOWHERE;
        }
        return switch (focused) {
            case TextInputControl field -> new Writing(field.getId(), field.getText(), field.getAnchor(),
                    field.getCaretPosition());
            case CodeArea area -> new Writing(area.getId(), area.getText(), area.getAnchor(), area.getCaretPosition());
            default -> new Writing(focused.getId(), null, 0, 0);
        };
    }

    /** Goes on in a panel whose fields were made anew. */
    void goOn(Pane panel) {
        Node field = id.isEmpty() ? null : panel.lookup("#" + id);
        if (field == null) {
            return;
        }
        String written = text;
        if (written != null && field instanceof TextInputControl control) {
            control.setText(written);
            field.requestFocus();
            control.selectRange(anchor, caret);
        } else if (written != null && field instanceof CodeArea area) {
            area.replaceText(written);
            field.requestFocus();
            area.selectRange(anchor, caret);
        } else {
            field.requestFocus();
        }
    }
}
