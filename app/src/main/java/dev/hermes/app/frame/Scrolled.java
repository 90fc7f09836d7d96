package dev.hermes.app.frame;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Panes that scroll, without the picture of all that is seen which JavaFX keeps of each, in sight or not. */
public final class Scrolled {

    private Scrolled() {}

    /** A pane that scrolls what is in it. */
    public static ScrollPane of(Node content) {
        ScrollPane pane = new ScrollPane(content);
        pane.skinProperty().addListener((_, _, _) -> pane.lookupAll(".viewport").forEach(seen -> seen.setCache(false)));
        return pane;
    }
}
