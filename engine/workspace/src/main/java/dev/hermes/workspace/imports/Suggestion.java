package dev.hermes.workspace.imports;

import dev.hermes.model.Message;
import dev.hermes.model.Nearest;
import java.util.Collection;

/** Says what may have been meant in the place of a name that is not known. Stateless. */
final class Suggestion {

    private Suggestion() {}

    /** The nearest of the names that are known, or all of them. */
    static Message of(String given, Collection<String> known) {
        return of(given, known, among(known));
    }

    /** The nearest of the names that are known; where none is near, what is said instead. */
    static Message of(String given, Collection<String> known, Message otherwise) {
        return Nearest.nearest(given, known).map(nearest -> Message.of("Maybe {0}.", nearest)).orElse(otherwise);
    }

    /** One of the names that are known. */
    static Message among(Collection<String> known) {
        return Message.of("Maybe one of {0}.", String.join(", ", known));
    }
}
