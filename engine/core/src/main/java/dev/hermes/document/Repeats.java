package dev.hermes.document;

import dev.hermes.document.Value.Placed;
import dev.hermes.document.internal.Quotation;
import dev.hermes.model.Message;
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
     *            what the name is of, as in "The period 'P01' already stands in line 7."
     */
    static <T> void refuse(List<Placed<T>> items, Message what, Function<T, String> name) {
        refuse(items, name, item -> Message.of("{0} {1}", what, Quotation.of(name.apply(item))));
    }

    /**
     * Reports every item that is the same as an earlier one.
     *
     * @param identity
     *            equal for items that are the same
     * @param name
     *            what a message calls an item
     */
    static <T> void refuse(List<Placed<T>> items, Function<T, ?> identity, Function<T, Message> name) {
        Map<Object, Integer> lines = new HashMap<>();
        for (Placed<T> item : items) {
            Integer line = lines.putIfAbsent(identity.apply(item.read()), item.value().line());
            if (line != null) {
                item.value().error(Message.of("The {0} already stands in line {1}. Maybe remove one of the two.",
                        name.apply(item.read()), line));
            }
        }
    }
}
