package dev.hermes.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * A DuckDB of its own in memory that reaches one folder and nothing else: no other file, no extension, no network, and
 * no setting can be changed any more. What does not fit into its memory goes to a temporary folder, which closing
 * removes. Thread-safe; each thread opens its own {@link Session}.
 */
final class LockedDatabase implements AutoCloseable {

    private final Path folder;
    private final Limits limits;
    private final boolean keepOrder;
    private @Nullable Running running;
    private boolean isClosed;

    private LockedDatabase(Path folder, Limits limits, boolean keepOrder) {
        this.folder = folder;
        this.limits = limits;
        this.keepOrder = keepOrder;
    }

    /** What a database has while it is open. */
    private record Running(DuckDBConnection connection, Path temporary, ScheduledExecutorService timers)
            implements
            AutoCloseable {

        static Running start(Path folder, Limits limits, boolean keepOrder) {
            Path temporary;
            try {
                temporary = Files.createTempDirectory("hermes-facts");
            } catch (IOException e) {
                throw new UncheckedIOException("No temporary folder can be made for the facts.", e);
            }
            try {
                Running started = new Running(
                        DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class), temporary,
                        Executors.newSingleThreadScheduledExecutor(
                                Thread.ofPlatform().daemon().name("hermes-facts-watch").factory()));
                try (Statement statement = started.connection.createStatement()) {
                    for (String setting : settings(folder, temporary, limits, keepOrder)) {
                        statement.execute("SET " + setting);
                    }
                    return started;
                } catch (SQLException e) {
                    started.close();
                    throw e;
                }
            } catch (SQLException e) {
                throw new FactAccessException("start a database for the facts in " + folder, e, false);
            }
        }

        @Override
        public void close() {
            timers.shutdownNow();
            try {
                connection.close();
            } catch (SQLException e) {
                throw new FactAccessException("close the database", e, false);
            } finally {
                deleteTemporary();
            }
        }

        private void deleteTemporary() {
            try (Stream<Path> left = Files.walk(temporary)) {
                for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The temporary folder " + temporary + " cannot be removed.", e);
            }
        }
    }

    /**
     * A database that is started when something is first asked of it: what was calculated before asks nothing.
     *
     * @param keepOrder
     *            whether rows leave a statement in the order of the files where it says nothing else
     */
    static LockedDatabase whenUsed(Path folder, Limits limits, boolean keepOrder) {
        return new LockedDatabase(folder, limits, keepOrder);
    }

    /** The same, started at once. */
    static LockedDatabase open(Path folder, Limits limits, boolean keepOrder) {
        LockedDatabase database = whenUsed(folder, limits, keepOrder);
        database.running();
        return database;
    }

    private synchronized Running running() {
        if (isClosed) {
            throw new IllegalStateException("The database for the facts in " + folder + " is closed.");
        }
        Running started = running;
        if (started == null) {
            started = Running.start(folder, limits, keepOrder);
            running = started;
        }
        return started;
    }

    private static List<String> settings(Path folder, Path temporary, Limits limits, boolean keepOrder) {
        return List.of("memory_limit = '" + limits.memory() + "B'",
                "threads = " + limits.threads(),
                "temp_directory = " + Sql.path(temporary),
                "preserve_insertion_order = " + keepOrder,
                "parquet_metadata_cache = true",
                "autoinstall_known_extensions = false",
                "autoload_known_extensions = false",
                "allow_community_extensions = false",
                "allow_persistent_secrets = false",
                "allowed_directories = " + Sql.paths(List.of(folder, temporary)),
                "enable_external_access = false",
                "lock_configuration = true");
    }

    /** A connection for one thread. Its statements are cancelled soon after {@code cancelled} says so. */
    Session connect(BooleanSupplier cancelled) {
        Running now = running();
        try {
            return new Session(now.connection().duplicate(), now.timers(), cancelled);
        } catch (SQLException e) {
            throw new FactAccessException("connect", e, false);
        }
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        if (running != null) {
            running.close();
            running = null;
        }
    }
}
