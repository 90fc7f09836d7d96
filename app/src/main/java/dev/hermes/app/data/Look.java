package dev.hermes.app.data;

import dev.hermes.app.background.Job;
import dev.hermes.app.frame.Problem;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Mapping;
import dev.hermes.spi.AdapterOption;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.WorkspaceException;
import dev.hermes.workspace.imports.Detection;
import dev.hermes.workspace.imports.ImportTerms;
import dev.hermes.workspace.imports.Importer;
import dev.hermes.workspace.imports.Preview;
import dev.hermes.workspace.plugins.Plugins;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file, or a table that was copied, looks like, and what its first rows would become. Immutable.
 *
 * @param source
 *            the source that it was read as; null where none was chosen
 * @param size
 *            how many bytes it has
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

    Look {
        options = List.copyOf(options);
        columns = List.copyOf(columns);
    }

    /** Reads what was given, unless the job is cancelled; not for the screen's thread. Nothing is stored. */
    static Look at(Workspace workspace, @Nullable Source source, Given given, Job job) throws IOException {
        long size = given.size();
        if (source == null || source.loaded() == null) {
            return found(source, given, size);
        }
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
                case Given.OfFile(Path file, Mapping.Format written) when written != null -> Detection.of(file, written);
                case Given.OfFile(Path file, _) -> Detection.of(file);
                case Given.Pasted _ -> null;
            };
            return new Look(given, source, size, found, options, List.of(), null, null);
        } catch (FindingsException | WorkspaceException unreadable) {
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
