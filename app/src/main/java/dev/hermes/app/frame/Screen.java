package dev.hermes.app.frame;

import java.util.List;
import javafx.scene.Node;

/** What fills the window beside the rail. Of the screen's thread. */
public interface Screen {

    Place place();

    /** What is shown, the same each time; made at the first. */
    Node view();

    /** What it is shown of, the same each time. */
    ScreenModel model();

    /** What can be done here, for the command palette. */
    default List<Command> commands() {
        return List.of();
    }
}
