package dev.hermes.workspace;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What mappings have brought in: each mapping's rows take the place of those that it brought before, or join them.
 * Thread-safe.
 */
public final class Imports {

    private final WorkspaceDatabase database;
    private final Facts facts;
    private final Clock clock;

    Imports(WorkspaceDatabase database, Facts facts, Clock clock) {
        this.database = database;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * What a mapping brought in last.
     *
     * @param mapping
     *            the code of the mapping
     * @param file
     *            the file that the rows came from
     */
    public record Import(String mapping, String file, long rows, Instant importedAt) {}

    /** Brings in the rows of one mapping. */
    @FunctionalInterface
    public interface Action<T, X extends Exception> {

        /**
         * Writes all rows of the mapping.
         *
         * @param replaced
         *            how many rows the mapping brought in before, which are gone already
         */
        T write(ImportWriter writer, long replaced) throws X;
    }

    /** What was brought in, by mapping. */
    public List<Import> current() {
        return database.read(handle -> handle
                .createQuery("SELECT mapping, file, row_count, imported_at FROM intact_imports ORDER BY mapping")
                .map((row, _) -> new Import(row.getString(1), row.getString(2), row.getLong(3),
                        Instant.parse(row.getString(4))))
                .list());
    }

    /**
     * Replaces what a mapping brought in before. Where the action throws, or something else would be said of a closed
     * period, nothing has changed.
     *
     * @param file
     *            the file that the rows come from
     */
    public <T, X extends Exception> T replace(String mapping, String file, Action<T, X> action) throws X {
        return database.write(handle -> {
            ClosedRows closed = ClosedRows.of(handle, mapping);
            long replaced = delete(handle, mapping);
            return write(handle, mapping, insert(handle, mapping, file), replaced, closed, action);
        });
    }

    /**
     * Adds rows of the same file to what a mapping has brought in: those that were not good enough then. Where the
     * action throws, nothing has changed.
     *
     * @throws WorkspaceException
     *             where the mapping has not brought in anything
     */
    public <T, X extends Exception> T extend(String mapping, Action<T, X> action) throws X {
        return database.write(handle -> {
            long importId = handle.createQuery("SELECT id FROM intact_imports WHERE mapping = :mapping")
                    .bind("mapping", mapping).mapTo(long.class).findOne()
                    .orElseThrow(() -> new WorkspaceException("The mapping " + mapping
                            + " has not been used yet, so there is nothing that mended rows could join.\n"
                            + "Maybe bring in its own file first."));
            return write(handle, mapping, importId, 0, ClosedRows.of(handle, mapping), action);
        });
    }

    private <T, X extends Exception> T write(Handle handle, String mapping, long importId, long replaced,
            ClosedRows closed, Action<T, X> action) throws X {
        ImportWriter writer = new ImportWriter(handle, facts, mapping, importId);
        try {
            T written = action.write(writer, replaced);
            writer.finish();
            closed.refuseChanges(importId);
            handle.execute("UPDATE imports SET row_count = row_count + ?, imported_at = ? WHERE id = ?",
                    writer.rows(), clock.instant().toString(), importId);
            return written;
        } finally {
            writer.close();
        }
    }

    /** Removes what a mapping brought in, and returns how many rows that were. */
    public long remove(String mapping) {
        return database.write(handle -> {
            ClosedRows closed = ClosedRows.of(handle, mapping);
            long removed = delete(handle, mapping);
            closed.refuseRemoval();
            return removed;
        });
    }

    private long insert(Handle handle, String mapping, String file) {
        return handle
                .createUpdate(
                        "INSERT INTO imports (mapping, file, row_count, imported_at) VALUES (:mapping, :file, 0, :at)")
                .bind("mapping", mapping).bind("file", file).bind("at", clock.instant().toString())
                .executeAndReturnGeneratedKeys("id").mapTo(long.class).one();
    }

    private static long delete(Handle handle, String mapping) {
        record Found(long id, long rows) {}
        Found found = handle.createQuery("SELECT id, row_count FROM intact_imports WHERE mapping = :mapping")
                .bind("mapping", mapping).map((row, _) -> new Found(row.getLong(1), row.getLong(2))).findOne()
                .orElse(null);
        if (found == null) {
            return 0;
        }
        for (RowTable table : RowTable.values()) {
            handle.execute("DELETE FROM " + table.table() + " WHERE import_id = ?", found.id());
        }
        handle.execute("DELETE FROM fact_files WHERE import_id = ?", found.id());
        handle.execute("DELETE FROM imports WHERE id = ?", found.id());
        return found.rows();
    }
}
