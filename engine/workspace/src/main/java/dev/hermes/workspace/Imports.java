package dev.hermes.workspace;

import dev.hermes.model.Mapping.Replaces;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What mappings have brought in: each mapping's rows take the place of those that it brought before, or of some of them,
 * or join them. Thread-safe.
 */
public final class Imports {

    private static final String COLUMNS = "id, mapping, file, author, imported_at, replaced_at, read_count, accepted_count, "
            + "left_out_count, rejected_count, row_count";

    private final WorkspaceDatabase database;
    private final Facts facts;
    private final KeptRejects rejects;
    private final Clock clock;
    private final String author;

    Imports(WorkspaceDatabase database, Facts facts, KeptRejects rejects, Clock clock, String author) {
        this.database = database;
        this.facts = facts;
        this.rejects = rejects;
        this.clock = clock;
        this.author = author;
    }

    /**
     * What a mapping has brought in at one time.
     *
     * @param mapping
     *            the code of the mapping
     * @param file
     *            the file that the rows came from
     * @param replacedAt
     *            when other rows had taken the place of all of them; null where some count still
     * @param read
     *            how many rows the file had; {@code accepted + leftOut + rejected}
     * @param rows
     *            how many of those accepted still count
     */
    public record Import(long id, String mapping, String file, String author, Instant importedAt,
            @Nullable Instant replacedAt, long read, long accepted, long leftOut, long rejected, long rows) {}

    /**
     * What an import has rejected.
     *
     * @param reasons
     *            why, those with the most rows first; their rows add up to those that were rejected
     * @param file
     *            the rows, to be read or copied and not to be changed; null where they are not kept
     * @param kept
     *            how many of them are in the file: of very many the first ones
     */
    public record Rejected(List<RejectReason> reasons, @Nullable Path file, long kept) {

        public Rejected {
            reasons = List.copyOf(reasons);
        }
    }

    /** Brings in the rows of one mapping. */
    @FunctionalInterface
    public interface Action<T, X extends Exception> {

        /** Writes all rows of the mapping. */
        T write(ImportWriter writer) throws X;
    }

    /** What counts now, by mapping and in the order in which it was brought in. */
    public List<Import> current() {
        return read("WHERE replaced_at IS NULL ORDER BY mapping, id");
    }

    /** Everything that was ever brought in, the latest first. */
    public List<Import> history() {
        return read("ORDER BY id DESC");
    }

    /** What imports have rejected, by their numbers; those that have rejected nothing, and early ones, are not there. */
    public Map<Long, Rejected> rejected() {
        return database.read(rejects::all);
    }

    private List<Import> read(String which) {
        return database.read(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM intact_imports " + which)
                .map((row, _) -> of(row)).list());
    }

    private static Import of(ResultSet row) throws SQLException {
        String replaced = row.getString(6);
        return new Import(row.getLong(1), row.getString(2), row.getString(3), row.getString(4),
                Instant.parse(row.getString(5)), replaced == null ? null : Instant.parse(replaced), row.getLong(7),
                row.getLong(8), row.getLong(9), row.getLong(10), row.getLong(11));
    }

    /** Whether it is known which file a mapping has brought in last. */
    public boolean isFileKnown(String mapping) {
        return database.read(handle -> handle
                .createQuery("SELECT sha256 IS NOT NULL FROM intact_imports WHERE mapping = :mapping"
                        + " ORDER BY id DESC LIMIT 1")
                .bind("mapping", mapping).mapTo(boolean.class).findOne()).orElse(false);
    }

    /**
     * The latest import of a mapping where to bring in a file would change nothing: it is the same file, nothing was
     * rejected of it, and the mapping says the same of it.
     *
     * @param definition
     *            as in {@link Delivery}
     */
    public Optional<Import> same(String mapping, String definition, String sha256) {
        return database.read(handle -> handle.createQuery("SELECT " + COLUMNS
                + " FROM intact_imports WHERE id = (SELECT max(id) FROM imports WHERE mapping = :mapping)"
                + " AND sha256 = :sha256 AND definition = :definition AND rejected_count = 0 AND replaced_at IS NULL")
                .bind("mapping", mapping).bind("sha256", sha256).bind("definition", definition).map((row, _) -> of(row))
                .findOne().filter(found -> facts.areThere(handle, found.id())));
    }

