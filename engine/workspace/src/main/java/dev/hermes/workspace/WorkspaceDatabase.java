package dev.hermes.workspace;

import dev.hermes.model.Message;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The database of a workspace: one writer, many readers. Every action is one transaction and sees one state of the
 * database. Thread-safe; writers of this program wait for each other, those of other programs a few seconds.
 */
final class WorkspaceDatabase implements AutoCloseable {

    /** "HERM": what the header of every workspace's database carries. */
    private static final int APPLICATION = 1212502605;

    /** The first version that anybody was given for keeps. */
    static final int OLDEST_VERSION = 4;

    /** The last migration below {@code schema}, which sets it as the file's {@code user_version}. */
    static final int NEWEST_VERSION = 6;

    private final Path file;
    private final Jdbi readers;
    private final Handle writer;
    private final ReentrantLock writing = new ReentrantLock();
    /** What to do where the change at hand is undone, the last first. Belongs to the thread that is writing. */
    private final Deque<Runnable> undoing = new ArrayDeque<>();
    /** By whom else the workspace is open, for messages. */
    private volatile Supplier<List<Message>> others = List::of;

    private WorkspaceDatabase(Path file, Duration patience) {
        this.file = file;
        readers = Jdbi.create(new WorkspaceDataSource(file, patience));
        // Open as long as the workspace is: the last connection that closes merges the write-ahead log.
        writer = readers.open();
    }

    /** Makes a new database in a file that does not exist. */
    static void create(Path file, Duration patience) {
        create(file, patience, NEWEST_VERSION);
    }

    /** Makes one as an earlier version of this program would. */
    static void create(Path file, Duration patience, int version) {
        migrate(file, patience, version);
    }

    /**
     * Opens the database of a file that exists, and brings it up to the newest version.
     *
     * @throws WorkspaceException
     *             where it is none, or of a later version than this program
     */
    static WorkspaceDatabase open(Path file, Duration patience) {
        try {
            if (version(file) < NEWEST_VERSION) {
                migrate(file, patience, NEWEST_VERSION);
            }
            return new WorkspaceDatabase(file, patience);
        } catch (JdbiException e) {
            throw explained(file, e);
        }
    }

    /** The version of a workspace's database. Anything else is only looked at: our settings would change the file. */
    private static int version(Path file) {
        try (Handle handle = Jdbi.open(WorkspaceDataSource.url(file))) {
            if (handle.createQuery("PRAGMA application_id").mapTo(int.class).one() != APPLICATION) {
                throw notAWorkspace(file, null);
            }
            int version = handle.createQuery("PRAGMA user_version").mapTo(int.class).one();
            if (version > NEWEST_VERSION) {
                throw new WorkspaceException(Message.of(
                        "The workspace {0} has version {1}, which a later Hermes Workbench has written; this one "
                                + "knows versions up to {2}.",
                        file.getParent(), version, NEWEST_VERSION), Message.of("Maybe update Hermes Workbench."));
            }
            if (version < OLDEST_VERSION) {
                throw new WorkspaceException(Message.of(
                        "The workspace {0} was made by a preview of Hermes Workbench, of version {1}; this one "
                                + "reads versions from {2} on.",
                        file.getParent(), version, OLDEST_VERSION),
                        Message.of("Maybe make a new one: apply its documents and import its files again."));
            }
            return version;
        }
    }

    private static void migrate(Path file, Duration patience, int version) {
        try {
            Flyway.configure().dataSource(new WorkspaceDataSource(file, patience))
                    .locations("classpath:dev/hermes/workspace/schema").target(String.valueOf(version)).load()
                    .migrate();
        } catch (FlywayException e) {
            throw new WorkspaceException(Message.of("The workspace {0} cannot be brought to version {1}: {2}",
                    file.getParent(), version, e.getMessage()), e);
        }
    }

