package dev.hermes.bench;

import dev.hermes.facts.FactPass;
import dev.hermes.kernel.RunMonitor;
import java.sql.SQLException;
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

/**
 * The pass over the facts as the engine asks for it, until it is columns, against a GROUP BY that somebody would write by
 * hand, whose result is left where it is. All in one iteration, in turns, because only their ratio means anything on a
 * machine that others use too.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = {Jvm.HEAP, Jvm.COLLECTOR, Jvm.NATIVE_ACCESS})
@Warmup(iterations = 3)
@Measurement(iterations = 11)
public class Aggregation {

    /** Something that is timed. */
    @FunctionalInterface
    private interface Work {

        /** Returns how many groups it found. */
        int run() throws SQLException;
    }

    private final World world = World.open();
    private final FactPass pass;
    private final GroupByHand byHand;
    private int iteration;

    /** Milliseconds of an iteration. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Times {

        public double engine;
        public double sameGroups;
        public double withoutMoves;
    }

    public Aggregation() {
        RepeatedFacts facts = new RepeatedFacts(world.facts());
        world.run(facts, RunMonitor.NONE);
        pass = facts.onlyPass();
        try {
            byHand = new GroupByHand(world, pass.placements());
        } catch (SQLException e) {
            throw new IllegalStateException("The statement by hand cannot be prepared.", e);
        }
    }

    @TearDown
    public void close() throws SQLException {
        byHand.close();
        world.close();
    }

    @Benchmark
    public void engineAndByHand(Times times) throws SQLException {
        int moved = pass.placements().size() / 2;
        for (int turn = 0; turn < 3; turn++) {
            switch ((iteration + turn) % 3) {
                case 0 -> times.engine = milliseconds(() -> world.facts().aggregate(pass).subjects().length,
                        Company.ASSIGNMENTS + moved);
                case 1 -> times.sameGroups = milliseconds(byHand::sameGroups, Company.ASSIGNMENTS + moved);
                default -> times.withoutMoves = milliseconds(byHand::withoutMoves, Company.ASSIGNMENTS);
            }
        }
        iteration++;
    }

    private static double milliseconds(Work work, int expected) throws SQLException {
        long start = System.nanoTime();
        int groups = work.run();
        double milliseconds = (System.nanoTime() - start) / 1e6;
        if (groups != expected) {
            throw new IllegalStateException("There are " + groups + " groups, not " + expected + ".");
        }
        return milliseconds;
    }
}
