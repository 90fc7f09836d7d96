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
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of one import, one by one, and finds those that say what another one says already. The lines of one
 * import differ from each other. Of one thread.
 */
public abstract sealed class RowWriter permits ImportWriter, TrialWriter {

    final Handle handle;
    final Facts facts;
    final String mapping;
    private final Map<RowTable, Batch> batches = new EnumMap<>(RowTable.class);
    private final List<RowConflict> conflicts = new ArrayList<>();
    private long conflictCount;
    private long rows;
    private long leftOut;
    private long rejected;

    RowWriter(Handle handle, Facts facts, String mapping) {
        this.handle = handle;
        this.facts = facts;
        this.mapping = mapping;
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
    public abstract Path newFactFile(String dataset) throws IOException;

    /** The Parquet files of the dataset that are current beside those that this import adds. */
    public abstract List<Path> factFiles(String dataset);

    /** Those among them of which this import replaces rows; none where it joins rows to others, or replaces all. */
    public abstract List<Path> earlierFactFiles(String dataset);

    /** The mappings that have brought in those files. */
    public List<String> factMappings(String dataset) {
        return facts.mappings(handle, dataset).values().stream().distinct().toList();
    }

    /** The number of the import that the rows belong to. */
    public abstract long importId();

    /** How many rows of the mapping others have replaced, once all are settled. */
    public abstract long replaced();

    /** Says that no more rows are written. */
    public abstract void settle();

    /** Notes what has become of the other rows of the file. */
    public void count(long rowsLeftOut, long rowsRejected) {
        leftOut = rowsLeftOut;
        rejected = rowsRejected;
    }

    long leftOut() {
        return leftOut;
    }

    /** How many rows of the file are rejected. */
    long rejectedOfFile() {
        return rejected;
    }

    /** How many rows were added, in tables and in files. */
    public long rows() {
        return rows - conflictCount;
    }

    void addRows(long added) {
        rows += added;
    }

    /** The ids of all persons or organisations, or the keys of all assignments, that are in any row of the structure. */
    public Set<String> known(DatedValue.Subject subject) {
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

    void finish() {
        batches.values().forEach(Batch::finish);
    }

    void close() {
        batches.values().forEach(Batch::close);
    }

    /** Adds a row of a table: the columns behind its import and its line. */
    private void add(RowTable table, long line, @Nullable Object... values) {
        @Nullable Object[] row = new Object[values.length + 2];
        row[0] = importId();
        row[1] = line;
        System.arraycopy(values, 0, row, 2, values.length);
        batches.computeIfAbsent(table, this::batch).add(row);
        rows++;
    }

    private Batch batch(RowTable table) {
        return new Batch(handle.getConnection(), insert(table), row -> {
            conflictCount++;
            conflicts.add(conflict(table, row));
        });
    }

    /** What inserts a row of a table, if no other one says the same: its import, its line and the columns. */
    abstract String insert(RowTable table);

    /** Which other row says the same as one that was not inserted. */
    abstract RowConflict conflict(RowTable table, @Nullable Object[] row) throws SQLException;

    private static long day(LocalDate date) {
        return date.toEpochDay();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
