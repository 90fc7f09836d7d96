package dev.hermes.testkit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Optional;

/**
 * The arithmetic of {@code dev.hermes.decimal} in {@link BigDecimal}: slow, and short enough to be checked by reading.
 * The fast arithmetic is tested against it. Operands are numbers: at most 26 digits before the decimal point and 12
 * after it. An empty result is an overflow; a divisor of zero throws {@link ArithmeticException}. Stateless.
 */
public final class ReferenceDecimal {

    /** Fractional digits of every number. */
    public static final int SCALE = 12;

    /** The greatest number. */
    public static final BigDecimal MAX = new BigDecimal(BigInteger.TEN.pow(38).subtract(BigInteger.ONE), SCALE);

    private ReferenceDecimal() {}

    /** a + b. */
    public static Optional<BigDecimal> plus(BigDecimal a, BigDecimal b) {
        return rounded(a.add(b), SCALE);
    }

    /** a - b. */
    public static Optional<BigDecimal> minus(BigDecimal a, BigDecimal b) {
        return rounded(a.subtract(b), SCALE);
    }

    /** a × b, rounded once. */
    public static Optional<BigDecimal> times(BigDecimal a, BigDecimal b) {
        return rounded(a.multiply(b), SCALE);
    }

    /** a ÷ b, rounded once. */
    public static Optional<BigDecimal> dividedBy(BigDecimal a, BigDecimal b) {
        return rounded(a.divide(b, SCALE, RoundingMode.HALF_UP), SCALE);
    }

    /** a × b ÷ c, rounded once. */
    public static Optional<BigDecimal> timesDividedBy(BigDecimal a, BigDecimal b, BigDecimal c) {
        return dividedBy(a.multiply(b), c);
    }

    /** The whole number of times that size goes into a, rounded towards zero. */
    public static Optional<BigDecimal> wholeSteps(BigDecimal a, BigDecimal size) {
        return rounded(a.divide(size, 0, RoundingMode.DOWN), SCALE);
    }

    /** a with at most the given number of fractional digits, half away from zero. */
    public static Optional<BigDecimal> rounded(BigDecimal a, int scale) {
        return rounded(a, scale, RoundingMode.HALF_UP);
    }

    /** a with at most the given number of fractional digits, rounded by the given mode. */
    public static Optional<BigDecimal> rounded(BigDecimal a, int scale, RoundingMode mode) {
        return Optional.of(a.setScale(scale, mode)).filter(result -> result.abs().compareTo(MAX) <= 0);
    }

    /** The sum of the numbers. Only the sum itself has to fit. */
    public static Optional<BigDecimal> sum(Collection<BigDecimal> numbers) {
        return rounded(numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add), SCALE);
    }

    /** The sign of a × b - c × d. */
    public static int compareProducts(BigDecimal a, BigDecimal b, BigDecimal c, BigDecimal d) {
        return a.multiply(b).compareTo(c.multiply(d));
    }
}
