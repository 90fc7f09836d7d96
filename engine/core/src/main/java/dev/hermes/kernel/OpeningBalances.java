package dev.hermes.kernel;

import dev.hermes.column.NumberColumn;
import dev.hermes.decimal.Decimal;
import dev.hermes.model.CalcInputs;
import dev.hermes.model.Failure;
import dev.hermes.model.FailureCode;
import dev.hermes.model.Message;
import dev.hermes.model.OpeningBalance;
import dev.hermes.model.Scheme;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The balances with which payees enter a period: what was brought in for it, else what the scheme's lineage carried out
 * of the period before, else, in the scheme's first period, what the scheme declares. Immutable.
 */
final class OpeningBalances {

    private record Key(String balance, String payee) {}

    private final Map<Key, Decimal> uploaded = new HashMap<>();
    private final @Nullable Map<String, Map<String, Decimal>> carried;
    private final Set<String> failed;
    private final boolean isFirstPeriod;

    OpeningBalances(CalcInputs.Balances balances, String lineage, String period, boolean isFirstPeriod) {
        for (OpeningBalance balance : balances.uploaded()) {
            if (balance.lineage().equals(lineage) && balance.period().equals(period)) {
                uploaded.putIfAbsent(new Key(balance.balance(), balance.payee()), balance.value());
            }
        }
        carried = balances.carried().get(lineage);
        failed = balances.failed().getOrDefault(lineage, Set.of());
        this.isFirstPeriod = isFirstPeriod;
    }

    /** Sets the opening value of one payee, or why it is not known. */
    void open(Scheme.Balance balance, String payee, int i, NumberColumn opening) {
        Decimal given = uploaded.get(new Key(balance.code(), payee));
        if (given != null) {
            opening.set(i, given);
        } else if (failed.contains(payee) || carried == null && !isFirstPeriod) {
            opening.setFailure(i,
                    Failure.of(FailureCode.NO_BALANCE, Message.of(
                            "The balance {0} of {1} is not known: calculate the period before, or bring in an opening "
                                    + "balance",
                            balance.code(), payee)));
        } else {
            opening.set(i, carried == null
                    ? balance.opening()
                    : carried.getOrDefault(payee, Map.of()).getOrDefault(balance.code(), balance.opening()));
        }
    }
}
