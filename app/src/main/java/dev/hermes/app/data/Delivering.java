package dev.hermes.app.data;

import dev.hermes.app.background.Job;
import dev.hermes.app.files.StagedFile;
import dev.hermes.app.files.UnusableFileException;
import dev.hermes.app.session.RejectFiles;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Message;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.WorkspaceException;
import dev.hermes.workspace.imports.ImportListener;
import dev.hermes.workspace.imports.ImportSummary;
import dev.hermes.workspace.imports.ImportTerms;
import dev.hermes.workspace.imports.Importer;
import dev.hermes.workspace.imports.RejectedRows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Brings files in, or finds out which of their rows would be rejected. Not for the screen's thread. */
final class Delivering {

    private static final int SAMPLE = 1 << 16;

    private Delivering() {}

    /**
     * Brings in the rows of a file that are as they should be.
     *
     * @throws FindingsException
     *             where there are none but rejected ones; nothing has changed then
     */
    static ImportSummary bring(Workspace workspace, Source source, Given given, Job job) {
        return some(workspace, () -> run(workspace, source, given, job));
    }

    /** Undoes an import of nothing but rejected rows. */
    private static ImportSummary some(Workspace workspace, Supplier<ImportSummary> run) {
        return workspace.together(() -> {
            ImportSummary summary = run.get();
            if (summary.accepted() == 0 && summary.rejected() > 0) {
                throw new FindingsException(summary.findings());
            }
            return summary;
        });
    }

    /**
     * What became of mended rows.
     *
     * @param rejects
     *            the file with those that were rejected again; null where there is none
     * @param unwritten
     *            why there is none although some were; null otherwise
     */
    record Mended(ImportSummary summary, @Nullable Path rejects, @Nullable UnusableFileException unwritten) {}

    /**
     * Brings in the mended rows of a file that are as they should be: they join what the source has brought in last.
     * The others are in a file again.
     *
     * @param from
     *            the file that the rows came from
     * @param words
     *            how the file of the others says why
     * @throws FindingsException
     *             where none are as they should be; nothing has changed then
     */
    static Mended mend(Workspace workspace, Source source, Path from, Path mended, Function<Message, String> words,
            Job job) {
        Path target = RejectFiles.again(mended);
        refuseOwn(workspace, target);
        try (StagedFile staged = StagedFile.of(target)) {
            ImportTerms terms = ImportTerms.WHOLE.rejectingTo(staged.draft(), words).of(mended);
            long total = expectedRows(new Given.OfFile(mended));
            ImportSummary summary = some(workspace, () -> Importer.run(workspace, source.reading(from),
                    source.folder(from), terms, rows -> job.report(rows, total)));
            return summary.rejected() == 0 ? new Mended(summary, null, null) : mended(summary, staged);
        }
    }

    /** The rows are in, so the file that was fed can be replaced; where it cannot, they are in nevertheless. */
    private static Mended mended(ImportSummary summary, StagedFile staged) {
        try {
            staged.publish();
            return new Mended(summary, staged.target(), null);
        } catch (UnusableFileException unwritten) {
            return new Mended(summary, null, unwritten);
        }
    }

    private static void refuseOwn(Workspace workspace, Path target) {
        if (workspace.owns(target)) {
            throw UnusableFileException
                    .of(Message.of("{0} belongs to the workspace. Maybe write to another folder.", target));
        }
    }

    /** Writes the rows of a file that would be rejected to another one, which is made only if there are any. */
    static ImportSummary check(Workspace workspace, Source source, Given given, Path target,
            Function<Message, String> words, Job job) {
        refuseOwn(workspace, target);
        try (StagedFile staged = StagedFile.of(target)) {
            ImportSummary summary = Importer.check(workspace, given.mapping(source), given.folder(source),
                    given.on(ImportTerms.WHOLE.rejectingTo(staged.draft(), words)), listener(source, given, job));
            if (summary.rejected() > 0) {
                staged.publish();
            }
            return summary;
        }
    }

    /**
     * Copies the rows that an import has rejected to another file.
     *
     * @param kept
     *            where the workspace keeps them
     * @param words
     *            how the copy says why
     */
    static void copy(Workspace workspace, Path kept, Path target, Function<Message, String> words) {
        refuseOwn(workspace, target);
        try (StagedFile staged = StagedFile.of(target)) {
            RejectedRows.copy(kept, staged.draft(), words);
            staged.publish();
        } catch (IOException e) {
            throw WorkspaceException.of(Message.of("The rejected rows in {0} cannot be copied to {1}", kept, target),
                    e);
        }
    }

    private static ImportSummary run(Workspace workspace, Source source, Given given, Job job) {
        return Importer.run(workspace, given.mapping(source), given.folder(source),
                given.on(ImportTerms.WHOLE.puttingAside()), listener(source, given, job));
    }

    private static ImportListener listener(Source source, Given given, Job job) {
        long total = given.isText(source) ? expectedRows(given) : 0;
        return rows -> job.report(rows, total);
    }

    /** How many rows a text has, going by its beginning. */
    private static long expectedRows(Given text) {
        try (InputStream bytes = text.open()) {
            byte[] beginning = bytes.readNBytes(SAMPLE);
            long lines = 0;
            for (byte one : beginning) {
                lines += one == '\n' ? 1 : 0;
            }
            return beginning.length == 0 ? 0 : Math.max(1, text.size() / beginning.length * lines);
        } catch (IOException unreadable) {
            // The import says so.
            return 0;
        }
    }
}
