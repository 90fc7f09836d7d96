package dev.hermes.workspace;

import dev.hermes.model.Mapping.Replaces;
import dev.hermes.model.Message;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What mappings have brought in: each mapping's rows take the place of those that it brought before, or of some of them,
 * or join them. Thread-safe.
 */
public final class Imports {

    private static final String COLUMNS = "id, mapping, file, imports.author, imported_at, replaced_at, read_count, "
            + "accepted_count, left_out_count, rejected_count, row_count, import_returns.at";
    private static final String FROM = " FROM intact_imports AS imports LEFT JOIN intact_import_returns AS "
            + "import_returns"
            + " ON import_returns.import_id = imports.id ";
    /** The last import of a mapping that was not taken back. */
    private static final String LAST = "(SELECT max(id) FROM imports WHERE mapping = :mapping"
            + " AND id NOT IN (SELECT import_id FROM import_returns))";

    private final WorkspaceDatabase database;
    private final Facts facts;
    private final KeptRejects rejects;
    private final Documents documents;
    private final Clock clock;
    private final String author;
    private final long mostKept;

    /** @param mostKept an import that replaces more rows of tables cannot be taken back */
    Imports(WorkspaceDatabase database, Facts facts, KeptRejects rejects, Documents documents, Clock clock,
            String author, long mostKept) {
        this.documents = documents;
        this.mostKept = mostKept;
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
     *            when other rows had taken the place of all of them, or it was taken back; null where some count still
     * @param read
     *            how many rows the file had; {@code accepted + leftOut + rejected}
     * @param rows
     *            how many of those accepted still count
     * @param returnedAt
     *            when it was taken back; null where it was not
     */
    public record Import(long id, String mapping, String file, String author, Instant importedAt,
            @Nullable Instant replacedAt, long read, long accepted, long leftOut, long rejected, long rows,
            @Nullable Instant returnedAt) {}

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

    /** The codes of the periods for which any value counts: a target, a baseline, a score or an actual. */
    public Set<String> periods() {
        return database.read(handle -> handle.createQuery("SELECT DISTINCT period FROM intact_period_values")
                .mapTo(String.class).set());
    }

    /** How many persons are known. */
    public int persons() {
        return database.read(handle -> handle.createQuery("SELECT count(DISTINCT person) FROM intact_persons")
                .mapTo(Integer.class).one());
    }

    /** What imports have rejected, by their numbers; those that have rejected nothing, and early ones, are not there. */
    public Map<Long, Rejected> rejected() {
        return database.read(rejects::all);
    }

    private List<Import> read(String which) {
        return database.read(handle -> handle.createQuery("SELECT " + COLUMNS + FROM + which)
                .map((row, _) -> of(row)).list());
    }

    private static Import of(ResultSet row) throws SQLException {
        String replaced = row.getString(6);
        String returned = row.getString(12);
        return new Import(row.getLong(1), row.getString(2), row.getString(3), row.getString(4),
                Instant.parse(row.getString(5)), replaced == null ? null : Instant.parse(replaced), row.getLong(7),
                row.getLong(8), row.getLong(9), row.getLong(10), row.getLong(11),
                returned == null ? null : Instant.parse(returned));
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
                + FROM + "WHERE id = " + LAST
                + " AND sha256 = :sha256 AND definition = :definition AND rejected_count = 0 AND replaced_at IS NULL")
                .bind("mapping", mapping).bind("sha256", sha256).bind("definition", definition).map((row, _) -> of(row))
                .findOne().filter(found -> facts.areThere(handle, found.id())));
    }

    /**
     * Whether the latest import of a mapping was of this file and was taken back.
     *
     * @param definition
     *            as in {@link Delivery}
     */
    public boolean isTakenBack(String mapping, String definition, String sha256) {
        return database.read(handle -> handle.createQuery("SELECT EXISTS (SELECT 1 FROM intact_imports WHERE id ="
                + " (SELECT max(id) FROM imports WHERE mapping = :mapping) AND sha256 = :sha256"
                + " AND definition = :definition AND id IN (SELECT import_id FROM intact_import_returns))")
                .bind("mapping", mapping).bind("sha256", sha256).bind("definition", definition).mapTo(boolean.class)
                .one());
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
            List<Long> before = EarlierRows.imports(handle, mapping);
            long id = insert(handle, delivery);
            EarlierRows earlier = EarlierRows.takeOut(handle, before, delivery.replaces(),
                    TakenOut.begin(handle, mapping, id, before, mostKept));
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
            long id = joined(handle, mapping);
            ImportWriter writer = new ImportWriter(handle, facts, rejects, mapping, id, null);
            // The rows are no longer those of one file.
            return write(handle, writer, ClosedRows.of(handle, mapping),
                    () -> handle.execute("UPDATE imports SET sha256 = NULL WHERE id = ?", id), action);
        });
    }

    private static long joined(Handle handle, String mapping) {
        return handle
                .createQuery("SELECT id FROM intact_imports WHERE mapping = :mapping AND replaced_at IS NULL"
                        + " ORDER BY id DESC LIMIT 1")
                .bind("mapping", mapping).mapTo(long.class).findOne()
                .orElseThrow(() -> new WorkspaceException(Message.of(
                        "The mapping {0} has not been used yet, so there is nothing that mended rows could join.",
                        mapping), Message.of("Maybe bring in its own file first.")));
    }

    /** Finds out what would be said of the rows of one mapping. */
    @FunctionalInterface
    public interface Trial<T, X extends Exception> {

        /** Writes rows, of which none stays. */
        T write(RowWriter writer) throws X;
    }

    /**
     * Finds out what would be said of rows if they were brought in; nothing changes. It sees one state of the workspace, and
     * waits for nobody who is writing.
     *
     * @param joins
     *            whether they would join what the mapping has brought in last, as by {@link #extend}
     * @throws WorkspaceException
     *             where they would, and the mapping has not brought in anything
     */
    public <T, X extends Exception> T attempt(String mapping, Replaces replaces, boolean joins, Trial<T, X> trial)
            throws X {
        return database.read(handle -> {
            TrialWriter writer = new TrialWriter(handle, facts, mapping, replaces,
                    joins ? joined(handle, mapping) : null);
            try {
                return trial.write(writer);
            } finally {
                writer.close();
            }
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
            TakenOut.forget(handle, mapping);
            EarlierRows earlier = EarlierRows.takeOut(handle, EarlierRows.imports(handle, mapping),
                    new Replaces.Everything(), null);
            earlier.count(clock.instant().toString());
            closed.refuseChanges();
            return earlier.replaced();
        });
    }

    /**
     * What can be taken back, by the numbers of the last imports of all mappings: whether it is kept what each of them has
     * replaced, or was too much. Those of earlier versions are not there.
     */
    public Map<Long, Boolean> last() {
        return database.read(handle -> handle.createQuery("SELECT import_id, is_kept FROM intact_last_imports")
                .map((row, _) -> Map.entry(row.getLong(1), row.getBoolean(2)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /**
     * What came of it that an import was taken back.
     *
     * @param gone
     *            how many rows are gone, with mended ones that had joined them
     * @param back
     *            how many are there again
     */
    public record TakenBack(long gone, long back) {}

    /**
     * Takes the last import of a mapping back: its rows are gone, and what it has taken the place of is there again as it
     * was. Where that cannot be, nothing has changed.
     *
     * @throws WorkspaceException
     *             where it is not the last one or was taken back already, where what it has replaced is not kept, where
     *             another mapping has brought in the same since, or something else would be said of a closed period
     */
    public TakenBack takeBack(long id) {
        return database.write(handle -> {
            Import made = handle.createQuery("SELECT " + COLUMNS + FROM + "WHERE id = :id").bind("id", id)
                    .map((row, _) -> of(row)).findOne()
                    .orElseThrow(() -> new WorkspaceException(Message.of("There is no import {0}.", id),
                            Message.of("Maybe another workspace was meant.")));
            TakeBack back = new TakeBack(handle, facts, made);
            back.refuseOthers();
            ClosedRows closed = ClosedRows.of(handle, made.mapping());
            long gone = back.remove();
            long there = back.putBack(documents.library()::dataset);
            closed.refuseChanges();
            back.note(author, clock.instant().toString());
            return new TakenBack(gone, there);
        });
    }

    /** As {@link #takeBack(long)}, the last import of a mapping. */
    public TakenBack takeBackLast(String mapping) {
        return database.write(handle -> takeBack(handle
                .createQuery("SELECT id FROM intact_imports WHERE mapping = :mapping ORDER BY id DESC LIMIT 1")
                .bind("mapping", mapping).mapTo(long.class).findOne()
                .orElseThrow(() -> new WorkspaceException(
                        Message.of("The mapping {0} has brought in nothing that could be taken back.", mapping),
                        Message.of("Maybe another one was meant.")))));
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
