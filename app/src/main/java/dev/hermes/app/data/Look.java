package dev.hermes.app.data;

import dev.hermes.app.background.Job;
import dev.hermes.app.files.UnusableFileException;
import dev.hermes.app.frame.Problem;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Mapping;
import dev.hermes.model.Message;
import dev.hermes.spi.AdapterOption;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.WorkspaceException;
import dev.hermes.workspace.imports.Detection;
import dev.hermes.workspace.imports.ImportTerms;
import dev.hermes.workspace.imports.Importer;
import dev.hermes.workspace.imports.Preview;
import dev.hermes.workspace.plugins.Plugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file, or a table that was copied, looks like, and what its first rows would become. Immutable.
 *
 * @param source
 *            the source that it was read as; null where none was chosen
 * @param size
 *            how many bytes it has; negative where nobody knows
 * @param found
 *            what it looks like; null where it cannot be read so, or a mapping says so
 * @param options
 *            what can be said of the format that it has where no mapping says so
 * @param columns
 *            the names of its columns; empty where they are not known
 * @param preview
 *            what its rows would become; null where there is no mapping, or it does not fit
 * @param problem
 *            why they become nothing; null where they do, or there is no mapping
 */
record Look(Given given, @Nullable Source source, long size, @Nullable Detection found,
        List<AdapterOption> options, List<String> columns, @Nullable Preview preview, @Nullable Problem problem) {

    /** How many rows are looked at. */
    static final int ROWS = 200;

    private static final long UNKNOWN = -1;

    Look {
        options = List.copyOf(options);
        columns = List.copyOf(columns);
    }

    /** What is known where reading came to nothing. */
    static Look failed(Given given, @Nullable Source source, Problem problem) {
        return new Look(given, source, UNKNOWN, null, List.of(), List.of(), null, problem);
    }

    /**
     * Reads what was given, or finds out why it cannot be read; unless the job is
     * cancelled; not for the screen's thread. Nothing is stored.
     */
    static Look at(Workspace workspace, @Nullable Source source, Given given, Job job) {
        try {
            refuseFolder(given);
            long size = given.size();
            return source == null || source.loaded() == null
                    ? found(source, given, size)
                    : through(source, workspace, given, size, job);
        } catch (IOException unreadable) {
            // What is no file does not come to this.
            Path file = given.path().orElse(Path.of(given.notedAs()));
            return failed(given, source, Problem.of(UnusableFileException.unreadable(file, unreadable)));
        } catch (FindingsException | WorkspaceException | UnusableFileException unfit) {
            return failed(given, source, Problem.of(unfit));
        }
    }

    private static void refuseFolder(Given given) {
        given.path().filter(Files::isDirectory).ifPresent(folder -> {
            throw UnusableFileException.of(Message.of("{0} is a folder. Maybe choose one of the files in it.", folder));
        });
    }

    private static Look through(Source source, Workspace workspace, Given given, long size, Job job) {
        Importer.Looked seen = Importer.look(workspace, given.mapping(source), given.folder(source),
                given.on(ImportTerms.WHOLE), ROWS, _ -> job.checkCancelled());
        return new Look(given, source, size, null, List.of(), seen.columns(), seen.preview(),
                seen.problem() == null ? null : Problem.of(seen.problem()));
    }

    /** How a file is written that no mapping reads; of what was copied nobody asks. */
    private static Look found(@Nullable Source source, Given given, long size) throws IOException {
        List<AdapterOption> options = options(given);
        try {
            Detection found = switch (given) {
                case Given.OfFile(Path file, Mapping.Format written) when written != null -> Detection.of(file,
                        written);
                case Given.OfFile(Path file, _) -> Detection.of(file);
                case Given.Pasted _ -> null;
            };
            return new Look(given, source, size, found, options, List.of(), null, null);
        } catch (FindingsException | WorkspaceException unreadable) {
            // What is missing may be an option, which the form asks for.
            return new Look(given, source, size, null, options, List.of(), null, Problem.of(unreadable));
        }
    }

    private static List<AdapterOption> options(Given given) {
        return given instanceof Given.OfFile(_, Mapping.Format.Adapter adapter)
                ? Plugins.installed().adapters(adapter.word()).stream().flatMap(one -> one.options().stream()).toList()
                : List.of();
    }

    /** Whether all rows of the file were looked at. */
    boolean isWhole() {
        return preview != null && preview.read() < ROWS;
    }
}