    /**
     * Reads one state of the database. Many threads may do so, also while another one writes; within a change of the
     * same thread that is the state that the change has made.
     */
    <T, X extends Exception> T read(HandleCallback<T, X> action) throws X {
        try {
            return writing.isHeldByCurrentThread() ? action.withHandle(writer) : readers.inTransaction(action);
        } catch (JdbiException e) {
            throw explained(e);
        }
    }

    /**
     * Changes the database: all of the action or, where it throws, nothing of it. A change within another one of the
     * same thread is a part of that: it is undone on its own where it throws, and with the whole where that throws.
     */
    <T, X extends Exception> T write(HandleCallback<T, X> action) throws X {
        if (writing.isHeldByCurrentThread()) {
            return part(action);
        }
        writing.lock();
        try {
            writer.execute("BEGIN IMMEDIATE");
            return withinTransaction(action);
        } catch (JdbiException e) {
            throw explained(e);
        } finally {
            writing.unlock();
        }
    }

    /** As {@link #write}, but leaves it and returns false where another program is writing and goes on to. */
    <X extends Exception> boolean writeUnlessBusy(HandleCallback<?, X> action) throws X {
        writing.lock();
        try {
            writer.execute("BEGIN IMMEDIATE");
            withinTransaction(action);
            return true;
        } catch (JdbiException e) {
            if (isBusy(errorCode(e))) {
                return false;
            }
            throw explained(e);
        } finally {
            writing.unlock();
        }
    }

    /** Has something done where the change at hand is undone. To be called within it. */
    void ifUndone(Runnable action) {
        if (!writing.isHeldByCurrentThread()) {
            throw new IllegalStateException("There is no change that could be undone.");
        }
        undoing.push(action);
    }

    /**
     * The end of a transaction. It is begun and ended in words because the driver, where another program keeps it from
     * beginning, takes it for begun all the same.
     */
    private <T, X extends Exception> T withinTransaction(HandleCallback<T, X> action) throws X {
        try {
            T result = action.withHandle(writer);
            writer.execute("COMMIT");
            undoing.clear();
            return result;
        } catch (Throwable reason) {
            undo(reason, 0, "ROLLBACK");
            throw reason;
        }
    }

    private <T, X extends Exception> T part(HandleCallback<T, X> action) throws X {
        int before = undoing.size();
        writer.execute("SAVEPOINT part");
        try {
            T result = action.withHandle(writer);
            writer.execute("RELEASE part");
            return result;
        } catch (Throwable reason) {
            undo(reason, before, "ROLLBACK TO part", "RELEASE part");
            throw reason;
        }
    }

    private void undo(Throwable reason, int before, String... statements) {
        try {
            for (String statement : statements) {
                writer.execute(statement);
            }
        } catch (JdbiException e) {
            // A full disk, for one, has rolled back already.
            reason.addSuppressed(e);
        }
        while (undoing.size() > before) {
            undoing.pop().run();
        }
    }

    @Override
    public void close() {
        writing.lock();
        try {
            writer.close();
        } finally {
            writing.unlock();
        }
    }

    /** Copies the database as it is now, page by page, into a file that does not exist. */
    void copyTo(Path target) {
        try (Handle handle = readers.open()) {
            handle.getConnection().unwrap(SQLiteConnection.class).getDatabase().backup("main", target.toString(),
                    null);
        } catch (SQLException e) {
            throw new WorkspaceException(Message.of("The database {0} cannot be copied: {1}", file, e.getMessage()),
                    Message.of("Maybe there is no room left on the disk."), e);
        }
    }

    /** Says how to find out by whom else the workspace is open. */
    void setOthers(Supplier<List<Message>> newOthers) {
        others = newOthers;
    }

    private WorkspaceException explained(JdbiException problem) {
        return isBusy(errorCode(problem)) ? busy(file, others.get(), problem) : explained(file, problem);
    }

