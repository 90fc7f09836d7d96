package dev.hermes.local;

import dev.hermes.model.Dataset;
import dev.hermes.model.ValueType;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBLogicalType;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/**
 * Hands rows over from the thread that makes them to a statement that reads them: a table function of DuckDB. Holds a few
 * chunks; whoever is ahead waits.
 */
final class FactFeed implements DuckDBTableFunction<String, String, FactFeed.Place> {

    private static final int MOST_WAITING = 8;

    private final Dataset dataset;
    private final String lineColumn;
    private final int threads;
    private final Deque<FactChunk> waiting = new ArrayDeque<>();
    private boolean ended;
    private boolean stopped;

    /**
     * A feed of rows of a dataset, with their lines.
     *
     * @param lineColumn
     *            the name of the column that has the lines
     * @param threads
     *            how many threads of the statement may read it
     */
    FactFeed(Dataset dataset, String lineColumn, int threads) {
        this.dataset = dataset;
        this.lineColumn = lineColumn;
        this.threads = threads;
    }

    /** Where one thread of the statement has got to. */
    static final class Place {

        private @Nullable FactChunk chunk;
        private int row;
    }

    void register(Connection connection, String name) throws SQLException {
        try (DuckDBTableFunctionBuilder function = DuckDBFunctions.tableFunction()) {
            function.withName(name).withFunction(this).register(connection);
        }
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

    @Override
    public String bind(DuckDBTableFunctionBindInfo info) throws SQLException {
        for (Dataset.Column column : dataset.columns()) {
            switch (column.type().value()) {
                case TEXT -> info.addResultColumn(column.name(), DuckDBColumnType.VARCHAR);
                case BOOLEAN -> info.addResultColumn(column.name(), DuckDBColumnType.BOOLEAN);
                case DATE -> info.addResultColumn(column.name(), DuckDBColumnType.DATE);
                case NUMBER -> info.addResultColumn(column.name(),
                        DuckDBLogicalType.decimal(column.digits(), column.scale()));
            }
        }
        info.addResultColumn(lineColumn, DuckDBColumnType.BIGINT);
        return dataset.code();
    }

    @Override
    public String init(DuckDBTableFunctionInitInfo info) {
        info.setMaxThreads(threads);
        return dataset.code();
    }

    @Override
    public Place localInit(DuckDBTableFunctionInitInfo info) {
        return new Place();
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter output) throws InterruptedException {
        Place place = info.getLocalInitData();
        FactChunk chunk = place.chunk;
        if (chunk == null || place.row == chunk.size()) {
            chunk = take();
            place.chunk = chunk;
            place.row = 0;
        }
        if (chunk == null) {
            return 0;
        }
        int count = (int) Math.min(output.capacity(), chunk.size() - place.row);
        List<Dataset.Column> columns = dataset.columns();
        for (int i = 0; i < columns.size(); i++) {
            write(chunk, i, place.row, count, columns.get(i), output.vector(i));
        }
        DuckDBWritableVector lines = output.vector(columns.size());
        for (int row = 0; row < count; row++) {
            lines.setLong(row, chunk.line(place.row + row));
        }
        place.row += count;
        return count;
    }

    private static void write(FactChunk chunk, int column, int first, int count, Dataset.Column declared,
            DuckDBWritableVector vector) {
        if (declared.type().value() == ValueType.TEXT) {
            @Nullable String[] texts = new String[count];
            for (int row = 0; row < count; row++) {
                texts[row] = (String) chunk.value(column, first + row);
            }
            vector.setStrings(0, texts);
            return;
        }
        for (int row = 0; row < count; row++) {
            switch (chunk.value(column, first + row)) {
                case null -> vector.setNull(row);
                case BigDecimal number -> vector.setBigDecimal(row, number);
                case Boolean bool -> vector.setBoolean(row, bool);
                case LocalDate day -> vector.setDate(row, day);
                case Object other -> throw new IllegalStateException("A value that was checked is of type "
                        + other.getClass() + ".");
            }
        }
    }
}