    /** Replaces all that a mapping brought in before. As {@link #bring}. */
    public <T, X extends Exception> T replace(String mapping, String file, Action<T, X> action) throws X {
        return bring(Delivery.whole(mapping, file), action);
    }

    /**
     * Brings in rows in place of those that the mapping brought in before, as far as the delivery says. Where the action
     * throws, or something else would be said of a closed period, nothing has changed.
     */
    public <T, X extends Exception> T bring(Delivery delivery, Action<T, X> action) throws X {
        return database.write(handle -> {
            String mapping = delivery.mapping();
            ClosedRows closed = ClosedRows.of(handle, mapping);
            EarlierRows earlier = EarlierRows.takeOut(handle, mapping, delivery.replaces());
            long id = insert(handle, delivery);
            ImportWriter writer = new ImportWriter(handle, facts, rejects, mapping, id, earlier);
            return write(handle, writer, closed, () -> {
                handle.createUpdate("UPDATE imports SET sha256 = :sha256 WHERE id = :id")
                        .bind("sha256", delivery.sha256().get()).bind("id", id).execute();
                earlier.count(clock.instant().toString());
            }, action);
        });
    }

    /**
     * Adds rows of the same file to what a mapping has brought in last: those that were not good enough then. Where the
     * action throws, nothing has changed.
     *
     * @throws WorkspaceException
     *             where the mapping has not brought in anything
     */
    public <T, X extends Exception> T extend(String mapping, Action<T, X> action) throws X {
        return database.write(handle -> {
            long id = handle
                    .createQuery("SELECT id FROM intact_imports WHERE mapping = :mapping AND replaced_at IS NULL"
                            + " ORDER BY id DESC LIMIT 1")
                    .bind("mapping", mapping).mapTo(long.class).findOne()
                    .orElseThrow(() -> new WorkspaceException("The mapping " + mapping
                            + " has not been used yet, so there is nothing that mended rows could join.\n"
                            + "Maybe bring in its own file first."));
            ImportWriter writer = new ImportWriter(handle, facts, rejects, mapping, id, null);
            // The rows are no longer those of one file.
            return write(handle, writer, ClosedRows.of(handle, mapping),
                    () -> handle.execute("UPDATE imports SET sha256 = NULL WHERE id = ?", id), action);
        });
    }

    private <T, X extends Exception> T write(Handle handle, ImportWriter writer, ClosedRows closed, Runnable last,
            Action<T, X> action) throws X {
        try {
            T written = action.write(writer);
            writer.settle();
            closed.refuseChanges();
            handle.execute("UPDATE imports SET imported_at = ?, read_count = read_count + ?, "
                    + "accepted_count = accepted_count + ?, left_out_count = left_out_count + ?, "
                    + "rejected_count = max(0, rejected_count + ?), row_count = row_count + ? WHERE id = ?",
                    clock.instant().toString(), writer.read(), writer.rows(), writer.leftOut(), writer.rejected(),
                    writer.rows(), writer.importId());
            rejects.note(handle, writer.importId(), writer.told());
            last.run();
            return written;
        } finally {
            writer.close();
        }
    }

    /** Removes what a mapping brought in, and returns how many rows that were. */
    public long remove(String mapping) {
        return database.write(handle -> {
            ClosedRows closed = ClosedRows.of(handle, mapping);
            EarlierRows earlier = EarlierRows.takeOut(handle, mapping, new Replaces.Everything());
            earlier.count(clock.instant().toString());
            closed.refuseChanges();
            return earlier.replaced();
        });
    }

    private long insert(Handle handle, Delivery delivery) {
        return handle
                .createUpdate("INSERT INTO imports (mapping, file, definition, author, imported_at, read_count, "
                        + "accepted_count, left_out_count, rejected_count, row_count) "
                        + "VALUES (:mapping, :file, :definition, :author, :at, 0, 0, 0, 0, 0)")
                .bind("mapping", delivery.mapping()).bind("file", delivery.file())
                .bind("definition", delivery.definition()).bind("author", author)
                .bind("at", clock.instant().toString()).executeAndReturnGeneratedKeys("id").mapTo(long.class).one();
    }
}
