package dev.hermes.local;

import dev.hermes.model.Dataset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.arrow.c.ArrowArrayStream;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Hands rows over from the thread that makes them to a statement that reads them. Holds a few chunks; whoever is ahead
 * waits.
 */
final class FactFeed implements AutoCloseable {

    /** As many rows as may come in while all threads of the statement compress what they have. */
    private static final int MOST_WAITING = 16;

    private final ArrowStream stream;
    private final Deque<FactChunk> waiting = new ArrayDeque<>();
    private boolean ended;
    private boolean stopped;

    /**
     * A feed of rows of a dataset, with their lines.
     *
     * @param lineColumn
     *            the name of the column that has the lines
     */
    FactFeed(Dataset dataset, String lineColumn) {
        stream = new ArrowStream(fields(dataset, lineColumn), this::next);
    }

    private static List<ArrowStream.Field> fields(Dataset dataset, String lineColumn) {
        List<ArrowStream.Field> fields = new ArrayList<>();
        for (Dataset.Column column : dataset.columns()) {
            fields.add(new ArrowStream.Field(column.name(), FactVector.format(column)));
        }
        fields.add(new ArrowStream.Field(lineColumn, FactVector.LINES));
        return fields;
    }

    /** Lets statements of a connection read the rows once, as a table. */
    void register(DuckDBConnection connection, String name) {
        connection.registerArrowStream(name, new ArrowArrayStream(stream.address()));
    }

    /**
     * Hands over the next rows, after which they are not to be changed.
     *
     * @return false where nobody will read them: the statement has ended
     */
    synchronized boolean put(FactChunk chunk) throws InterruptedException {
        while (waiting.size() >= MOST_WAITING && !stopped) {
            wait();
        }
        waiting.add(chunk);
        notifyAll();
        return !stopped;
    }

    /** There are no more rows. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Neither hands over nor takes any more: whoever waits goes on, and a statement that is reading fails. */
    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    private synchronized @Nullable FactChunk take() throws InterruptedException {
        while (waiting.isEmpty() && !ended && !stopped) {
            wait();
        }
        if (stopped) {
            throw new IllegalStateException("The rows were given up.");
        }
        FactChunk next = waiting.poll();
        notifyAll();
        return next;
    }

    private ArrowStream.@Nullable Batch next() throws InterruptedException {
        FactChunk chunk = take();
        return chunk == null ? null : new ArrowStream.Batch(chunk.size(), chunk.values());
    }

    /** Once the database is closed that read from it. */
    @Override
    public void close() {
        stream.close();
    }
}
