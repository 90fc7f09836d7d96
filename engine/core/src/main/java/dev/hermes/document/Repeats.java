package dev.hermes.document;

import dev.hermes.document.Value.Placed;
import dev.hermes.document.internal.Quotation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Refuses what may stand in a list only once. */
final class Repeats {

    private Repeats() {}

    /**
     * Reports every item whose name an earlier one has.
     *
     * @param what
     *            what the name is, as in "The period 'P01' already stands in line 7."
     */
    static <T> void refuse(List<Placed<T>> items, Function<T, String> name, String what) {
        Map<String, Integer> lines = new HashMap<>();
        for (Placed<T> item : items) {
            Integer line = lines.putIfAbsent(name.apply(item.read()), item.value().line());
            if (line != null) {
                item.value().error("The " + what + " " + Quotation.of(name.apply(item.read()))
                        + " already stands in line " + line + ". Maybe remove one of the two.");
            }
        }
    }
}
