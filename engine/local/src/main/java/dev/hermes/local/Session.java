package dev.hermes.local;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;

/**
 * One connection, for one thread. Temporary tables made here are seen here only. Every method throws
 * {@link CancellationException} where the run was cancelled, {@link FactAccessException} where the database refused.
 */
final class Session implements AutoCloseable {

    /** Reads a result; the rows are all there already. */
    @FunctionalInterface
    interface ResultReader<T> {

        T read(ResultSet rows) throws SQLException;
    }

    /** Takes the rows of a result, at most about 2,000 at a time. */
    @FunctionalInterface
    interface ChunkReader {

        void read(DuckDBDataChunkReader rows);
    }

    /** Appends rows to a table. */
    @FunctionalInterface
    interface RowAppender {

        void append(DuckDBAppender appender) throws SQLException;
    }

    private final DuckDBConnection connection;
    private final ScheduledExecutorService timers;
    private final BooleanSupplier cancelled;

    Session(DuckDBConnection connection, ScheduledExecutorService timers, BooleanSupplier cancelled) {
        this.connection = connection;
        this.timers = timers;
        this.cancelled = cancelled;
    }

    /** Runs a statement that returns nothing. */
    void run(String sql) {
        query(sql, null, rows -> null);
    }

    <T> T query(String sql, ResultReader<T> reader) {
        return query(sql, null, reader);
    }

    /**
     * Runs a statement and reads what it returns.
     *
     * @param limit
     *            how long it may run; null: as long as it takes
     */
    <T extends @Nullable Object> T query(String sql, @Nullable Duration limit, ResultReader<T> reader) {
        checkCancelled();
        try (Statement statement = connection.createStatement();
                Watch watch = new Watch(timers, statement, cancelled, limit)) {
            try {
                statement.execute(sql);
                T result = reader.read(statement.getResultSet());
                checkCancelled();
                return result;
            } catch (SQLException e) {
                throw explain(sql, e, watch);
            }
        } catch (SQLException e) {
            throw new FactAccessException(sql, e, false);
        }
    }

    /**
     * Streams what a statement returns.
     *
     * @param expected
     *            how many rows it returns. The driver ends a stream that broke off as if it were complete, so they are
     *            counted
     */
    void stream(String sql, long expected, ChunkReader reader) {
        checkCancelled();
        long seen = 0;
        try (DuckDBPreparedStatement statement = connection.prepare(sql);
                Watch watch = new Watch(timers, statement, cancelled, null)) {
            try (DuckDBChunkedResult result = statement.query()) {
                while (result.nextChunk()) {
                    checkCancelled();
                    seen += result.chunk().rowCount();
                    reader.read(result.chunk());
                }
            } catch (SQLException e) {
                throw explain(sql, e, watch);
            }
        } catch (SQLException e) {
            throw new FactAccessException(sql, e, false);
        }
        checkCancelled();
        if (seen != expected) {
            throw new FactAccessException(sql, new SQLException("The result broke off after " + seen + " of " + expected
                    + " rows."), false);
        }
    }

    /** Lets statements read what is fed, as a table. */
    void register(FactFeed feed, String name) {
        feed.register(connection, name);
    }

    /** Appends rows to a table. */
    void append(String table, RowAppender rows) {
        try (DuckDBAppender appender = connection.createAppender(table)) {
            rows.append(appender);
        } catch (SQLException e) {
            throw new FactAccessException("append to " + table, e, false);
        }
    }

    void checkCancelled() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("The run was cancelled while its facts were read.");
        }
    }

    private RuntimeException explain(String sql, SQLException failure, Watch watch) {
        SQLException notCancelled = watch.notCancelled();
        if (notCancelled != null) {
            failure.addSuppressed(notCancelled);
        }
        if (cancelled.getAsBoolean()) {
            CancellationException end = new CancellationException("The run was cancelled while its facts were read.");
            end.initCause(failure);
            return end;
        }
        return new FactAccessException(sql, failure, watch.timedOut());
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new FactAccessException("close the connection", e, false);
        }
    }
}
