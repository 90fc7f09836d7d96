package dev.hermes.kernel;

import dev.hermes.column.NumberColumn;
import dev.hermes.decimal.Decimal;
import dev.hermes.decimal.DecimalRegister;
import dev.hermes.model.Failure;
import dev.hermes.model.Message;
import org.jspecify.annotations.Nullable;

/** What is done to amounts on their way to a payout. Not thread-safe. */
final class Amounts {

    private final DecimalRegister register = new DecimalRegister();

    /** Amount × days ÷ basis, rounded once. */
    NumberColumn prorate(NumberColumn amounts, NumberColumn days, NumberColumn basis) {
        NumberColumn prorated = new NumberColumn(amounts.size());
        for (int k = 0; k < amounts.size(); k++) {
            Failure failure = (days.isFailed(k) ? days : basis).failure(k);
            if (!amounts.isPresent(k)) {
                prorated.copyState(k, amounts, k);
            } else if (failure != null) {
                prorated.setFailure(k, failure.within("proration"));
            } else if ((basis.high(k) | basis.low(k)) == 0) {
                prorated.setFailure(k,
                        Failure.divisionByZero(amounts.text(k) + " × " + days.text(k), "0").within("proration"));
            } else if (register.multiplyDivide(amounts.high(k), amounts.low(k), days.high(k), days.low(k),
                    basis.high(k), basis.low(k))) {
                prorated.set(k, register.high, register.low);
            } else {
                prorated.setFailure(k,
                        Failure.overflow(Message.of("The proration of {0}", amounts.text(k))).within("proration"));
            }
        }
        return prorated;
    }

    /** What lies above the bounds becomes the bound. */
    static NumberColumn atMost(NumberColumn amounts, NumberColumn bounds) {
        return limit(amounts, bounds, 1, "cap");
    }

    /** What lies below the bounds becomes the bound. */
    static NumberColumn atLeast(NumberColumn amounts, NumberColumn bounds) {
        return limit(amounts, bounds, -1, "floor");
    }

    private static NumberColumn limit(NumberColumn amounts, NumberColumn bounds, int sign, String place) {
        NumberColumn limited = new NumberColumn(amounts.size());
        for (int k = 0; k < amounts.size(); k++) {
            Failure failure = bounds.failure(k);
            if (!amounts.isPresent(k)) {
                limited.copyState(k, amounts, k);
            } else if (failure != null) {
                limited.setFailure(k, failure.within(place));
            } else {
                boolean beyond = DecimalRegister.compare(amounts.high(k), amounts.low(k), bounds.high(k),
                        bounds.low(k)) * sign > 0;
                limited.copy(k, beyond ? bounds : amounts, k);
            }
        }
        return limited;
    }

    /** Rounds half up. */
    NumberColumn round(NumberColumn amounts, int scale) {
        NumberColumn rounded = new NumberColumn(amounts.size());
        for (int k = 0; k < amounts.size(); k++) {
            if (!amounts.isPresent(k)) {
                rounded.copyState(k, amounts, k);
            } else if (register.round(amounts.high(k), amounts.low(k), scale)) {
                rounded.set(k, register.high, register.low);
            } else {
                rounded.setFailure(k, Failure.overflow(Message.of("The rounding of {0}", amounts.text(k))));
            }
        }
        return rounded;
    }

    /** The same amounts, what failed in this step and not before it saying so. */
    static NumberColumn within(String step, @Nullable NumberColumn before, NumberColumn amounts) {
        for (int k = 0; k < amounts.size() && !amounts.allPresent(); k++) {
            Failure failure = amounts.failure(k);
            if (failure != null && (before == null || !before.isFailed(k))) {
                amounts.setFailure(k, failure.within(step));
            }
        }
        return amounts;
    }

    /** Adds to one amount. */
    void add(NumberColumn amounts, int k, Decimal amount) {
        if (register.add(amounts.high(k), amounts.low(k), amount.high(), amount.low())) {
            amounts.set(k, register.high, register.low);
        } else {
            amounts.setFailure(k, Failure.overflow(amounts.text(k) + " + " + amount).within("adjustments"));
        }
    }
}
