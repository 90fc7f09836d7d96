package dev.hermes.app.session;

import dev.hermes.kernel.RunMonitor;
import dev.hermes.local.FactFiles;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.cache.CachedResults;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * What was made of calculations of a workspace, as long as facts and rows are the same.
 *
 * @param <T>
 *            as {@link CachedResults} takes it
 */
final class Remembered<T extends Record> {

    private final CachedResults<T> results;
    private final Workspace workspace;
    private final FactFiles files;

    /** Results of one type, from these facts. */
    Remembered(Class<T> type, Workspace workspace, FactFiles files) {
        results = new CachedResults<>(type, workspace.cache());
        this.workspace = workspace;
        this.files = files;
    }

    /** What was made of rows of a version. */
    record Made<T extends Record>(T result, String inputsVersion) {}

    /**
     * What was made before of the same, or else what is made now.
     *
     * @param question
     *            all that it is made from besides facts and rows
     * @throws CancellationException
     *             where the calculation was cancelled
     */
    T get(List<?> question, RunMonitor monitor, Supplier<Made<T>> making) {
        Optional<T> known = results.find(question, version(workspace.inputsVersion()));
        if (monitor.isCancelled()) {
            throw new CancellationException();
        }
        if (known.isPresent()) {
            return known.get();
        }
        long start = System.nanoTime();
        Made<T> made = making.get();
        // The version of what was read, which may have changed since it was looked for.
        results.add(question, version(made.inputsVersion()), made.result(),
                Duration.ofNanos(System.nanoTime() - start));
        return made.result();
    }

    private String version(String inputsVersion) {
        return "facts " + files.version() + " inputs " + inputsVersion;
    }
}
