package dev.hermes.testkit.reference;

import dev.hermes.formula.Expression.ArithmeticOperator;
import dev.hermes.model.Failure;
import java.math.BigDecimal;
import java.util.List;

/**
 * A number to be compared, not rounded.
 *
 * @param dividend
 *            a number, or why there is none
 * @param divisor
 *            not zero
 */
record Fraction(Figure dividend, BigDecimal divisor) {

    static Fraction whole(Figure number) {
        return new Fraction(number, BigDecimal.ONE);
    }

    static Fraction of(Figure dividend, Figure divisor) {
        Figure absent = Arithmetic.absent(List.of(dividend, divisor));
        if (absent != null) {
            return whole(absent);
        }
        return divisor.number().signum() == 0
                ? whole(Figure.failed(Failure.divisionByZero(dividend.text(), divisor.text())))
                : new Fraction(dividend, divisor.number());
    }

    /** The sign of the exact difference; both must be present. */
    int compareTo(Fraction other) {
        int sign = dividend.number().multiply(other.divisor).compareTo(other.dividend.number().multiply(divisor));
        return sign * divisor.signum() * other.divisor.signum();
    }

    /** The quotient, rounded. */
    Figure rounded() {
        return dividend.isPresent() && divisor.compareTo(BigDecimal.ONE) != 0
                ? Arithmetic.apply(ArithmeticOperator.DIVIDED_BY, dividend, Figure.of(divisor))
                : dividend;
    }
}
