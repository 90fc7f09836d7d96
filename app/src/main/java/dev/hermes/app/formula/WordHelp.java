package dev.hermes.app.formula;

import java.time.Duration;
import java.util.function.BiFunction;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.control.Tooltip;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;

/** Says what a word of a formula means: that under the pointer, or on request that at the caret. */
final class WordHelp {

    private static final double WIDEST = 420;
    private static final double BELOW_POINTER = 14;
    private static final double BELOW_CARET = 4;
    private static final Duration WAIT = Duration.ofMillis(400);

    private final CodeArea area;
    private final BiFunction<String, Integer, Optional<String>> meaning;
    private final Tooltip tooltip = new Tooltip();

    /**
     * @param meaning
     *            what the word of a text means at a place of it
     */
    WordHelp(CodeArea area, BiFunction<String, Integer, Optional<String>> meaning) {
        this.area = area;
        this.meaning = meaning;
        tooltip.setId("word-help");
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDEST);
        area.setMouseOverTextDelay(WAIT);
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN,
                event -> show(event.getCharacterIndex(), event.getScreenPosition().getX(),
                        event.getScreenPosition().getY() + BELOW_POINTER));
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, _ -> hide());
        area.caretPositionProperty().addListener((_, _, _) -> hide());
        area.focusedProperty().addListener((_, _, _) -> hide());
    }

    /** Says what the word at the caret means; of two that it stands between, the one before it. */
    void showAtCaret() {
        Bounds at = area.getCaretBounds().orElse(null);
        if (at != null) {
            int caret = area.getCaretPosition();
            double x = at.getMinX();
            double y = at.getMaxY() + BELOW_CARET;
            if (!show(caret - 1, x, y)) {
                show(caret, x, y);
            }
        }
    }

    boolean isShowing() {
        return tooltip.isShowing();
    }

    void hide() {
        tooltip.hide();
    }

    private boolean show(int at, double x, double y) {
        Optional<String> found = meaning.apply(area.getText(), at);
        found.ifPresent(text -> {
            tooltip.setText(text);
            tooltip.show(area, x, y);
        });
        return found.isPresent();
    }
}
