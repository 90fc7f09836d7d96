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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Writes one new Parquet file of facts: {@link #append} rows, {@link #takeOut} those that break a rule, {@link #finish}
 * the file beside its final name, and {@link #publish} it. Until then nothing of it is seen; closed before that, it leaves
 * nothing behind. Rows are on their way to disk as they are appended. Memory is bounded by the limits, however many rows
 * there are. Of one thread.
 */
public final class FactWriter implements AutoCloseable {

    private static final String PART = ".part";
    private static final String ROWS = "hermes_rows";
    private static final String COPY = " (FORMAT parquet, PARQUET_VERSION v2, COMPRESSION zstd, COMPRESSION_LEVEL 1,"
            + " ROW_GROUP_SIZE 122880, DICTIONARY_SIZE_LIMIT 4096)";
    /** Each holds some hundred thousand rows while it writes. */
    private static final int MOST_THREADS = 4;
    /**
     * So many rows are kept by month and then by who is credited, which makes later passes two to four times as fast. To
     * sort more takes longer than all else.
     */
    private static final long MOST_SORTED = 2_000_000;
    /** The part of the memory that the values of sorted rows may have, before they are compressed. */
    private static final long SORTED_SHARE = 8;

    private final Path folder;
    private final Path file;
    private final Path raw;
    private final Dataset dataset;
    private final RowCheck check;
    private final LockedDatabase database;
    private final Session session;
    private final FactFeed feed;
    private final ExecutorService writing;
    private final Future<?> written;
    private final RowComparison comparison;
    private final long memory;
    /** What is published: the rows as they came, or those that stay in a better order. */
    private Path part;
    private State state = State.OPEN;
    private FactChunk chunk;
    private final FactTotals totals;
    private final KeyHashes keys = new KeyHashes();
    private long takenOut;

    private enum State {
        OPEN, WRITTEN, FINISHED, PUBLISHED
    }

    private FactWriter(LockedDatabase database, Path folder, Path file, Dataset dataset, Limits limits) {
        this.database = database;
        this.folder = folder;
        this.file = file;
        this.dataset = dataset;
        memory = limits.memory();
        raw = file.resolveSibling(file.getFileName() + ".raw" + PART);
        part = raw;
        check = new RowCheck(dataset);
        chunk = new FactChunk(dataset);
        totals = new FactTotals(dataset);
        feed = new FactFeed(dataset, FactFiles.LINE);
        session = database.connect(() -> false);
        session.register(feed, ROWS);
        comparison = new RowComparison(session, dataset, Sql.parquet(List.of(raw)), FactFiles.LINE, keys);
        writing = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("hermes-facts-write").factory());
        written = writing.submit(this::copy);
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
        Limits own = limits.withThreads(Math.min(limits.threads(), MOST_THREADS));
        LockedDatabase database = LockedDatabase.open(Objects.requireNonNullElse(folder.getParent(), folder), own,
                false);
        try {
            return new FactWriter(database, folder, whole, dataset, own);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Adds a row as {@link #appendLine}, which came from nowhere else: its line is its number, from 1. */
    public void append(@Nullable Object... values) {
        appendLine(added() + 1, values);
    }

    /**
     * Adds a row.
     *
     * @param line
     *            the line that it came from, which tells of it ever after; no two rows have the same
     * @param values
     *            one for each column, in its order: {@link String}, {@link BigDecimal} or
     *            {@link dev.hermes.decimal.Decimal}, {@link Boolean}, {@link LocalDate}; null where it is missing
     * @throws FindingsException
     *             naming each value that does not fit its column; then the row is not added, and the next one may be
     */
    public void appendLine(long line, @Nullable Object... values) {
        require(State.OPEN);
        check.require(values);
        chunk.add(line, values);
        if (chunk.isFull()) {
            FactChunk full = chunk;
            chunk = new FactChunk(dataset);
            handOver(full);
        }
    }

    private void handOver(FactChunk rows) {
        totals.add(rows);
        keys.add(rows.keys());
        try {
            if (!feed.put(rows)) {
                awaitWritten();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Writes the rows that are fed to the part file; in a thread of its own. */
    private void copy() {
        try {
            session.run("COPY (SELECT * FROM " + ROWS + ") TO " + Sql.path(raw) + COPY);
        } finally {
            feed.stop();
        }
    }

    private void awaitWritten() {
        try {
            written.get();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof FactAccessException failure
                    ? failure
                    : new IllegalStateException("The facts cannot be written to " + raw + ".", e.getCause());
        }
    }

    private static CancellationException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        CancellationException end = new CancellationException("The import was cancelled while its facts were written.");
        end.initCause(cause);
        return end;
    }

    /** How many rows were added and not taken out. */
    public long rows() {
        return added() - takenOut;
    }

    private long added() {
        return totals.rows() + (state == State.OPEN ? chunk.size() : 0);
    }

    /** The days that rows have in the dataset's date column, once all are there, without those taken out; in order. */
    public List<LocalDate> days() {
        require(State.WRITTEN);
        String date = dataset.date();
        return date == null
                ? List.of()
                : session.query("SELECT DISTINCT " + Sql.identifier(date) + " FROM " + staying() + " WHERE "
                        + Sql.identifier(date) + " IS NOT NULL ORDER BY 1", rows -> {
                            List<LocalDate> days = new ArrayList<>();
                            while (rows.next()) {
                                days.add(rows.getObject(1, LocalDate.class));
                            }
                            return days;
                        });
    }

    /**
     * Writes what is left of an earlier file beside the new rows, which replace some of its rows; the ones that were taken
     * out replace none.
     *
     * @param before
     *            one of the files that are partly replaced
     * @param to
     *            a file that does not exist, in the folder of the new one; it is not made where no row is left
     * @return how many rows are left; empty where all are, and nothing was written
     */
    public OptionalLong keepOthers(Path before, PartlyReplaced replaced, Path to) {
        return keep(before, replaced.stays(dataset, staying()), to);
    }

    private OptionalLong keep(Path before, String condition, Path to) {
        require(State.WRITTEN);
        String file = Sql.parquet(List.of(before));
        long all = count(file);
        long left = count("(SELECT 1 FROM " + file + " WHERE " + condition + ")");
        if (left == all) {
            return OptionalLong.empty();
        }
        if (left > 0) {
            session.run("COPY (SELECT * FROM " + file + " WHERE " + condition + ") TO " + Sql.path(to) + COPY);
            force(to);
        }
        return OptionalLong.of(left);
    }

    private long count(String source) {
        return session.query("SELECT count(*) FROM " + source, rows -> rows.next() ? rows.getLong(1) : 0);
    }

    /**
     * Takes out the rows that break a rule; once, after the last row was added.
     *
     * @return how many rows these are
     */
    public long takeOut(List<RowRule> rules) {
        if (state == State.OPEN) {
            endRows();
        }
        takenOut = comparison.find(rules);
        return takenOut;
    }

    /** Why rows were taken out: those that came from these lines, in their order. */
    public List<RowRefusal> refusals(long first, long last) {
        require(State.WRITTEN);
        return comparison.refusals(first, last);
    }

    /** Says that there are no more rows, and waits until all are in the file. */
    public void endRows() {
        require(State.OPEN);
        if (chunk.size() > 0) {
            handOver(chunk);
        }
        feed.end();
        awaitWritten();
        requireWhole(totals.text());
        state = State.WRITTEN;
    }

    /**
     * Brings the rows to disk, all that stay, and reads them back.
     *
     * @return the file as it is called until it is published
     */
    public Path finish() {
        if (state != State.WRITTEN) {
            endRows();
        }
        boolean sorted = isSortable();
        if (takenOut > 0 || sorted) {
            rewrite(sorted);
        }
        force(part);
        state = State.FINISHED;
        return part;
    }

    private boolean isSortable() {
        return rows() <= MOST_SORTED && session.query(
                "SELECT CAST(coalesce(sum(total_uncompressed_size), 0) AS BIGINT) FROM parquet_metadata("
                        + Sql.paths(List.of(raw)) + ")",
                sizes -> sizes.next() && sizes.getLong(1) <= memory / SORTED_SHARE);
    }

    private void rewrite(boolean sorted) {
        String kept = totals.read(staying(), session);
        part = file.resolveSibling(file.getFileName() + PART);
        session.run("COPY (SELECT * FROM " + staying() + (sorted ? " ORDER BY " + order() : "") + ") TO "
                + Sql.path(part) + COPY);
        requireWhole(kept);
        try {
            Files.delete(raw);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + raw + " cannot be removed.", e);
        }
    }

    private String staying() {
        return takenOut > 0 ? comparison.staying() : Sql.parquet(List.of(raw));
    }

    /** Columns that bring together what is read together: the month, then who is credited. */
    private String order() {
        List<String> columns = new ArrayList<>();
        if (dataset.date() != null) {
            columns.add("date_trunc('month', " + Sql.identifier(dataset.date()) + ")");
        }
        dataset.credits().stream().map(Dataset.Credit::column)
                .filter(name -> dataset.columns().stream().anyMatch(column -> column.name().equals(name))).findFirst()
                .ifPresent(name -> columns.add(Sql.identifier(name)));
        columns.add(Sql.identifier(FactFiles.LINE));
        return String.join(", ", columns);
    }

    private void requireWhole(String expected) {
        String read = totals.read(Sql.parquet(List.of(part)), session);
        if (!read.equals(expected)) {
            throw new IllegalStateException("The file " + part + " does not hold the rows that were written to it ("
                    + read + " instead of " + expected + ").\nMaybe the disk is damaged.");
        }
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
        feed.stop();
        writing.close();
        try (FactFeed _ = feed; LockedDatabase _ = database; Session _ = session) {
            Files.deleteIfExists(raw);
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + part + " cannot be removed.", e);
        }
    }
}
