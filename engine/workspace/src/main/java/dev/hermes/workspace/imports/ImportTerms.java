package dev.hermes.workspace.imports;

import dev.hermes.model.Message;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an import brings in, and what becomes of rows that are not as they should be.
 *
 * @param rejecting
 *            whether these rows are put aside, while all others are brought in; if not, a single one is enough for nothing
 *            to be brought in
 * @param rejects
 *            a file that rows are written to that are put aside, besides that which the workspace keeps of them; it is made
 *            only if there are any. Null: none
 * @param mended
 *            a file of such rows, mended, which join what the mapping has brought in; null for the mapping's own file
 * @param copied
 *            a table that was copied, in the place of the mapping's own file; null for that
 * @param again
 *            whether a file is brought in again that was brought in last and has not changed
 * @param words
 *            how the file of rejected rows says why
 */
public record ImportTerms(boolean rejecting, @Nullable Path rejects, @Nullable Path mended,
        @Nullable Clipboard copied, boolean again, Function<Message, String> words) {

    /** The mapping's own file, whole or not at all. */
    public static final ImportTerms WHOLE = new ImportTerms(false, null, null, null, false, Message::text);

    /** Without the rows that are not as they should be, which the workspace keeps. */
    public ImportTerms puttingAside() {
        return new ImportTerms(true, rejects, mended, copied, again, words);
    }

    /** As that, with these rows in a file, which says in English why. */
    public ImportTerms rejectingTo(Path file) {
        return rejectingTo(file, Message::text);
    }

    /** As that, in other words. */
    public ImportTerms rejectingTo(Path file, Function<Message, String> saying) {
        return new ImportTerms(true, file, mended, copied, again, saying);
    }

    /** The rows of a mended file in the place of the mapping's own. */
    public ImportTerms of(Path mendedFile) {
        return new ImportTerms(rejecting, rejects, mendedFile, null, again, words);
    }

    /** A table that was copied in the place of the mapping's own file. */
    public ImportTerms of(Clipboard table) {
        return new ImportTerms(rejecting, rejects, null, table, again, words);
    }

    /** Even where the file is the one that was brought in last. */
    public ImportTerms evenIfUnchanged() {
        return new ImportTerms(rejecting, rejects, mended, copied, true, words);
    }
}
