package dev.hermes.app.report;

import dev.hermes.kernel.CalcResult;
import dev.hermes.kernel.SchemeResult;
import java.util.Optional;

/** Picks payouts out of many. Stateless. */
public final class Payouts {

    private Payouts() {}

    /** One payout. */
    public record Payout(String scheme, String payee) {}

    /** The first of those whose statement has the most lines; empty where nobody is paid. */
    public static Optional<Payout> mostTelling(CalcResult result) {
        Payout most = null;
        int lines = 0;
        for (SchemeResult scheme : result.schemes()) {
            for (int index = 0; index < scheme.size(); index++) {
                if (scheme.payout(index).isPresent() && scheme.lines(index).size() > lines) {
                    lines = scheme.lines(index).size();
                    most = new Payout(scheme.scheme().document().code(), scheme.payee(index));
                }
            }
        }
        return Optional.ofNullable(most);
    }
}
