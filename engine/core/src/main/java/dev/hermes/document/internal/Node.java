package dev.hermes.document.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/** A value in a YAML text, with the place where it starts. Immutable. */
public sealed interface Node {

    Position position();

    /**
     * A place in the text.
     *
     * @param line
     *            from 1
     * @param column
     *            from 1, in characters
     */
    record Position(int line, int column) implements Comparable<Position> {

        public static final Position START = new Position(1, 1);

        @Override
        public int compareTo(Position other) {
            return line == other.line ? Integer.compare(column, other.column) : Integer.compare(line, other.line);
        }
    }

    /**
     * A single value, as it stands in the source: {@code 0.10} keeps its zero.
     *
     * @param quoted
     *            true: it is text whatever it looks like
     */
    record Scalar(String text, boolean quoted, Position position) implements Node {

        private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
        private static final Set<String> TRUES = Set.of("true", "True", "TRUE");
        private static final Set<String> FALSES = Set.of("false", "False", "FALSE");

        /** Whether YAML's core schema reads it as no value at all. */
        public boolean isNull() {
            return !quoted && NULLS.contains(text);
        }

        /** Whether YAML's core schema reads it as true. */
        public boolean isTrue() {
            return !quoted && TRUES.contains(text);
        }

        /** Whether YAML's core schema reads it as false. */
        public boolean isFalse() {
            return !quoted && FALSES.contains(text);
        }
    }

    /** A list. */
    record Items(List<Node> nodes, Position position) implements Node {

        public Items {
            nodes = Collections.unmodifiableList(new ArrayList<>(nodes));
        }
    }

    /** Values by name, in the order of the text; names are unique. */
    record Entries(SequencedMap<String, Entry> byName, Position position) implements Node {

        public Entries {
            byName = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byName));
        }
    }

    /** A value that was refused; the problem has been noted, and nothing more is to be said about it. */
    record Refused(Position position) implements Node {}

    /** What stands after a name, and where the name stands. */
    record Entry(Position name, Node node) {}
}
