package dev.hermes.workspace.cache;

import dev.hermes.facts.FactSource;
import dev.hermes.testkit.conformance.RunnerConformance;
import dev.hermes.testkit.generate.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;

/** Facts that are read through a cache, which pay the same to the last digit: from the facts, from memory and from the file. */
class CachedRunnerTest extends RunnerConformance {

    @TempDir
    Path folder;

    CachedRunnerTest() {
        super(20);
    }

    @Override
    protected void withFacts(World world, Consumer<FactSource> use) {
        Path file = file();
        Cache first = Cache.open(file, Clock.systemUTC());
        use.accept(cached(world, first));
        use.accept(cached(world, first));
        first.keep();
        Cache second = Cache.open(file, Clock.systemUTC());
        use.accept(cached(world, second));
        CacheFigures figures = second.figures();
        if (figures.misses() > 0 || figures.damaged() > 0 || first.figures().damaged() > 0) {
            throw new AssertionError("What the first has computed the second should find: " + figures);
        }
    }

    private static FactSource cached(World world, Cache cache) {
        return new CachedFacts(world.facts(), cache, Set::toString);
    }

    private Path file() {
        try {
            return Files.createTempDirectory(folder, "world").resolve("cache.db");
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be written.", e);
        }
    }
}
