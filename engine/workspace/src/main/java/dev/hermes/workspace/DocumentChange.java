package dev.hermes.workspace;

import dev.hermes.model.DocumentKind;

/**
 * What became of a document.
 *
 * @param revision
 *            the revision that the document has now, from 1
 */
public record DocumentChange(DocumentKind kind, String code, int revision, Outcome outcome) {

    /** What became of a document. */
    public enum Outcome {
        CREATED, CHANGED, REMOVED,
        /** It says what it said before, whatever its text looks like. */
        UNCHANGED
    }
}
