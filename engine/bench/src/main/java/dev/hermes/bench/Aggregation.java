package dev.hermes.bench;

import dev.hermes.facts.FactGroups;
import dev.hermes.facts.FactPass;
import dev.hermes.kernel.RunMonitor;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The passes over the facts as the engine asks for them, until they are columns, against a GROUP BY that somebody would
 * write by hand, whose result is left where it is. Both in one iteration, in turns, because only their ratio means
 * anything on a machine that others use too.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = {Jvm.HEAP, Jvm.COLLECTOR, Jvm.NATIVE_ACCESS})
@Warmup(iterations = 3)
@Measurement(iterations = 11)
public class Aggregation {

    private final World world = World.open();
    private final List<FactPass> passes = new ArrayList<>();
    private final GroupByHand byHand = new GroupByHand(world);
    private boolean byHandFirst;

    /** Milliseconds of an iteration. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Times {
        public double engine;
        public double byHand;
    }

    @Setup
    public void findPasses() {
        RepeatedFacts facts = new RepeatedFacts(world.facts());
        world.run(facts, RunMonitor.NONE);
        passes.addAll(facts.passes());
    }

    @TearDown
    public void close() throws SQLException {
        byHand.close();
        world.close();
    }

    @Benchmark
    public List<FactGroups> engineAndByHand(Times times) throws SQLException {
        byHandFirst = !byHandFirst;
        times.byHand = byHandFirst ? timed() : 0;
        long start = System.nanoTime();
        List<FactGroups> groups = passes.stream().map(world.facts()::aggregate).toList();
        times.engine = (System.nanoTime() - start) / 1e6;
        times.byHand = byHandFirst ? times.byHand : timed();
        return groups;
    }

    private double timed() throws SQLException {
        long start = System.nanoTime();
        byHand.run();
        return (System.nanoTime() - start) / 1e6;
    }
}
