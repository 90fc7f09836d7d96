package dev.hermes.workspace.imports;

import dev.hermes.model.Nearest;
import java.util.Collection;

/** Says that there is no document of a code, and which one was meant. */
final class Unknown {

    private static final int MOST_NAMED = 10;

    private Unknown() {}

    static String document(String kind, String code, Collection<String> known) {
        return "There is no " + kind + " " + Quote.of(code) + ". Maybe "
                + Nearest.nearest(code, known).orElseGet(() -> among(known)) + ".";
    }

    private static String among(Collection<String> known) {
        if (known.isEmpty()) {
            return "apply its document first";
        }
        return known.size() > MOST_NAMED ? "another code was meant" : "one of " + String.join(", ", known);
    }
}
