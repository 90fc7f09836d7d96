package dev.hermes.decimal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number of the engine: at most 38 digits, 12 of them after the decimal point, SQL's {@code DECIMAL(38,12)}. Stored
 * as a signed 128-bit count of units of 10^-12 that is strictly between -10^38 and 10^38.
 *
 * <p>Addition and subtraction are exact. Every other operation takes its exact result and rounds it once, to 12
 * fractional digits, half away from zero. What does not fit throws a {@link DecimalException} of kind OVERFLOW; nothing
 * wraps and nothing is approximated. Loops over columns use {@link DecimalRegister} instead, which allocates nothing.
 *
 * <p>There is one representation of each value: 1.5 and 1.50 are equal, and there is no negative zero. Immutable.
 */
public final class Decimal implements Comparable<Decimal> {

    /** 0. */
    public static final Decimal ZERO = new Decimal(0, 0);

    /** 1. */
    public static final Decimal ONE = new Decimal(0, Limbs.UNITS_OF_ONE);

    /** The greatest number: 26 nines before and 12 nines after the decimal point. */
    public static final Decimal MAX = new Decimal(Limbs.LIMIT_HIGH, Limbs.LIMIT_LOW - 1);

    /** The least number: the negation of {@link #MAX}. */
    public static final Decimal MIN = MAX.negated();

    private final long high;
    private final long low;

    private Decimal(long high, long low) {
        this.high = high;
        this.low = low;
    }

    /** The given integer. */
    public static Decimal of(long integer) {
        return new Decimal(Math.multiplyHigh(integer, Limbs.UNITS_OF_ONE), integer * Limbs.UNITS_OF_ONE);
    }

    /**
     * The number equal to the given one, whatever its scale.
     *
     * @throws DecimalException of kind FORMAT if it has more than 12 fractional digits (it is not rounded), of kind
     *         OVERFLOW if it has more than 26 digits before the decimal point
     */
    public static Decimal of(BigDecimal number) {
        return DecimalText.of(number);
    }

    /**
     * The number of the given 128-bit count of units of 10^-12, in two's complement.
     *
     * @param high the signed upper 64 bits
     * @param low the unsigned lower 64 bits
     * @throws DecimalException of kind OVERFLOW if the count has more than 38 digits
     */
    public static Decimal ofBits(long high, long low) {
        if (!Limbs.fits(high, low)) {
            throw DecimalException.overflow(DecimalText.toBigDecimal(high, low).toPlainString());
        }
        return new Decimal(high, low);
    }

    /**
     * Reads an optional sign, digits and, optionally, a point followed by digits: {@code -12.50}. Neither exponents nor
     * spaces, underscores or grouping. Zeros beyond 12 fractional digits are allowed.
     *
     * @throws DecimalException of kind FORMAT if the text is something else or has more than 12 fractional digits (it
     *         is not rounded), of kind OVERFLOW if it has more than 26 digits before the decimal point
     */
    public static Decimal parse(String text) {
        return DecimalText.parse(text);
    }

    /** The signed upper 64 bits of this number in units of 10^-12. */
    public long high() {
        return high;
    }

    /** The unsigned lower 64 bits of this number in units of 10^-12. */
    public long low() {
        return low;
    }

    /** This + addend, exactly. */
    public Decimal plus(Decimal addend) {
        DecimalRegister register = new DecimalRegister();
        boolean fits = register.add(high, low, addend.high, addend.low);
        return result(fits, register, "+", addend);
    }

    /** This - subtrahend, exactly. */
    public Decimal minus(Decimal subtrahend) {
        DecimalRegister register = new DecimalRegister();
        boolean fits = register.subtract(high, low, subtrahend.high, subtrahend.low);
        return result(fits, register, "-", subtrahend);
    }

    /** This × multiplier, rounded once. */
    public Decimal times(Decimal multiplier) {
        DecimalRegister register = new DecimalRegister();
        boolean fits = register.multiply(high, low, multiplier.high, multiplier.low);
        return result(fits, register, "×", multiplier);
    }

    /**
     * This ÷ divisor, rounded once.
     *
     * @throws DecimalException also of kind DIVISION_BY_ZERO
     */
    public Decimal dividedBy(Decimal divisor) {
        requireDivisor("÷", divisor);
        DecimalRegister register = new DecimalRegister();
        boolean fits = register.divide(high, low, divisor.high, divisor.low);
        return result(fits, register, "÷", divisor);
    }

