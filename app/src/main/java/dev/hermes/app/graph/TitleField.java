package dev.hermes.app.graph;

import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** A field over the title of a group in which another one is written. Gone when that is done, or when the camera moves. */
final class TitleField extends TextField {

    private static final double LEAST = 140;
    private static final double MOST = 320;
    private static final double HEIGHT = 28;
    private static final double EDGE = 4;

    private final GraphCanvas canvas;
    private @Nullable Consumer<String> taken;

    TitleField(GraphCanvas canvas) {
        this.canvas = canvas;
        setId("group-title");
        setManaged(false);
        setVisible(false);
        setOnAction(_ -> end(true));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                end(false);
                event.consume();
            }
        });
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                end(true);
            }
        });
        canvas.cameraProperty().addListener((_, _, _) -> end(true));
    }

    /**
     * Lets a title be written over the card or the frame of a group.
     *
     * @param then
     *            takes what was written, unless that is given up or blank
     */
    void show(String group, String title, Consumer<String> then) {
        Rectangle2D place = canvas.board().sheet().placeOf(group).orElse(null);
        if (place == null) {
            return;
        }
        Camera camera = canvas.board().camera();
        double width = Math.clamp(place.getWidth() * camera.zoom(), LEAST, MOST);
        resizeRelocate(Math.max(EDGE, camera.screenX(place.getMinX())), Math.max(EDGE, camera.screenY(place.getMinY())),
                width, HEIGHT);
        setAccessibleText(canvas.textsProperty().get().group());
        setText(title);
        taken = then;
        setVisible(true);
        requestFocus();
        selectAll();
    }

    private void end(boolean take) {
        Consumer<String> then = taken;
        if (then != null) {
            // Hiding it takes the focus away, which is no second end.
            taken = null;
            boolean hasFocus = isFocused();
            setVisible(false);
            if (hasFocus) {
                canvas.requestFocus();
            }
            String title = getText().strip();
            if (take && !title.isEmpty()) {
                then.accept(title);
            }
        }
    }
}
