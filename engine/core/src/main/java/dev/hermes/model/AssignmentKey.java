package dev.hermes.model;

import java.util.Comparator;

/**
 * The key of a payee. Its text form is {@code person_position_organisation}; {@code _} and {@code %} inside an id are
 * written {@code %5F} and {@code %25}.
 */
public record AssignmentKey(String person, String position, String organisation) implements Comparable<AssignmentKey> {

    private static final Comparator<AssignmentKey> ORDER = Comparator.comparing(AssignmentKey::person)
            .thenComparing(AssignmentKey::position).thenComparing(AssignmentKey::organisation);

    public AssignmentKey {
        if (person.isEmpty() || position.isEmpty() || organisation.isEmpty()) {
            throw new IllegalArgumentException("An assignment needs a person, a position and an organisation; got '"
                    + person + "', '" + position + "', '" + organisation + "'.");
        }
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException
     *             where it is not three ids joined by {@code _}
     */
    public static AssignmentKey parse(String text) {
        String[] ids = text.split("_", -1);
        if (ids.length != 3) {
            throw new IllegalArgumentException("The assignment '" + text + "' is not person_position_organisation. "
                    + "Maybe an id contains '_': write it as %5F.");
        }
        return new AssignmentKey(unescape(ids[0]), unescape(ids[1]), unescape(ids[2]));
    }

    private static String escape(String id) {
        return id.indexOf('_') < 0 && id.indexOf('%') < 0 ? id : id.replace("%", "%25").replace("_", "%5F");
    }

    private static String unescape(String id) {
        return id.indexOf('%') < 0 ? id : id.replace("%5F", "_").replace("%25", "%");
    }

    @Override
    public int compareTo(AssignmentKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return escape(person) + "_" + escape(position) + "_" + escape(organisation);
    }
}
