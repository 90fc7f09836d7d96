package dev.hermes.workspace;

import dev.hermes.model.DocumentKind;
import dev.hermes.workspace.DocumentChange.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What a document said from one operation to the next that touched it.
 *
 * @param base
 *            the id of the revision before; null for the first
 * @param json
 *            the document in canonical form; null where it was removed
 * @param file
 *            the file that it was read from; null where it was removed
 */
record Revision(String id, String kind, String code, int number, @Nullable String base, @Nullable String json,
        @Nullable Long file) {

    /** What became of the document with this revision, which follows another one or, where that is null, none. */
    DocumentChange change(@Nullable Revision before) {
        Outcome outcome = json == null
                ? Outcome.REMOVED
                : before == null || before.json == null ? Outcome.CREATED : Outcome.CHANGED;
        return new DocumentChange(DocumentKind.of(kind).orElseThrow(), code, number, outcome);
    }
}
