package dev.hermes.local;

import dev.hermes.facts.FactGroups;
import dev.hermes.facts.FactPass;
import dev.hermes.facts.FactScan;
import dev.hermes.facts.FactSink;
import dev.hermes.facts.FactSource;
import dev.hermes.facts.QueryRows;
import dev.hermes.model.Dataset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Facts on Parquet files, read by an embedded DuckDB that reaches the facts folder and nothing else. It sees the files
 * that were there when it was opened; after an import, open anew. Files are checked against the declaration of their
 * dataset when they are first read; those that do not fit are refused with a
 * {@link dev.hermes.model.FindingsException} that names file and column. Thread-safe.
 */
public final class DuckFacts implements FactSource, AutoCloseable {

    private final List<Dataset> datasets;
    private final Limits limits;
    private final FactRelations relations;
    private final String version;
    private final LockedDatabase database;
    /** Queries run apart from the rest, on one thread: the order of rows must not decide over a last digit. */
    private final LockedDatabase queryDatabase;

    private DuckFacts(FactFiles files, Collection<Dataset> datasets, Limits limits) {
        this.limits = limits;
        this.datasets = List.copyOf(datasets);
        relations = new FactRelations(files);
        version = files.version();
        database = LockedDatabase.whenUsed(files.folder(), limits, false);
        queryDatabase = LockedDatabase.whenUsed(files.folder(), limits.withThreads(1), true);
    }

    /** Opens every fact file that is in the folder now. */
    public static DuckFacts open(Path factsFolder, Collection<Dataset> datasets, Limits limits) {
        return open(FactFiles.in(factsFolder), datasets, limits);
    }

    /**
     * Opens the files given.
     *
     * @param datasets
     *            those that a query may name
     */
    public static DuckFacts open(FactFiles files, Collection<Dataset> datasets, Limits limits) {
        return new DuckFacts(files, datasets, limits);
    }

    @Override
    public FactGroups aggregate(FactPass pass) {
        return aggregate(pass, DuckFacts::never);
    }

    @Override
    public void scan(FactScan scan, FactSink sink) {
        scan(scan, sink, DuckFacts::never);
    }

    @Override
    public QueryRows query(String sql, LocalDate from, LocalDate to) {
        return query(sql, from, to, DuckFacts::never);
    }

    @Override
    public String version() {
        return version;
    }

    /**
     * Where facts with some keys stand. One is left out where its file does not know lines, or several have its key.
     *
     * @param dataset
     *            the code of one of the datasets that this was opened with
     * @param keys
     *            in canonical text
     */
    public Map<String, FactLine> lines(String dataset, Collection<String> keys) {
        Dataset declared = datasets.stream().filter(one -> one.code().equals(dataset)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no dataset " + dataset + "."));
        try (Session session = database.connect(DuckFacts::never)) {
            return FactLines.of(relations.of(declared, session), keys, session);
        }
    }

    /**
     * The same facts for one run that may be cancelled.
     *
     * @param cancelled
     *            asked often and on other threads; once it says true, what is running ends within a tenth of a second
     *            with a {@link java.util.concurrent.CancellationException}
     */
    public FactSource withCancellation(BooleanSupplier cancelled) {
        return new Cancellable(cancelled);
    }

    private FactGroups aggregate(FactPass pass, BooleanSupplier cancelled) {
        try (Session session = database.connect(cancelled)) {
            return PassReader.read(pass, relations, session);
        }
    }

    private void scan(FactScan scan, FactSink sink, BooleanSupplier cancelled) {
        try (Session session = database.connect(cancelled)) {
            ScanReader.read(scan, relations, session, sink);
        }
    }

    private QueryRows query(String sql, LocalDate from, LocalDate to, BooleanSupplier cancelled) {
        try (Session session = queryDatabase.connect(cancelled)) {
            return new SubjectQuery(new GuardedQuery(session, relations, datasets, limits), limits).run(sql, from, to);
        }
    }

    /**
     * Runs the query of a validation, in the order that it says.
     *
     * @throws dev.hermes.model.FindingsException
     *             where it is not one SELECT, reads anything but datasets, or does not return what is expected
     */
    public ListedRows list(String sql) {
        try (Session session = queryDatabase.connect(DuckFacts::never)) {
            return new GuardedQuery(session, relations, datasets, limits).run(sql, Map.of(),
                    rows -> ListedRows.read(rows, limits));
        }
    }

    /** Closes the databases. Nothing may be running any more. */
    @Override
    public void close() {
        try (LockedDatabase _ = database; LockedDatabase _ = queryDatabase) {
            // Closes both, the second also where the first cannot be closed.
        }
    }

    private static boolean never() {
        return false;
    }

    private final class Cancellable implements FactSource {

        private final BooleanSupplier cancelled;

        Cancellable(BooleanSupplier cancelled) {
            this.cancelled = cancelled;
        }

        @Override
        public FactGroups aggregate(FactPass pass) {
            return DuckFacts.this.aggregate(pass, cancelled);
        }

        @Override
        public void scan(FactScan scan, FactSink sink) {
            DuckFacts.this.scan(scan, sink, cancelled);
        }

        @Override
        public QueryRows query(String sql, LocalDate from, LocalDate to) {
            return DuckFacts.this.query(sql, from, to, cancelled);
        }

        @Override
        public String version() {
            return version;
        }
    }
}