    private static WorkspaceException busy(Path file, List<Message> others, JdbiException problem) {
        return WorkspaceException.passing(others.isEmpty()
                ? Message.of("The workspace {0} is being written by another program.", file.getParent())
                : Message.of("The workspace {0} is being written by another program; it is open by {1}.",
                        file.getParent(), others.stream().reduce((one, more) -> Message.of("{0}, {1}", one, more))
                                .orElseThrow()),
                Message.of("Maybe wait until it is done, or close it, and try again."), problem);
    }

    private static WorkspaceException explained(Path file, JdbiException problem) {
        SQLiteErrorCode code = errorCode(problem);
        Path folder = file.getParent();
        String damaged = damagedTable(problem);
        if (damaged != null) {
            return new WorkspaceException(
                    Message.of("The workspace {0} is damaged: a row of {1} is not what was written.", folder, damaged),
                    Message.of("Maybe let 'hermes doctor' look at it."), problem);
        }
        return switch (code) {
            case SQLITE_BUSY, SQLITE_BUSY_RECOVERY, SQLITE_BUSY_SNAPSHOT, SQLITE_BUSY_TIMEOUT -> busy(file, List.of(),
                    problem);
            case SQLITE_NOTADB -> notAWorkspace(file, problem);
            case SQLITE_FULL -> WorkspaceException
                    .passing(Message.of("There is no room left on the disk of the workspace {0}.", folder),
                            Message.of("Maybe make room; nothing was changed."), problem);
            case SQLITE_IOERR,
                    SQLITE_IOERR_WRITE,
                    SQLITE_IOERR_FSYNC,
                    SQLITE_IOERR_DIR_FSYNC,
                    SQLITE_IOERR_TRUNCATE,
                    SQLITE_IOERR_SHMSIZE,
                    SQLITE_IOERR_SHMMAP -> WorkspaceException
                            .passing(Message.of(
                                    "The operating system did not let the database of the workspace {0} be written.",
                                    folder),
                                    Message.of(
                                            "Maybe the disk is full, or a quota or a limit on the size of files is "
                                                    + "reached; nothing was changed."),
                                    problem);
            case SQLITE_READONLY,
                    SQLITE_READONLY_DIRECTORY,
                    SQLITE_CANTOPEN -> new WorkspaceException(
                            Message.of("The workspace {0} cannot be written.", folder),
                            Message.of("Maybe ask for the right to write to this folder."), problem);
            case SQLITE_CORRUPT -> new WorkspaceException(Message.of("The database {0} is damaged.", file),
                    Message.of("Maybe restore the workspace from a backup."), problem);
            case null,
                    default -> new WorkspaceException(
                            Message.of("The database {0} cannot be used: {1}", file, rootOf(problem).getMessage()),
                            Message.of("Maybe restore the workspace from a backup."), problem);
        };
    }

    private static boolean isBusy(@Nullable SQLiteErrorCode code) {
        return code == SQLiteErrorCode.SQLITE_BUSY || code == SQLiteErrorCode.SQLITE_BUSY_RECOVERY
                || code == SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT || code == SQLiteErrorCode.SQLITE_BUSY_TIMEOUT;
    }

    private static @Nullable SQLiteErrorCode errorCode(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return sqlite.getResultCode();
            }
        }
        return null;
    }

    /** The table that a damaged row was read from; null where it was something else. */
    private static @Nullable String damagedTable(Throwable problem) {
        String said = String.valueOf(rootOf(problem).getMessage());
        int place = said.indexOf(RowHash.DAMAGED);
        return place < 0 ? null : said.substring(place + RowHash.DAMAGED.length()).replaceFirst("\\W.*", "");
    }

    /** What the database said itself: those who pass it on add the statement, which says nothing to people. */
    static Throwable rootOf(Throwable problem) {
        Throwable root = problem;
        for (Throwable cause = problem.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return root;
    }

    private static WorkspaceException notAWorkspace(Path file, @Nullable Throwable cause) {
        return new WorkspaceException(Message.of("{0} is not the database of a workspace.", file),
                Message.of("Maybe this is another folder than you meant."), cause);
    }
}
