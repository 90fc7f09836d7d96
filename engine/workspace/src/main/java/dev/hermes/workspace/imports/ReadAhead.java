package dev.hermes.workspace.imports;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** The rows of a source, read in a thread of its own a few batches before they are taken. Of one thread. */
final class ReadAhead implements RowSource {

    private static final int MOST_AHEAD = 8;

    private final RowSource source;
    private final ExecutorService reading = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("hermes-rows-read").factory());
    /** In their order; there is only one thread to read them. */
    private final Deque<Future<@Nullable RowBatch>> ahead = new ArrayDeque<>(MOST_AHEAD);

    /** @param source is closed with this */
    ReadAhead(RowSource source) {
        this.source = source;
    }

    @Override
    public List<String> columns() {
        return source.columns();
    }

    @Override
    public @Nullable RowBatch next(int[] wanted) throws IOException, SourceProblem {
        while (ahead.size() < MOST_AHEAD) {
            ahead.add(reading.submit(() -> source.next(wanted)));
        }
        try {
            return ahead.remove().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException end = new CancellationException("The import was cancelled while its file was read.");
            end.initCause(e);
            throw end;
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case SourceProblem problem -> throw problem;
                case IOException problem -> throw problem;
                case RuntimeException problem -> throw problem;
                case null, default -> throw new IllegalStateException("The rows cannot be read.", e.getCause());
            }
        }
    }

    @Override
    public void close() throws IOException {
        reading.shutdownNow();
        reading.close();
        source.close();
    }
}
