package dev.hermes.testkit.reference;

import java.util.List;
import java.util.SequencedMap;

/**
 * What a scheme pays, by the reference.
 *
 * @param payees
 *            by the payee's assignment key in text form or the person, in the order of keys
 */
public record ReferenceResult(SequencedMap<String, Payee> payees) {

    /**
     * One payee of the population.
     *
     * @param applies
     *            whether there is a payout or a failure
     * @param payout
     *            the payout or why there is none; missing where the scheme does not apply
     * @param parameters
     *            each parameter in order; missing where it does not apply
     * @param balances
     *            the closing balances; none where the payout failed
     */
    public record Payee(boolean applies, Figure payout, List<Figure> parameters,
            SequencedMap<String, Figure> balances) {}
}
