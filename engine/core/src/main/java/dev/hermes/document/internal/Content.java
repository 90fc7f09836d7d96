package dev.hermes.document.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** What a document says, ready to be written as YAML or JSON. Immutable. */
public sealed interface Content {

    /** A single value. */
    record Scalar(String text, Kind kind) implements Content {}

    /** A list. */
    record Items(List<Content> contents) implements Content {

        public Items {
            contents = Collections.unmodifiableList(new ArrayList<>(contents));
        }
    }

    /**
     * Values by name, in the order in which they are written.
     *
     * @param table
     *            true: the names are the author's (columns of a dataset), and each stands on a line of its own
     */
    record Entries(SequencedMap<String, Content> byName, boolean table) implements Content {

        public Entries {
            byName = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byName));
        }
    }

    /** The kinds of single value. */
    enum Kind {
        TEXT,
        /** Exact; a text in JSON, where many readers would make a binary number of it. */
        DECIMAL,
        /** Small and whole. */
        INTEGER, BOOLEAN
    }

    /** A text. */
    static Content text(String text) {
        return new Scalar(text, Kind.TEXT);
    }
}
