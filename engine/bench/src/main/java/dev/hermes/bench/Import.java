package dev.hermes.bench;

import dev.hermes.document.DocumentReader;
import dev.hermes.document.DocumentWriter;
import dev.hermes.document.LoadedDocument;
import dev.hermes.model.Dataset;
import dev.hermes.workspace.DocumentFile;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.imports.ImportListener;
import dev.hermes.workspace.imports.ImportSummary;
import dev.hermes.workspace.imports.ImportTerms;
import dev.hermes.workspace.imports.Importer;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Ten million orders brought in from CSV: every cell read as what its column declares and held against its rules, keys
 * compared, lines kept, all written to Parquet and read back; against what DuckDB takes to read the same file by its own
 * guess and write it to Parquet. In turns in one iteration, because only their ratio means anything.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = {"-Xmx320m", Jvm.COLLECTOR, Jvm.NATIVE_ACCESS})
@Warmup(iterations = 1)
@Measurement(iterations = 5)
public class Import {

    private static final Path FOLDER = Path.of("world");
    private static final Path FILE = FOLDER.resolve("orders.csv");
    private static final Path WRITTEN = FOLDER.resolve("duckdb.parquet");

    private final Workspace workspace;
    private final LoadedDocument mapping;
    private int iteration;

    /** Milliseconds of an iteration, and the memory that the process has had so far. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Cost {

        public double hermes;
        public double duckdb;
        public double peakMebibytes;
    }

    public Import() {
        Dataset orders;
        try (World world = World.open()) {
            orders = world.dataset("orders");
            if (!Files.exists(FILE)) {
                writeCsv(orders, world.files());
            }
        }
        Path folder = FOLDER.resolve("workspace");
        workspace = Files.exists(folder) ? Workspace.open(folder) : Workspace.create(folder);
        workspace.documents()
                .apply(List.of(DocumentFile.read("orders.yaml", DocumentWriter.toYaml(orders))));
        String fields = orders.columns().stream().map(column -> column.name() + ": " + column.name())
                .collect(Collectors.joining(", ", "{", "}"));
        mapping = DocumentReader
                .read("mapping.yaml", "hermes: 1\nkind: mapping\ncode: orders\nfile: " + FILE.getFileName()
                        + "\ninto: facts\nof: orders\nfields: " + fields + "\n")
                .getFirst();
    }

    private static void writeCsv(Dataset orders, String files) {
        String columns = orders.columns().stream().map(column -> '"' + column.name() + '"')
                .collect(Collectors.joining(", "));
        execute("COPY (SELECT " + columns + " FROM read_parquet('" + files + "')) TO '" + FILE + "' (HEADER)");
    }

    @TearDown
    public void close() {
        workspace.close();
    }

    @Benchmark
    public void hermesAndDuckDb(Cost cost) throws IOException {
        for (int turn = 0; turn < 2; turn++) {
            if ((iteration + turn) % 2 == 0) {
                cost.hermes = milliseconds(this::bringIn);
            } else {
                cost.duckdb = milliseconds(() -> execute("COPY (SELECT * FROM read_csv('" + FILE + "')) TO '"
                        + WRITTEN + "' (FORMAT parquet)"));
                bringToDisk();
            }
        }
        iteration++;
        cost.peakMebibytes = Memory.peakMebibytes();
    }

    private static double milliseconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private void bringIn() {
        ImportSummary summary = Importer.run(workspace, mapping, FOLDER, ImportTerms.WHOLE.evenIfUnchanged(),
                ImportListener.NONE);
        if (summary.accepted() != Orders.ROWS) {
            throw new IllegalStateException(summary.accepted() + " rows were brought in, not " + Orders.ROWS + ".");
        }
    }

    /** The import brings its own file to disk and would else wait for this one too. */
    private static void bringToDisk() throws IOException {
        try (FileChannel channel = FileChannel.open(WRITTEN, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void execute(String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = " + World.THREADS);
            statement.execute("SET memory_limit = '256MB'");
            statement.execute("SET preserve_insertion_order = false");
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The statement " + sql + " fails.", e);
        }
    }
}
