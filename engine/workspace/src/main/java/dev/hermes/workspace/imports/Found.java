package dev.hermes.workspace.imports;

import dev.hermes.model.Message;
import java.util.List;

/**
 * Something that was found out about a file, to be confirmed by a person. Immutable.
 *
 * @param value
 *            what it seems to be
 * @param evidence
 *            why, in a sentence with an example and its line
 * @param others
 *            what it may be instead, as far as nothing in the file decides; empty unless the question is open
 */
public record Found<T>(T value, Sureness sureness, Message evidence, List<T> others) {

    /** How sure a finding is. */
    public enum Sureness {
        /** Nothing else fits. */
        CERTAIN,
        /** Something else is possible, and unusual. */
        LIKELY,
        /** Nothing in the file decides: somebody has to. */
        OPEN
    }

    public Found {
        others = List.copyOf(others);
    }

    static <T> Found<T> certain(T value, Message evidence) {
        return new Found<>(value, Sureness.CERTAIN, evidence, List.of());
    }

    static <T> Found<T> likely(T value, Message evidence) {
        return new Found<>(value, Sureness.LIKELY, evidence, List.of());
    }

    static <T> Found<T> open(T value, Message evidence, List<T> others) {
        return new Found<>(value, Sureness.OPEN, evidence, others);
    }

    public boolean isOpen() {
        return sureness == Sureness.OPEN;
    }
}
