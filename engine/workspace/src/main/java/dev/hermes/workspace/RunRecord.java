package dev.hermes.workspace;

import java.util.List;

/**
 * The results of a run, to be saved.
 *
 * @param scheme
 *            the scheme's code
 * @param lineage
 *            the scheme's lineage, by which balances are carried
 * @param calendar
 *            the code of the calendar that the period belongs to
 * @param period
 *            the code of the period
 * @param fingerprint
 *            names the plan: everything that the scheme's documents say
 * @param factsVersion
 *            names the facts that were read
 * @param payouts
 *            one for each payee
 */
public record RunRecord(String scheme, String lineage, String calendar, String period, String fingerprint,
        String factsVersion,
        List<PayoutRecord> payouts) {

    public RunRecord {
        payouts = List.copyOf(payouts);
    }
}
