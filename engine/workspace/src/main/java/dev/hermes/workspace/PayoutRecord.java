package dev.hermes.workspace;

import dev.hermes.decimal.Decimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one payee gets, or why not.
 *
 * @param payee
 *            the assignment key in text form, or the person, as the scheme pays
 * @param amount
 *            in the scheme's currency; null where it failed
 * @param failure
 *            why there is no amount; null where there is one
 * @param closingBalances
 *            the values with which the next period opens, by the balance's code; none where the payout failed
 */
public record PayoutRecord(String payee, @Nullable Decimal amount, @Nullable String failure,
        Map<String, Decimal> closingBalances) {

    public PayoutRecord {
        closingBalances = Map.copyOf(closingBalances);
        if ((amount == null) == (failure == null)) {
            throw new IllegalArgumentException("The payout of " + payee + " needs an amount or a failure, not both.");
        }
    }
}
