package dev.hermes.workspace;

import dev.hermes.model.Adjustment;
import dev.hermes.model.AssignmentKey;
import dev.hermes.model.AssignmentRow;
import dev.hermes.model.Correction;
import dev.hermes.model.DatedValue;
import dev.hermes.model.DatedValueRow;
import dev.hermes.model.LeaderRow;
import dev.hermes.model.OpeningBalance;
import dev.hermes.model.OrganisationRow;
import dev.hermes.model.PeriodValueRow;
import dev.hermes.model.PersonRow;
import dev.hermes.model.RateTable;
import dev.hermes.model.SuperiorRow;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What one import brings in, row by row; nothing of it is seen before the import is complete. The lines of one import
 * differ from each other. Of one thread.
 */
public final class ImportWriter {

    private final Handle handle;
    private final Facts facts;
    private final KeptRejects rejects;
    private final String mapping;
    private final long importId;
    private final Map<RowTable, Batch> batches = new EnumMap<>(RowTable.class);
    private final Set<Path> newFiles = new HashSet<>();
    private final List<RowConflict> conflicts = new ArrayList<>();
    private final @Nullable EarlierRows earlier;
    private long conflictCount;
    private long rows;
    private long leftOut;
    private long rejected;
    private KeptRejects.Told told = KeptRejects.Told.NOTHING;

    /** @param earlier what the mapping has brought in before; null where the rows join that */
    ImportWriter(Handle handle, Facts facts, KeptRejects rejects, String mapping, long importId,
            @Nullable EarlierRows earlier) {
        this.earlier = earlier;
        this.handle = handle;
        this.facts = facts;
        this.rejects = rejects;
        this.mapping = mapping;
        this.importId = importId;
    }

    public void write(long line, OrganisationRow row) {
        add(RowTable.ORGANISATIONS, line, row.code(), row.name(), row.level(), row.parent(), day(row.from()),
                day(row.to()));
    }

    public void write(long line, LeaderRow row) {
        add(RowTable.LEADERS, line, row.organisation(), row.head(), day(row.from()), day(row.to()));
    }

    public void write(long line, SuperiorRow row) {
        add(RowTable.SUPERIORS, line, row.subordinate(), row.superior(), day(row.from()), day(row.to()));
    }

    public void write(long line, PersonRow row) {
        add(RowTable.PERSONS, line, row.person(), row.name());
    }

    public void write(long line, AssignmentRow row) {
        add(RowTable.ASSIGNMENTS, line, row.key().person(), row.key().position(), row.key().organisation(),
                day(row.from()), day(row.to()));
    }

    public void write(long line, DatedValueRow row) {
        add(RowTable.DATED_VALUES, line, row.code(), row.subject(), row.value(), day(row.from()), day(row.to()));
    }

    /** Adds a value; another one for the same indicator, series, period and subject is a conflict. */
    public void write(long line, PeriodValueRow row) {
        add(RowTable.PERIOD_VALUES, line, row.indicator(), row.period(), row.series().word(), row.subject(),
                row.value().toString());
    }

    /** Adds a correction; another one for the same indicator, series, period and subject is a conflict. */
    public void write(long line, Correction row) {
        add(RowTable.CORRECTIONS, line, row.indicator(), row.period(), row.series().word(), row.subject(),
                row.value().toString(), row.reason());
    }

    public void write(long line, Adjustment row) {
        add(RowTable.ADJUSTMENTS, line, row.scheme(), row.payee(), row.period(), row.amount().toString(),
                row.reason());
    }

    /** Adds an opening balance; another one for the same period, lineage, balance and payee is a conflict. */
    public void write(long line, OpeningBalance row) {
        add(RowTable.OPENING_BALANCES, line, row.period(), row.lineage(), row.balance(), row.payee(),
                row.value().toString());
    }

    /** Adds a row of the rate table with this code. */
    public void write(long line, String rateTable, RateTable.Row row) {
        add(RowTable.RATES, line, rateTable, RateRows.text(row.keys()), text(row.lower()), text(row.upper()),
                row.value().toString(), row.from() == null ? null : day(row.from()),
                row.to() == null ? null : day(row.to()));
    }

    /** The path of a Parquet file for facts of the dataset: its folder exists, the file does not. */
    public Path newFactFile(String dataset) throws IOException {
        Path file = facts.newFile(dataset, mapping);
        newFiles.add(file);
        return file;
    }

    /** Adds a file that {@link #newFactFile} named and that is complete on disk. */
    public void addFactFile(String dataset, Path file, long factRows) {
        if (!newFiles.contains(file)) {
            throw new IllegalArgumentException("The fact file " + file + " is none that this import named.");
        }
        facts.add(handle, importId, dataset, file, factRows);
        rows += factRows;
    }

    /** The Parquet files of the dataset that are current beside those that this import adds. */
    public List<Path> factFiles(String dataset) {
        return List.copyOf(facts.mappings(handle, dataset).keySet());
    }

    /** Those among them that the mapping has brought in before; none where the rows join these. */
    public List<Path> earlierFactFiles(String dataset) {
        return earlier == null ? List.of()
                : facts.mappings(handle, dataset).entrySet().stream()
                        .filter(file -> file.getValue().equals(mapping) && !newFiles.contains(file.getKey()))
                        .map(Map.Entry::getKey).toList();
    }

    /**
     * Puts a file in the place of an earlier one: what is left of its rows.
     *
     * @param left
     *            a file that {@link #newFactFile} named and that is complete on disk; null where no row is left
     * @param leftRows
     *            how many rows are left
     */
    public void replaceFactFile(String dataset, Path before, @Nullable Path left, long leftRows) {
        Objects.requireNonNull(earlier, "Rows that join others replace none.")
                .replacedFacts(facts.replace(handle, dataset, before, left, leftRows));
    }