    /**
     * This × multiplier ÷ divisor, rounded once: amount × days ÷ basis. The product may be wider than a number.
     *
     * @throws DecimalException also of kind DIVISION_BY_ZERO
     */
    public Decimal timesDividedBy(Decimal multiplier, Decimal divisor) {
        if (divisor.isZero()) {
            throw DecimalException.divisionByZero(this + " × " + multiplier + " ÷ " + divisor);
        }
        DecimalRegister register = new DecimalRegister();
        if (!register.multiplyDivide(high, low, multiplier.high, multiplier.low, divisor.high, divisor.low)) {
            throw DecimalException.overflow(this + " × " + multiplier + " ÷ " + divisor);
        }
        return new Decimal(register.high, register.low);
    }

    /**
     * The whole number of times that size goes into this: the exact quotient without its fraction, rounded towards
     * zero.
     *
     * @throws DecimalException also of kind DIVISION_BY_ZERO
     */
    public Decimal wholeSteps(Decimal size) {
        requireDivisor("in whole steps of", size);
        DecimalRegister register = new DecimalRegister();
        return result(register.wholeSteps(high, low, size.high, size.low), register, "in whole steps of", size);
    }

    /** This with the opposite sign. */
    public Decimal negated() {
        return new Decimal(Limbs.negatedHigh(high, low), -low);
    }

    /** The magnitude of this. */
    public Decimal abs() {
        return high < 0 ? negated() : this;
    }

    /** -1, 0 or 1 as this is negative, zero or positive. */
    public int signum() {
        return DecimalRegister.signum(high, low);
    }

    /** Whether this is 0. */
    public boolean isZero() {
        return (high | low) == 0;
    }

    /** Whether this has no fraction. */
    public boolean isInteger() {
        return Reciprocals.remainderOfPowerOfTen(Limbs.absoluteHigh(high, low), Limbs.absoluteLow(high, low),
                Limbs.SCALE) == 0;
    }

    /** The lesser of this and other. */
    public Decimal min(Decimal other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The greater of this and other. */
    public Decimal max(Decimal other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The nearest number with at most the given number of fractional digits, 0 to 12; half goes away from zero. */
    public Decimal roundedTo(int scale) {
        DecimalRegister register = new DecimalRegister();
        return result(register.round(high, low, scale), register, scale);
    }

    /** The greatest integer that is not above this. */
    public Decimal floor() {
        return floorTo(0);
    }

    /** The greatest number with at most the given number of fractional digits, 0 to 12, that is not above this. */
    public Decimal floorTo(int scale) {
        DecimalRegister register = new DecimalRegister();
        return result(register.floor(high, low, scale), register, scale);
    }

    /** The least integer that is not below this. */
    public Decimal ceil() {
        return ceilTo(0);
    }

    /** The least number with at most the given number of fractional digits, 0 to 12, that is not below this. */
    public Decimal ceilTo(int scale) {
        DecimalRegister register = new DecimalRegister();
        return result(register.ceil(high, low, scale), register, scale);
    }

    /** The integer part of this, its fraction cut off. */
    public Decimal truncated() {
        DecimalRegister register = new DecimalRegister();
        return result(register.truncate(high, low), register, 0);
    }

    /** Compares by value. */
    @Override
    public int compareTo(Decimal other) {
        return Limbs.compare(high, low, other.high, other.low);
    }

    /** Whether the other is a number of the same value. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Decimal number && high == number.high && low == number.low;
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(high) + Long.hashCode(low);
    }

    /** The same value without trailing zeros, its scale from 0 to 12. */
    public BigDecimal toBigDecimal() {
        return DecimalText.toBigDecimal(high, low);
    }

    /**
     * The same value, of this scale where that shows all its fractional digits, otherwise of the least that does.
     *
     * @param scale
     *            0 to 12
     */
    public BigDecimal toBigDecimal(int scale) {
        return DecimalText.toBigDecimal(high, low, scale);
    }

    /** The canonical text, which {@link #parse} reads: no trailing zeros, no exponent. {@code 12.5}, {@code -0.001}. */
    @Override
    public String toString() {
        return DecimalText.toString(high, low, 0);
    }

    /** The canonical text with zeros added to show at least the given number of fractional digits, 0 to 12. */
    public String toStringMinimum(int scale) {
        return DecimalText.toString(high, low, scale);
    }

    private void requireDivisor(String operator, Decimal divisor) {
        if (divisor.isZero()) {
            throw DecimalException.divisionByZero(this + " " + operator + " " + divisor);
        }
    }

    private Decimal result(boolean fits, DecimalRegister register, String operator, Decimal operand) {
        if (!fits) {
            throw DecimalException.overflow(this + " " + operator + " " + operand);
        }
        return new Decimal(register.high, register.low);
    }

    private Decimal result(boolean fits, DecimalRegister register, int scale) {
        if (!fits) {
            throw DecimalException.overflow(this + " rounded to " + scale + " fractional digits");
        }
        return new Decimal(register.high, register.low);
    }
}
