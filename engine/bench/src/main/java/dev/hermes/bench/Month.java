package dev.hermes.bench;

import dev.hermes.kernel.CalcResult;
import java.util.concurrent.TimeUnit;
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

/** A month's run as a whole: as the first thing that a program does, and again and again. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class Month {

    private final World world = World.open();

    /** What a run took of time, in milliseconds, and the process so far of memory. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Cost {

        public double aggregation;
        public double peakMebibytes;

        void take(StageTimes times) {
            aggregation = times.milliseconds("facts");
            peakMebibytes = Memory.peakMebibytes();
        }
    }

    @TearDown
    public void close() {
        world.close();
    }

    @Benchmark
    @Fork(value = 3, jvmArgsAppend = {Jvm.HEAP, Jvm.COLLECTOR, Jvm.NATIVE_ACCESS})
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public CalcResult first(Cost cost) {
        return run(cost);
    }

    @Benchmark
    @Fork(value = 1, jvmArgsAppend = {Jvm.HEAP, Jvm.COLLECTOR, Jvm.NATIVE_ACCESS})
    @Warmup(iterations = 4)
    @Measurement(iterations = 7)
    public CalcResult again(Cost cost) {
        return run(cost);
    }

    private CalcResult run(Cost cost) {
        StageTimes times = new StageTimes();
        CalcResult result = world.run(world.facts(), times);
        cost.take(times);
        return result;
    }
}
