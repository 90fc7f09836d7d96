package dev.hermes.app.frame;

import dev.hermes.workspace.Workspace;

/** What a screen shows of a workspace. Of the screen's thread. */
public interface ScreenModel {

    /** Shows a workspace; before it is closed, {@link #leave} is called. */
    void enter(Workspace workspace);

    /** Shows nothing of the workspace any more, and begins no more work on it. */
    void leave();

    /** Somebody turns to the screen: what may have been changed elsewhere is looked at again. */
    default void refresh() {
        // Nothing that is shown is changed elsewhere.
    }

    /** Rows were brought in, so that what comes of them is to be looked at again. */
    default void rowsChanged() {
        // Nothing that is shown depends on rows.
    }
}
