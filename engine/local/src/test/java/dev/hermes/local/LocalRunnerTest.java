package dev.hermes.local;

import dev.hermes.facts.FactSource;
import dev.hermes.model.Dataset;
import dev.hermes.testkit.conformance.RunnerConformance;
import dev.hermes.testkit.generate.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;

/** Facts in Parquet files, read by DuckDB. */
class LocalRunnerTest extends RunnerConformance {

    @TempDir
    Path folder;

    LocalRunnerTest() {
        super(48);
    }

    @Override
    protected void withFacts(World world, Consumer<FactSource> use) {
        Collection<Dataset> datasets = world.library().library().datasets();
        Path facts = worldFolder();
        datasets.forEach(dataset -> write(facts, dataset, world));
        try (DuckFacts duck = DuckFacts.open(facts, datasets, Limits.standard().withThreads(2))) {
            use.accept(duck);
        }
    }

    private Path worldFolder() {
        try {
            return Files.createTempDirectory(folder, "world");
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be written.", e);
        }
    }

    private static void write(Path folder, Dataset dataset, World world) {
        try (FactWriter writer = FactWriter.create(folder, dataset)) {
            for (Map<String, Object> row : world.facts().of(dataset.code())) {
                writer.append(dataset.columns().stream().map(column -> row.get(column.name())).toArray());
            }
            writer.finish();
            writer.publish();
        }
    }
}
