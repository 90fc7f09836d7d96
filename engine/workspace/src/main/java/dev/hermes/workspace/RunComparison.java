package dev.hermes.workspace;

import dev.hermes.decimal.Decimal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Two results side by side, payee by payee. Immutable.
 *
 * @param same
 *            how many payees have the same in both: amount or failure, and balances
 * @param differences
 *            the other payees, in the order of their text
 * @param before
 *            all payouts of the first
 * @param after
 *            all payouts of the second
 */
public record RunComparison(long same, List<Difference> differences, BigDecimal before, BigDecimal after) {

    public RunComparison {
        differences = List.copyOf(differences);
    }

    /** What became of a payee. */
    public enum Change {
        ADDED, GONE, CHANGED
    }

    /**
     * A payee who has something else in one than in the other.
     *
     * @param before
     *            null: not paid in the first
     * @param after
     *            null: not paid in the second
     */
    public record Difference(@Nullable PayoutRecord before, @Nullable PayoutRecord after) {

        public Difference {
            if (before == null && after == null) {
                throw new IllegalArgumentException("A difference needs a payee in one of the two results.");
            }
        }

        public String payee() {
            return Objects.requireNonNull(before == null ? after : before).payee();
        }

        public Change change() {
            return before == null ? Change.ADDED : after == null ? Change.GONE : Change.CHANGED;
        }

        /** How much more is paid in the second; a failure and a payee who is not there are paid nothing. */
        public BigDecimal amount() {
            return paid(after).subtract(paid(before));
        }
    }

    /** Compares results of which each has a payee at most once. */
    public static RunComparison of(List<PayoutRecord> before, List<PayoutRecord> after) {
        Map<String, PayoutRecord> left = byPayee(before);
        Map<String, PayoutRecord> right = byPayee(after);
        Map<String, Difference> differences = new TreeMap<>();
        left.forEach((payee, payout) -> differences.put(payee, new Difference(payout, right.get(payee))));
        right.forEach((payee, payout) -> differences.putIfAbsent(payee, new Difference(null, payout)));
        List<Difference> changed = new ArrayList<>(differences.values());
        changed.removeIf(difference -> Objects.equals(difference.before(), difference.after()));
        return new RunComparison(differences.size() - (long) changed.size(), changed, total(before), total(after));
    }

    /** How many payees a change has happened to. */
    public long count(Change change) {
        return differences.stream().filter(difference -> difference.change() == change).count();
    }

    /** Whether every payee has the same, to the last digit. */
    public boolean isSame() {
        return differences.isEmpty();
    }

    private static Map<String, PayoutRecord> byPayee(List<PayoutRecord> payouts) {
        Map<String, PayoutRecord> byPayee = new TreeMap<>();
        for (PayoutRecord payout : payouts) {
            if (byPayee.put(payout.payee(), payout) != null) {
                throw new IllegalArgumentException("The payee " + payout.payee() + " is in a result twice.");
            }
        }
        return byPayee;
    }

    /** Sums are wider than a number of the engine, which a hundred thousand payouts need not fit. */
    static BigDecimal total(List<PayoutRecord> payouts) {
        return payouts.stream().map(RunComparison::paid).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal paid(@Nullable PayoutRecord payout) {
        Decimal amount = payout == null ? null : payout.amount();
        return amount == null ? BigDecimal.ZERO : amount.toBigDecimal();
    }
}
