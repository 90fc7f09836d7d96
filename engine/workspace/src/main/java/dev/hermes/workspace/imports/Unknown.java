package dev.hermes.workspace.imports;

import dev.hermes.model.Nearest;
import java.util.Collection;

/** Says that there is no document of a code, and which one was meant. */
final class Unknown {

    private Unknown() {
    }

    static String document(String kind, String code, Collection<String> known) {
        return "There is no " + kind + " " + Quote.of(code) + ". Maybe " + Nearest.nearest(code, known)
                .orElse(known.isEmpty() ? "apply its document first" : "one of " + String.join(", ", known)) + ".";
    }
}
