package dev.hermes.bench;

import dev.hermes.kernel.CalcResult;
import dev.hermes.kernel.RunMonitor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Everything after aggregation: organisation, composites, roll-ups, rules and pay of a million payouts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = {Jvm.HEAP, Jvm.COLLECTOR, Jvm.NATIVE_ACCESS})
@Warmup(iterations = 8)
@Measurement(iterations = 15)
public class AfterAggregation {

    private final World world = World.open();
    private final RepeatedFacts facts = new RepeatedFacts(world.facts());

    /** Milliseconds of each stage. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Stages {

        public double organisation;
        public double facts;
        public double indicators;
        public double schemes;

        void take(StageTimes times) {
            organisation = times.milliseconds("organisation");
            facts = times.milliseconds("facts");
            indicators = times.milliseconds("indicators");
            schemes = times.milliseconds("schemes");
        }
    }

    @Setup(Level.Trial)
    public void aggregate() {
        world.run(facts, RunMonitor.NONE);
    }

    @TearDown
    public void close() {
        world.close();
    }

    @Benchmark
    public CalcResult calculate(Stages stages) {
        StageTimes times = new StageTimes();
        CalcResult result = world.run(facts, times);
        stages.take(times);
        return result;
    }
}
