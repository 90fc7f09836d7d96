package dev.hermes.testkit.conformance;

import dev.hermes.decimal.Decimal;
import dev.hermes.facts.FactSource;
import dev.hermes.kernel.CalcResult;
import dev.hermes.kernel.Engine;
import dev.hermes.kernel.RunMonitor;
import dev.hermes.kernel.SchemeResult;
import dev.hermes.model.Failure;
import dev.hermes.testkit.generate.World;
import dev.hermes.testkit.reference.Figure;
import dev.hermes.testkit.reference.Reference;
import dev.hermes.testkit.reference.ReferenceResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What an engine and the reference pay in one world, side by side. */
final class WorldComparison {

    /** What the two say of one payee of a scheme; null: it is not paid at all. */
    record Difference(String scheme, String payee, @Nullable String engine, @Nullable String reference) {

        @Override
        public String toString() {
            return scheme + " of " + payee + "\n  engine:    " + engine + "\n  reference: " + reference;
        }
    }

    private final World world;
    private final SequencedMap<String, SequencedMap<String, String>> expected = new LinkedHashMap<>();
    private final List<ReferenceResult> results = new ArrayList<>();

    WorldComparison(World world) {
        this.world = world;
        reference().calculate().forEach((scheme, result) -> {
            results.add(result);
            SequencedMap<String, String> payees = new LinkedHashMap<>();
            result.payees().forEach((payee, pay) -> payees.put(payee, describe(pay)));
            expected.put(scheme, payees);
        });
    }

    /** The reference of the world, to ask for more. */
    Reference reference() {
        return new Reference(world.library(), world.schemes(), world.period(), world.asOf(), world.inputs(),
                world.facts());
    }

    /** What the reference pays, one for each scheme. */
    List<ReferenceResult> results() {
        return results;
    }

    /** Every payee of whom an engine says something else than the reference. */
    List<Difference> differences(Engine engine, FactSource facts) {
        CalcResult result = engine.calculate(world.library(), world.plan(), world.inputs(), facts, RunMonitor.NONE);
        List<Difference> differences = new ArrayList<>();
        for (SchemeResult scheme : result.schemes()) {
            String code = scheme.scheme().document().code();
            Map<String, String> wanted = new LinkedHashMap<>(expected.getOrDefault(code, new LinkedHashMap<>()));
            for (int i = 0; i < scheme.size(); i++) {
                String found = describe(scheme, i);
                String reference = wanted.remove(scheme.payee(i));
                if (!found.equals(reference)) {
                    differences.add(new Difference(code, scheme.payee(i), found, reference));
                }
            }
            wanted.forEach((payee, reference) -> differences.add(new Difference(code, payee, null, reference)));
        }
        return differences;
    }

    private static String describe(ReferenceResult.Payee pay) {
        Map<String, String> balances = new LinkedHashMap<>();
        pay.balances().forEach((code, value) -> balances.put(code, value.text()));
        return describe(pay.applies(), pay.payout().toString(),
                i -> pay.parameters().get(i).isPresent() ? pay.parameters().get(i).text() : "none",
                pay.parameters().size(), balances.toString());
    }

    private static String describe(SchemeResult scheme, int index) {
        Failure failure = scheme.failure(index);
        Optional<Decimal> payout = scheme.payout(index);
        String paid = failure == null
                ? payout.map(Decimal::toString).orElse(Figure.MISSING.toString())
                : Figure.failed(failure).toString();
        return describe(scheme.applies(index), paid,
                i -> scheme.parameter(index, i).map(Decimal::toString).orElse("none"),
                scheme.scheme().parameters().size(), scheme.closingBalances(index).toString());
    }

    private static String describe(boolean applies, String payout, IntFunction<String> parameter, int parameters,
            String balances) {
        StringBuilder text = new StringBuilder(applies ? "pays " : "does not apply ").append(payout);
        for (int i = 0; i < parameters; i++) {
            text.append("; ").append(parameter.apply(i));
        }
        return text.append("; ").append(balances).toString();
    }
}
