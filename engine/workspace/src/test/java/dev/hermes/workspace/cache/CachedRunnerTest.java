package dev.hermes.workspace.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.facts.FactSource;
import dev.hermes.local.DuckFacts;
import dev.hermes.local.FactWriter;
import dev.hermes.local.Limits;
import dev.hermes.model.Dataset;
import dev.hermes.testkit.conformance.RunnerConformance;
import dev.hermes.testkit.generate.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;

/** Facts that are read through a cache, which pay the same to the last digit: from the facts, from memory and from the file. */
class CachedRunnerTest extends RunnerConformance {

    @TempDir
    Path folder;

    CachedRunnerTest() {
        super(8);
    }

    @Override
    protected void withFacts(World world, Consumer<FactSource> use) {
        Collection<Dataset> datasets = world.library().library().datasets();
        Path home = worldFolder();
        datasets.forEach(dataset -> write(home.resolve("facts"), dataset, world));
        try (DuckFacts facts = DuckFacts.open(home.resolve("facts"), datasets, Limits.standard().withThreads(2))) {
            Cache first = open(home);
            use.accept(new CachedFacts(facts, first, Set::toString));
            long misses = first.figures().misses();
            use.accept(new CachedFacts(facts, first, Set::toString));
            first.keep();
            Cache second = open(home);
            use.accept(new CachedFacts(facts, second, Set::toString));
            assertThat(first.figures()).extracting(CacheFigures::misses, CacheFigures::damaged)
                    .containsExactly(misses, 0L);
            assertThat(second.figures()).extracting(CacheFigures::misses, CacheFigures::damaged)
                    .containsExactly(0L, 0L);
        }
    }

    private static Cache open(Path home) {
        return Cache.open(home.resolve("cache.db"), Clock.systemUTC());
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

    private Path worldFolder() {
        try {
            return Files.createTempDirectory(folder, "world");
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be written.", e);
        }
    }
}
