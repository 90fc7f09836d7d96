package dev.hermes.workspace;

import java.math.BigDecimal;
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
 * @param currency
 *            the currency that the scheme pays in
 * @param origin
 *            what it was calculated from
 * @param payouts
 *            one for each payee
 */
public record RunRecord(String scheme, String lineage, String calendar, String period, String currency,
        RunOrigin origin, List<PayoutRecord> payouts) {

    public RunRecord {
        payouts = List.copyOf(payouts);
    }

    long failures() {
        return payouts.stream().filter(payout -> payout.failure() != null).count();
    }

    BigDecimal total() {
        return RunComparison.total(payouts);
    }
}
