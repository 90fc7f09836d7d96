package dev.hermes.local;

import dev.hermes.model.Dataset;
import dev.hermes.model.FindingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * Writes one new Parquet file of facts: {@link #append} rows, {@link #takeOut} those that break a rule, {@link #finish}
 * the file beside its final name, and {@link #publish} it. Until then nothing of it is seen; closed before that, it leaves
 * nothing behind. Rows are kept by month and then by who is credited, which halves the time of later passes. Memory is
 * bounded by the limits, however many rows there are. Of one thread.
 */
public final class FactWriter implements AutoCloseable {

    private static final String PART = ".part";
    private static final String ROWS = "hermes_rows";
    /** Each holds some hundred thousand rows while it writes. */
    private static final int MOST_THREADS = 4;

    private final Path folder;
    private final Path file;
    private final Path part;
    private final Dataset dataset;
    private final RowCheck check;
    private final LockedDatabase database;
    private final Session session;
    private final DuckDBAppender appender;
    private final RowComparison comparison;
    private State state = State.OPEN;
    private long appended;
    private long takenOut;

    private enum State {
        OPEN, COMPARED, FINISHED, PUBLISHED
    }

    private FactWriter(LockedDatabase database, Path folder, Path file, Dataset dataset) {
        this.database = database;
        this.folder = folder;
        this.file = file;
        this.dataset = dataset;
        part = file.resolveSibling(file.getFileName() + PART);
        check = new RowCheck(dataset);
        session = database.connect(() -> false);
        session.run(dataset.columns().stream().map(column -> Sql.identifier(column.name()) + " " + Sql.type(column))
                .collect(Collectors.joining(", ", "CREATE TEMP TABLE " + ROWS + " (",
                        ", " + RowComparison.PLACE + " BIGINT, " + RowComparison.LINE + " BIGINT)")));
        appender = session.appender(ROWS);
        comparison = new RowComparison(session, dataset, ROWS);
    }

    /** Begins a file with a new name, {@code factsFolder/CODE/....parquet}. */
    public static FactWriter create(Path factsFolder, Dataset dataset) {
        Path folder = factsFolder.resolve(dataset.code());
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " for facts cannot be made.", e);
        }
        return to(folder.resolve(UUID.randomUUID() + FactFiles.EXTENSION), dataset, Limits.standard());
    }

    /**
     * Begins a file that does not exist, in a folder that does.
     *
     * @throws FindingsException
     *             where the dataset declares what cannot be stored
     */
    public static FactWriter to(Path file, Dataset dataset, Limits limits) {
        Path whole = file.toAbsolutePath();
        Path folder = whole.getParent();
        if (folder == null || Files.exists(whole)) {
            throw new IllegalArgumentException("The fact file " + file + " must be new. Fact files are never changed.");
        }
        FactRelations.requireSound(dataset);
        LockedDatabase database = LockedDatabase.open(Objects.requireNonNullElse(folder.getParent(), folder),
                limits.withThreads(Math.min(limits.threads(), MOST_THREADS)), true);
        try {
            return new FactWriter(database, folder, whole, dataset);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Adds a row as {@link #appendLine}, which came from nowhere else: its line is its number, from 1. */
    public void append(@Nullable Object... values) {
        appendLine(appended + 1, values);
    }

    /**
     * Adds a row.
     *
     * @param line
     *            the line that it came from, which tells of it where another row is compared with it
     * @param values
     *            one for each column, in its order: {@link String}, {@link BigDecimal} or
     *            {@link dev.hermes.decimal.Decimal}, {@link Boolean}, {@link LocalDate}; null where it is missing
     * @throws FindingsException
     *             naming each value that does not fit its column; then the row is not added, and the next one may be
     */
    public void appendLine(long line, @Nullable Object... values) {
        require(State.OPEN);
        @Nullable Object[] stored = check.stored(values);
        try {
            appender.beginRow();
            for (Object value : stored) {
                appendValue(value);
            }
            appender.append(appended);
            appender.append(line);
            appender.endRow();
        } catch (SQLException e) {
            throw new FactAccessException("append to " + file, e, false);
        }
        appended++;
    }

    private void appendValue(@Nullable Object value) throws SQLException {
        switch (value) {
            case null -> appender.appendNull();
            case String text -> appender.append(text);
            case BigDecimal number -> appender.append(number);
            case Boolean bool -> appender.append(bool.booleanValue());
            case LocalDate day -> appender.append(day);
            default -> throw new IllegalStateException("A checked value is of type " + value.getClass() + ".");
        }
    }

    /** How many rows were added and not taken out. */
    public long rows() {
        return appended - takenOut;
    }

    /**
     * Takes out the rows that break a rule; once, after the last row was added.
     *
     * @return how many rows these are
     */
    public long takeOut(List<RowRule> rules) {
        require(State.OPEN);
        closeAppender();
        takenOut = comparison.takeOut(rules);
        state = State.COMPARED;
        return takenOut;
    }

    /** Why rows were taken out: those in these places among all that were appended, from 0, in their order. */
    public List<RowRefusal> refusals(long first, long last) {
        require(State.COMPARED);
        return comparison.refusals(first, last);
    }

    /**
     * Writes the rows to disk and reads them back.
     *
     * @return the file as it is called until it is published
     */
    public Path finish() {
        if (state != State.COMPARED) {
            require(State.OPEN);
            closeAppender();
        }
        String written = contents(ROWS);
        session.run("COPY (SELECT " + names() + " FROM " + ROWS + " ORDER BY " + String.join(", ", order()) + ") TO "
                + Sql.path(part)
                + " (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)");
        String read = contents(Sql.parquet(List.of(part)));
        if (!read.equals(written)) {
            throw new IllegalStateException("The file " + part + " does not hold the rows that were written to it ("
                    + read + " instead of " + written + ").\nMaybe the disk is damaged.");
        }
        session.run("DROP TABLE " + ROWS);
        force(part);
        state = State.FINISHED;
        return part;
    }

    private void closeAppender() {
        try {
            appender.close();
        } catch (SQLException e) {
            throw new FactAccessException("append to " + file, e, false);
        }
    }

    /** Columns that bring together what is read together: the month, then who is credited. */
    private List<String> order() {
        List<String> columns = new ArrayList<>();
        if (dataset.date() != null) {
            columns.add("date_trunc('month', " + Sql.identifier(dataset.date()) + ")");
        }
        dataset.credits().stream().map(Dataset.Credit::column)
                .filter(name -> dataset.columns().stream().anyMatch(column -> column.name().equals(name))).findFirst()
                .ifPresent(name -> columns.add(Sql.identifier(name)));
        return columns.isEmpty() ? List.of(Sql.identifier(dataset.key())) : columns;
    }

    /** How many rows there are, and a hash over them that does not depend on their order. */
    private String contents(String source) {
        return session.query("SELECT count(*) || ' rows, ' || coalesce(bit_xor(hash(" + names() + ")), 0) FROM "
                + source, result -> result.next() ? result.getString(1) : "");
    }

    private String names() {
        return dataset.columns().stream().map(column -> Sql.identifier(column.name()))
                .collect(Collectors.joining(", "));
    }

    /**
     * Gives the finished file its name, from one moment to the next.
     *
     * @return the file
     */
    public Path publish() {
        require(State.FINISHED);
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + part + " cannot be renamed to " + file + ".", e);
        }
        // Where folders are files of their own, the new name is only on disk after this.
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            force(folder);
        }
        state = State.PUBLISHED;
        return file;
    }

    private static void force(Path path) {
        StandardOpenOption how = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + path + " cannot be brought to disk.", e);
        }
    }

    private void require(State expected) {
        if (state != expected) {
            throw new IllegalStateException("The writer of " + file + " is " + state + " and must be " + expected
                    + " for this.");
        }
    }

    /** Ends the writing; what was not published is removed. */
    @Override
    public void close() {
        try (LockedDatabase _ = database; Session _ = session) {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + part + " cannot be removed.", e);
        }
    }
}