    /** The mappings that have brought in those files. */
    public List<String> factMappings(String dataset) {
        return facts.mappings(handle, dataset).values().stream().distinct().toList();
    }

    /** Notes what has become of the other rows of the file. */
    public void count(long rowsLeftOut, long rowsRejected) {
        leftOut = rowsLeftOut;
        rejected = rowsRejected;
    }

    /** The path of a file for the rows that this import rejects: its folder exists, the file does not. */
    public Path newRejectFile() throws IOException {
        return rejects.newFile(importId);
    }

    /** The rows that this import has rejected so far, where rows join it; empty where none are kept. */
    public Optional<Path> rejectedBefore() {
        return rejects.file(handle, importId);
    }

    /**
     * Notes which rows are rejected once all are read, in the place of those of which that was noted before.
     *
     * @param reasons
     *            why
     * @param file
     *            a file that {@link #newRejectFile} named and that is complete on disk; null where none are kept
     * @param kept
     *            how many rows it has
     */
    public void keepRejects(List<RejectReason> reasons, @Nullable Path file, long kept) {
        told = new KeptRejects.Told(reasons, file, kept);
    }

    KeptRejects.Told told() {
        return told;
    }

    /** Puts back what the mapping has brought in before and nothing has replaced; then no more rows are written. */
    public void settle() {
        finish();
        if (earlier != null) {
            earlier.putBack(importId);
        }
    }

    /** How many rows of the mapping others have replaced, once all are settled. */
    public long replaced() {
        return earlier == null ? 0 : earlier.replaced();
    }

    /** The number of the import that the rows belong to. */
    public long importId() {
        return importId;
    }

    /** How many rows the file adds to those that were read: rejected ones that were mended were read before. */
    long read() {
        return earlier == null ? 0 : rows() + leftOut + rejected;
    }

    long leftOut() {
        return leftOut;
    }

    /** How many more rows are rejected. */
    long rejected() {
        return earlier == null ? -rows() - leftOut : rejected;
    }

    /** The ids of all persons or organisations, or the keys of all assignments, that are in any row of the structure. */
    public Set<String> known(DatedValue.Subject subject) {
        finish();
        return switch (subject) {
            case PERSON -> Set
                    .copyOf(handle
                            .createQuery(
                                    "SELECT person FROM intact_persons UNION SELECT person FROM intact_assignments")
                            .mapTo(String.class).list());
            case ORGANISATION -> Set.copyOf(handle
                    .createQuery(
                            "SELECT code FROM intact_organisations UNION SELECT organisation FROM intact_assignments")
                    .mapTo(String.class).list());
            case ASSIGNMENT -> handle
                    .createQuery("SELECT DISTINCT person, position, organisation FROM intact_assignments")
                    .map((row, _) -> new AssignmentKey(row.getString(1), row.getString(2), row.getString(3)).toString())
                    .stream().collect(Collectors.toUnmodifiableSet());
        };
    }

    /**
     * The rows that say what another row says already; none of these was added. Of the rows since the last call: asked
     * for now and then, what is held does not grow with the file.
     */
    public List<RowConflict> takeConflicts() {
        finish();
        List<RowConflict> taken = List.copyOf(conflicts);
        conflicts.clear();
        return taken;
    }

    /** How many rows were added, in tables and in files. */
    public long rows() {
        return rows - conflictCount;
    }

    void finish() {
        batches.values().forEach(Batch::finish);
    }

    void close() {
        batches.values().forEach(Batch::close);
    }

    private void add(RowTable table, long line, @Nullable Object... values) {
        @Nullable Object[] row = new Object[values.length + 2];
        row[0] = importId;
        row[1] = line;
        System.arraycopy(values, 0, row, 2, values.length);
        batches.computeIfAbsent(table, this::batch).add(row);
        rows++;
    }

    private Batch batch(RowTable table) {
        return new Batch(handle.getConnection(), table.insert(), row -> conflict(table, row));
    }

    private void conflict(RowTable table, @Nullable Object[] row) throws SQLException {
        conflictCount++;
        long line = (Long) Objects.requireNonNull(row[1]);
        conflicts.add(
                hasLine(table, line) ? new RowConflict(line, List.of(), mapping, line) : conflict(table, line, row));
    }

    private boolean hasLine(RowTable table, long line) {
        return handle.createQuery("SELECT 1 FROM " + table.table() + " WHERE import_id = ? AND line = ?")
                .bind(0, importId).bind(1, line).mapTo(int.class).findOne().isPresent();
    }

    private RowConflict conflict(RowTable table, long line, @Nullable Object[] row) throws SQLException {
        List<String> key = Arrays.stream(row, 2, 2 + table.unique().size()).map(String::valueOf).toList();
        String same = table.unique().stream().map(column -> column + " = ?").collect(Collectors.joining(" AND "));
        try (PreparedStatement other = handle.getConnection().prepareStatement("SELECT mapping, line FROM "
                + table.table() + " JOIN imports ON imports.id = import_id WHERE " + same)) {
            for (int i = 0; i < key.size(); i++) {
                other.setString(i + 1, key.get(i));
            }
            try (ResultSet found = other.executeQuery()) {
                found.next();
                return new RowConflict(line, key, found.getString(1), found.getLong(2));
            }
        }
    }

    private static long day(LocalDate date) {
        return date.toEpochDay();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
