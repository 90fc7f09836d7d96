package dev.hermes.app.frame;

import dev.hermes.workspace.Workspace;
import java.util.List;
import javafx.scene.Node;

/** What fills the window beside the rail. Of the screen's thread. */
public interface Screen {

    Place place();

    /** What is shown, the same each time. */
    Node view();

    /** Shows a workspace; before it is closed, {@link #leave} is called. */
    void enter(Workspace workspace);

    /** Shows nothing of the workspace any more, and begins no more work on it. */
    void leave();

    /** Rows were brought in, so that what comes of them is to be looked at again. */
    default void rowsChanged() {
        // Nothing that is shown depends on rows.
    }

    /** What can be done here, for the command palette. */
    default List<Command> commands() {
        return List.of();
    }
}
