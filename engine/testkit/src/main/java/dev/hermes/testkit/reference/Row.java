package dev.hermes.testkit.reference;

import dev.hermes.model.AssignmentKey;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Whom figures are computed for.
 *
 * @param person
 *            the person
 * @param key
 *            the assignment; null for the person over all assignments
 */
record Row(String person, @Nullable AssignmentKey key) {

    /** Assignments by their keys, then persons. */
    static final Comparator<Row> ORDER = Comparator.comparing((Row row) -> row.key() == null)
            .thenComparing(Row::person)
            .thenComparing(Row::key, Comparator.nullsFirst(Comparator.naturalOrder()));

    static Row of(AssignmentKey key) {
        return new Row(key.person(), key);
    }

    static Row of(String person) {
        return new Row(person, null);
    }

    boolean isPerson() {
        return key == null;
    }

    /** The assignment's key in text form, or the person. */
    String text() {
        return key == null ? person : key.toString();
    }

    String organisation() {
        return key == null ? "" : key.organisation();
    }

    @Override
    public String toString() {
        return text();
    }
}
