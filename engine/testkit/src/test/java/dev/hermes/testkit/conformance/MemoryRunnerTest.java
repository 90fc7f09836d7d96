package dev.hermes.testkit.conformance;

import dev.hermes.facts.FactSource;
import dev.hermes.testkit.MemoryFacts;
import dev.hermes.testkit.generate.World;
import java.util.function.Consumer;

/** Facts in memory, in thousands of worlds. */
class MemoryRunnerTest extends RunnerConformance {

    MemoryRunnerTest() {
        super(1400);
    }

    @Override
    protected void withFacts(World world, Consumer<FactSource> use) {
        use.accept(new MemoryFacts(world.facts()));
    }
}
