package dev.hermes.app.frame;

import java.util.List;
import javafx.scene.control.Button;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** What takes the last edit of documents back, and what makes it again; each says which edit that is. */
public record StepButtons(Button undo, Button redo) {

    /**
     * Makes them for a bar.
     *
     * @param prefix
     *            what their ids begin with
     */
    public static StepButtons of(FrameModel frame, String prefix) {
        DocumentSteps steps = frame.steps();
        Button undo = Words.button(BootstrapIcons.ARROW_COUNTERCLOCKWISE, prefix + "undo", undo(frame));
        Button redo = Words.button(BootstrapIcons.ARROW_CLOCKWISE, prefix + "redo", redo(frame));
        steps.steps().subscribe(now -> {
            undo.setDisable(!now.canUndo());
            redo.setDisable(!now.canRedo());
        });
        return new StepButtons(undo, redo);
    }

    static Action undo(FrameModel frame) {
        DocumentSteps steps = frame.steps();
        return Action.of(steps.undoText(), steps::undo).called(frame.texts().text("steps.undo.none"))
                .on(Action.Reach.WINDOW, "Shortcut+Z")
                .when(() -> steps.steps().get().canUndo());
    }

    static Action redo(FrameModel frame) {
        DocumentSteps steps = frame.steps();
        return Action.of(steps.redoText(), steps::redo).called(frame.texts().text("steps.redo.none"))
                .on(Action.Reach.WINDOW, "Shortcut+Shift+Z", "Shortcut+Y")
                .when(() -> steps.steps().get().canRedo());
    }

    /** Both, the one that takes back first. */
    public List<Button> both() {
        return List.of(undo, redo);
    }
}
