package dev.hermes.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.facts.FactSource;
import dev.hermes.kernel.Calculation;
import dev.hermes.kernel.Engine;
import dev.hermes.kernel.RunMonitor;
import dev.hermes.kernel.SchemeResult;
import dev.hermes.model.Failure;
import dev.hermes.model.Scheme;
import dev.hermes.testkit.generate.World;
import dev.hermes.testkit.generate.WorldMaker;
import dev.hermes.trace.Trace;
import dev.hermes.trace.TraceNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What every runner has to show: that it pays what the reference interpreter pays, to the last digit and the reported
 * failure, in worlds made from seeds. {@code -Dhermes.worlds=N} says how many, {@code -Dhermes.seed=N} which is the
 * first.
 */
public abstract class RunnerConformance {

    private static final int MANY_THREADS = 4;

    private final int worlds;

    /** {@code worlds}: how many are usual for the runner. */
    protected RunnerConformance(int worlds) {
        this.worlds = Integer.getInteger("hermes.worlds", worlds);
    }

    /** Lets the facts of a world be used as the runner keeps them. */
    protected abstract void withFacts(World world, Consumer<FactSource> use);

    @Test
    void paysWhatTheReferencePays() {
        assertThat(inEveryWorld(RunnerConformance::differences)).isEmpty();
    }

    @Test
    void recordsWhatItPaysAndPaysWhatItRecords() {
        assertThat(inEveryWorld(RunnerConformance::contradictions)).isEmpty();
    }

    @Test
    void knowsOfIndicatorsWithoutSchemesWhatTheReferenceKnows() {
        assertThat(inEveryWorld(
                (world, facts) -> isFirstOfItsLibrary(world) ? ValueComparison.differences(world, facts) : ""))
                .isEmpty();
    }

    /** Every indicator is looked at, also those that nobody is paid by, so one period of each library will do. */
    private static boolean isFirstOfItsLibrary(World world) {
        return world.seed() % WorldMaker.PER_LIBRARY == 0;
    }

    /** What a check finds, of the first worlds in which it finds anything. */
    private List<String> inEveryWorld(Check check) {
        long first = Long.getLong("hermes.seed", 0) / WorldMaker.PER_LIBRARY;
        long groups = Math.ceilDiv(worlds, WorldMaker.PER_LIBRARY);
        return LongStream.range(first, first + groups).parallel().boxed().map(WorldMaker::group)
                .flatMap(List::stream).map(found(check)).filter(text -> !text.isEmpty()).limit(3).toList();
    }

    private Function<World, String> found(Check check) {
        return world -> {
            StringBuilder text = new StringBuilder();
            try {
                withFacts(world, facts -> text.append(check.of(world, facts)));
            } catch (RuntimeException e) {
                throw new AssertionError("The world of seed " + world.seed() + " ends the run.", e);
            }
            return text.toString();
        };
    }

    /** Empty where all is well. */
    private interface Check {
        String of(World world, FactSource facts);
    }

    private static String differences(World world, FactSource facts) {
        WorldComparison comparison = new WorldComparison(world);
        List<WorldComparison.Difference> one = comparison.differences(new Engine(1), facts);
        List<WorldComparison.Difference> found = one.isEmpty()
                ? comparison.differences(new Engine(MANY_THREADS), facts)
                : one;
        return found.isEmpty()
                ? ""
                : "seed " + world.seed() + (one.isEmpty() ? ", on many threads only" : "") + ", " + found.size()
                        + " differences\n" + found.getFirst() + "\n" + world.describe(found.getFirst().scheme());
    }

    /** Payees of whom the record of the evaluation ends in something else than the result. */
    private static String contradictions(World world, FactSource facts) {
        Calculation calculation = new Engine(1).run(world.library(), world.plan(), world.inputs(), facts,
                RunMonitor.NONE);
        List<String> found = new ArrayList<>();
        for (SchemeResult scheme : calculation.result().schemes()) {
            for (int i = 0; i < scheme.size(); i++) {
                String code = scheme.scheme().document().code();
                TraceNode root = calculation.explain(code, scheme.payee(i)).orElseThrow().root();
                String paid = paid(scheme, i);
                if (!root.value().equals(paid) || !factsAddUp(root)) {
                    found.add("seed " + world.seed() + ": " + scheme.payee(i) + " of " + code + "\n  paid: " + paid
                            + "\n" + new Trace(root).toFullText());
                }
            }
        }
        return String.join("\n", found);
    }

    /** Whether what rules gave for single facts is what they gave in all. */
    private static boolean factsAddUp(TraceNode node) {
        boolean isOfFacts = node.kind() == TraceNode.Kind.ITEM && !node.children().isEmpty()
                && node.children().stream().allMatch(child -> child.kind() == TraceNode.Kind.FACT);
        if (isOfFacts) {
            boolean failed = node.children().stream().anyMatch(RunnerConformance::isFailed);
            return failed || isFailed(node)
                    ? failed == isFailed(node)
                    : node.children().stream().map(fact -> new BigDecimal(fact.value()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(new BigDecimal(node.value())) == 0;
        }
        return node.children().stream().allMatch(RunnerConformance::factsAddUp);
    }

    private static boolean isFailed(TraceNode node) {
        return node.value().startsWith("failed: ");
    }

    private static String paid(SchemeResult scheme, int index) {
        Failure failure = scheme.failure(index);
        if (failure != null) {
            return "failed: " + failure.text();
        }
        Scheme document = scheme.scheme().document();
        return scheme.payout(index).map(amount -> amount.toStringMinimum(document.minorUnit()) + " "
                + document.currency()).orElse("not applicable");
    }
}
