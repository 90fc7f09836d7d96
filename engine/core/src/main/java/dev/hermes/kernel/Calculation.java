package dev.hermes.kernel;

import dev.hermes.kernel.internal.indicators.PeriodFrame;
import dev.hermes.kernel.internal.explanation.Evidence;
import dev.hermes.plan.Bindings;
import dev.hermes.trace.Trace;
import java.util.Map;
import java.util.Optional;

/**
 * A run that is over, with every column that it computed: what explanations are made from. Thread-safe, as long as the
 * facts are there.
 */
public final class Calculation {

    private final CalcResult result;
    private final Evidence evidence;
    private final Map<String, SchemeCalculation> schemes;

    Calculation(CalcResult result, Evidence evidence, Map<String, SchemeCalculation> schemes) {
        this.result = result;
        this.evidence = evidence;
        this.schemes = Map.copyOf(schemes);
    }

    public CalcResult result() {
        return result;
    }

    /**
     * How a payout, or its failure, came about: the payee is evaluated once more by the code that paid, which takes down
     * every value. Empty where the scheme was not calculated or the payee is not in its population.
     *
     * @param payee
     *            the key of an assignment in text form, or a person
     */
    public Optional<Trace> explain(String scheme, String payee) {
        return result.scheme(scheme).filter(of -> of.indexOf(payee) >= 0)
                .map(of -> new Explainer(this, of, of.indexOf(payee)).explain());
    }

    /**
     * The figures that a payout, or its failure, is made of: the payee is evaluated once more, as for an explanation.
     * Empty where the scheme was not calculated or the payee is not in its population.
     */
    public Optional<PayeeFigures> figures(String scheme, String payee) {
        return result.scheme(scheme).filter(of -> of.indexOf(payee) >= 0)
                .map(of -> new PayeeFigures(this, of, of.indexOf(payee)));
    }

    Evidence evidence() {
        return evidence;
    }

    SchemeCalculation scheme(String code) {
        SchemeCalculation calculation = schemes.get(code);
        if (calculation == null) {
            throw new IllegalArgumentException("The scheme " + code + " was not calculated.");
        }
        return calculation;
    }

    PeriodFrame frame(String scheme) {
        return scheme(scheme).period();
    }

    Bindings bindings(String scheme) {
        return frame(scheme).bindings();
    }
}
