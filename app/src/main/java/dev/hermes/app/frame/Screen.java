package dev.hermes.app.frame;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;

/** What fills the window beside the rail. Of the screen's thread. */
public interface Screen {

    Place place();

    /** What is shown, the same each time; made at the first. */
    Node view();

    /** What it is shown of, the same each time. */
    ScreenModel model();

    /** What can be done here, the same each time. It is shown before anything of it is done. */
    default List<Action> actions() {
        return List.of();
    }

    /**
     * What can be found here by its name.
     *
     * @return makes the list of it, as it is now, on any thread
     */
    default Supplier<List<Command>> findable() {
        return List::of;
    }
}
