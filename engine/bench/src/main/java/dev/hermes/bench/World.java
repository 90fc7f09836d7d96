package dev.hermes.bench;

import dev.hermes.document.DocumentReader;
import dev.hermes.document.Library;
import dev.hermes.document.LoadedDocument;
import dev.hermes.facts.FactSource;
import dev.hermes.kernel.CalcResult;
import dev.hermes.kernel.Engine;
import dev.hermes.kernel.RunMonitor;
import dev.hermes.kernel.SchemeResult;
import dev.hermes.local.DuckFacts;
import dev.hermes.local.Limits;
import dev.hermes.model.CalcInputs;
import dev.hermes.model.Dataset;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.plan.CalcPlan;
import dev.hermes.plan.CompiledLibrary;
import dev.hermes.plan.LibraryCompiler;
import dev.hermes.plan.Planner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that a month's run of the company reads: documents, organisation and targets, and ten million orders on
 * Parquet, which are made on first use and kept.
 */
final class World implements AutoCloseable {

    static final int THREADS = 2;

    /** What the database may hold in memory, beside the heap that the benchmarks run with. */
    private static final long DATABASE_MEMORY = 512L << 20;

    private final CompiledLibrary library;
    private final CalcPlan plan;
    private final CalcInputs inputs;
    private final Path folder;
    private final DuckFacts facts;

    private World(CompiledLibrary library, CalcPlan plan, CalcInputs inputs, Path folder) {
        this.library = library;
        this.plan = plan;
        this.inputs = inputs;
        this.folder = folder;
        Limits limits = Limits.standard().withMemory(DATABASE_MEMORY).withThreads(THREADS);
        facts = DuckFacts.open(folder, library.library().datasets(), limits);
    }

    /** Opens the world in the folder {@code world} of the working directory. */
    static World open() {
        List<LoadedDocument> documents = new ArrayList<>(DocumentReader.read("indicators.yaml", indicators()));
        documents.addAll(DocumentReader.read("schemes.yaml", Schemes.documents()));
        CompiledLibrary library = LibraryCompiler.compile(Library.of(documents));
        List<Finding> errors = library.findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR).toList();
        if (!errors.isEmpty()) {
            throw new FindingsException(errors);
        }
        CalcPlan plan = Planner.plan(library, Schemes.codes(), Company.PERIOD, null);
        Dataset orders = library.library().dataset("orders").orElseThrow();
        return new World(library, plan, Company.inputs(), Orders.folder(Path.of("world"), orders));
    }

    private static String indicators() {
        try (InputStream stream = World.class.getResourceAsStream("indicators.yaml")) {
            if (stream == null) {
                throw new IllegalStateException("The resource indicators.yaml is missing.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The resource indicators.yaml cannot be read.", e);
        }
    }

    Dataset dataset(String code) {
        return library.library().dataset(code).orElseThrow();
    }

    FactSource facts() {
        return facts;
    }

    /** Where the Parquet files of a dataset lie, as SQL names them. */
    String files() {
        return folder.resolve("orders").resolve("*.parquet").toString().replace("'", "''");
    }

    /**
     * Calculates the month.
     *
     * @throws IllegalStateException
     *             where anybody is not paid: then the figures would be of another run than is meant
     */
    CalcResult run(FactSource source, RunMonitor monitor) {
        CalcResult result = new Engine(THREADS).calculate(library, plan, inputs, source, monitor);
        result.schemes().forEach(World::checkPaid);
        return result;
    }

    private static void checkPaid(SchemeResult scheme) {
        if (scheme.size() != Company.ASSIGNMENTS) {
            throw new IllegalStateException("The scheme " + scheme.scheme().document().code() + " has "
                    + scheme.size() + " payees.");
        }
        for (int index = 0; index < scheme.size(); index++) {
            if (scheme.isFailed(index) || !scheme.applies(index)) {
                throw new IllegalStateException("The scheme " + scheme.scheme().document().code()
                        + " does not pay " + scheme.payee(index) + ": " + scheme.failure(index));
            }
        }
    }

    @Override
    public void close() {
        facts.close();
    }
}
