package dev.hermes.app.frame;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.animation.AnimationTimer;
import javafx.scene.layout.Pane;

/**
 * Lays each screen out once while nothing else goes on, without showing it. What JavaFX does at the first time of every
 * kind of control takes most of the time in which a screen opens, so whoever opens it then need not wait for that.
 */
final class Rehearsal extends AnimationTimer {

    private static final int CALM_FRAMES = 20;

    private final FrameModel model;
    private final Pane root;
    private final Deque<Screen> left = new ArrayDeque<>();
    private int calm;

    /**
     * @param root
     *            the window's content, which a screen is put into for its rehearsal
     */
    Rehearsal(FrameModel model, Pane root) {
        this.model = model;
        this.root = root;
        left.addAll(model.screens());
    }

    @Override
    public void handle(long now) {
        calm = model.workspace().get() != null && model.background().isIdle() ? calm + 1 : 0;
        if (calm < CALM_FRAMES) {
            return;
        }
        calm = 0;
        Screen next = left.poll();
        if (next == null) {
            stop();
        } else if (next.view().getParent() == null) {
            root.getChildren().addFirst(next.view());
            root.applyCss();
            root.layout();
            root.getChildren().remove(next.view());
        }
    }
}
