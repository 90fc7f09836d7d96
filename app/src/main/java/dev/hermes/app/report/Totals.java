package dev.hermes.app.report;

import dev.hermes.kernel.SchemeResult;
import java.math.BigDecimal;
import java.util.stream.IntStream;

/**
 * A scheme's result in a few figures.
 *
 * @param notApplicable
 *            payees of the population to whom the scheme does not apply
 * @param cost
 *            all payouts
 * @param capped
 *            payees from whom a cap took something away
 * @param cuts
 *            how much, negative
 * @param adjusted
 *            payees for whom something was added by hand
 */
record Totals(long paid, long failed, long notApplicable, BigDecimal cost, long capped, BigDecimal cuts,
        long adjusted, BigDecimal adjustments) {

    static Totals of(SchemeResult result) {
        Counting counting = new Counting();
        Statements.of(result).forEach(counting::add);
        long applies = IntStream.range(0, result.size()).filter(result::applies).count();
        return new Totals(counting.paid, applies - counting.paid, result.size() - applies, counting.cost,
                counting.capped, counting.cuts, counting.adjusted, counting.adjustments);
    }

    /** Sums are wider than a number of the engine, which a hundred thousand payouts need not fit. */
    private static final class Counting {

        private long paid;
        private BigDecimal cost = BigDecimal.ZERO;
        private long capped;
        private BigDecimal cuts = BigDecimal.ZERO;
        private long adjusted;
        private BigDecimal adjustments = BigDecimal.ZERO;

        void add(Statement statement) {
            if (statement.failure() != null) {
                return;
            }
            paid++;
            cost = cost.add(statement.payout().orElseThrow().toBigDecimal());
            capped += statement.isCapped() ? 1 : 0;
            cuts = cuts.add(statement.cuts());
            adjusted += statement.adjustments().signum() == 0 ? 0 : 1;
            adjustments = adjustments.add(statement.adjustments());
        }
    }
}
