package dev.hermes.kernel.internal.evaluation;

import dev.hermes.column.NumberColumn;
import dev.hermes.decimal.DecimalRegister;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as they are compared: a quotient is kept as its two parts, so that comparing it is exact.
 *
 * @param numerator
 *            carries what is missing or failed, for both
 * @param denominator
 *            never zero where the numerator is present; null for whole numbers of one part
 */
public record Operand(NumberColumn numerator, @Nullable NumberColumn denominator) {

    /** The sign of {@code this[i] - other[k]}; both must be present. */
    int compare(int i, Operand other, int k) {
        NumberColumn a = numerator;
        NumberColumn c = other.numerator;
        NumberColumn b = denominator;
        NumberColumn d = other.denominator;
        if (b == null && d == null) {
            return DecimalRegister.compare(a.high(i), a.low(i), c.high(k), c.low(k));
        }
        long bHigh = b == null ? Numbers.ONE.high() : b.high(i);
        long bLow = b == null ? Numbers.ONE.low() : b.low(i);
        long dHigh = d == null ? Numbers.ONE.high() : d.high(k);
        long dLow = d == null ? Numbers.ONE.low() : d.low(k);
        int sign = DecimalRegister.compareProducts(a.high(i), a.low(i), dHigh, dLow, c.high(k), c.low(k), bHigh, bLow);
        return DecimalRegister.signum(bHigh, bLow) * DecimalRegister.signum(dHigh, dLow) * sign;
    }

    /** The sign of {@code this[i] - value}. */
    int compare(int i, long high, long low) {
        NumberColumn b = denominator;
        if (b == null) {
            return DecimalRegister.compare(numerator.high(i), numerator.low(i), high, low);
        }
        int sign = DecimalRegister.compareProducts(numerator.high(i), numerator.low(i), Numbers.ONE.high(),
                Numbers.ONE.low(), high, low, b.high(i), b.low(i));
        return DecimalRegister.signum(b.high(i), b.low(i)) * sign;
    }
}
