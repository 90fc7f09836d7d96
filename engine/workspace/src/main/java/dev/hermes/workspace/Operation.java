package dev.hermes.workspace;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to documents, all at once.
 *
 * @param number
 *            counts the operations of the workspace, from 1
 * @param id
 *            a UUID by which every other store knows it as well
 * @param edit
 *            the number of the edit that was taken back or done again; null for an edit
 * @param changes
 *            what became of the documents, by kind and code
 */
public record Operation(long number, String id, String author, Instant at, Kind kind, @Nullable Long edit,
        List<DocumentChange> changes) {

    public Operation {
        changes = List.copyOf(changes);
    }

    /** What an operation does: change documents, take such a change back, or make it again. */
    public enum Kind {
        EDIT("edit"), UNDO("undo"), REDO("redo");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
