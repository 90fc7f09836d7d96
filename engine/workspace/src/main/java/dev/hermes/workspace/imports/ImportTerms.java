package dev.hermes.workspace.imports;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What an import brings in, and what becomes of rows that are not as they should be.
 *
 * @param rejects
 *            the file that these rows are written to, while all others are brought in; it is made only if there are any.
 *            Null: a single one is enough for nothing to be brought in
 * @param mended
 *            a file of such rows, mended, which join what the mapping has brought in; null for the mapping's own file
 * @param copied
 *            a table that was copied, in the place of the mapping's own file; null for that
 * @param again
 *            whether a file is brought in again that was brought in last and has not changed
 */
public record ImportTerms(@Nullable Path rejects, @Nullable Path mended, @Nullable Clipboard copied, boolean again) {

    /** The mapping's own file, whole or not at all. */
    public static final ImportTerms WHOLE = new ImportTerms(null, null, null, false);

    /** With the rows that are not as they should be in this file. */
    public ImportTerms rejectingTo(Path file) {
        return new ImportTerms(file, mended, copied, again);
    }

    /** The rows of a mended file in the place of the mapping's own. */
    public ImportTerms of(Path mendedFile) {
        return new ImportTerms(rejects, mendedFile, null, again);
    }

    /** A table that was copied in the place of the mapping's own file. */
    public ImportTerms of(Clipboard table) {
        return new ImportTerms(rejects, null, table, again);
    }

    /** Even where the file is the one that was brought in last. */
    public ImportTerms evenIfUnchanged() {
        return new ImportTerms(rejects, mended, copied, true);
    }
}
