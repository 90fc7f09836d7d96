package dev.hermes.app.frame;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Where the keyboard goes. */
final class Focus {

    private Focus() {}

    /** Gives the keyboard to the first within a part of the window that takes it. */
    static void into(Node part) {
        first(part).ifPresent(Node::requestFocus);
    }

    private static Optional<Node> first(Node part) {
        if (!part.isVisible() || part.isDisabled()) {
            return Optional.empty();
        }
        if (part.isFocusTraversable()) {
            return Optional.of(part);
        }
        return part instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().map(Focus::first).flatMap(Optional::stream).findFirst()
                : Optional.empty();
    }
}
