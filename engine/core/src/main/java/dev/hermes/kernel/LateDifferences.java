package dev.hermes.kernel;

import dev.hermes.decimal.Decimal;
import dev.hermes.model.Adjustment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Facts of a closed period that became known later. The closed result stays as it is; what the period would pay now,
 * less what it paid, becomes a labelled line of the next open period.
 */
public final class LateDifferences {

    private LateDifferences() {}

    /**
     * The differences as lines of an open period; none where nothing changed or where the payout now fails.
     *
     * @param closed
     *            what the closed period paid each payee, with the differences that were paid for it since
     * @param now
     *            the closed period, calculated again from everything that is known
     * @param period
     *            the code of the open period
     */
    public static List<Adjustment> of(Map<String, Decimal> closed, SchemeResult now, String closedPeriod,
            String period) {
        List<Adjustment> differences = new ArrayList<>();
        TreeSet<String> payees = new TreeSet<>(closed.keySet());
        for (int i = 0; i < now.size(); i++) {
            payees.add(now.payee(i));
        }
        for (String payee : payees) {
            int index = now.indexOf(payee);
            if (index >= 0 && now.isFailed(index)) {
                continue;
            }
            Decimal due = index < 0 ? Decimal.ZERO : now.payout(index).orElse(Decimal.ZERO);
            Decimal difference = due.minus(closed.getOrDefault(payee, Decimal.ZERO));
            if (!difference.isZero()) {
                differences.add(new Adjustment(now.scheme().document().code(), payee, period, difference,
                        "difference for " + closedPeriod));
            }
        }
        return differences;
    }
}
