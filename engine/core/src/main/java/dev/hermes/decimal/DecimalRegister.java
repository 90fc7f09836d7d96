package dev.hermes.decimal;

/**
 * Decimal arithmetic without allocation, for loops over columns. A number is a pair of longs, the signed high and the
 * unsigned low 64 bits of its unscaled value, in units of 10^-12; see {@link Decimal}. Every operand must fit (see
 * {@link #fits}): numbers that came out of a register, a {@link Decimal} or a checked column do.
 *
 * <p>An operation leaves its result in {@link #high} and {@link #low} and returns true. It returns false if the result
 * has more than 26 digits before the decimal point: that is a failure of the figure, and the two fields then hold
 * nothing meaningful. Mutable and not thread-safe: one register for each worker.
 */
public final class DecimalRegister {

    /** The signed upper 64 bits of the last result, in units of 10^-12. */
    public long high;

    /** The unsigned lower 64 bits of the last result. */
    public long low;

    private final Quotient quotient = new Quotient();

    /** Whether a pair of longs is a number: at most 38 digits, that is strictly between -10^38 and 10^38 units. */
    public static boolean fits(long high, long low) {
        return Limbs.fits(high, low);
    }

    /** -1, 0 or 1 as the number is negative, zero or positive. */
    public static int signum(long high, long low) {
        return high < 0 ? -1 : (high | low) == 0 ? 0 : 1;
    }

    /** -1, 0 or 1 as a is less than, equal to or greater than b. */
    public static int compare(long aHigh, long aLow, long bHigh, long bLow) {
        return Limbs.compare(aHigh, aLow, bHigh, bLow);
    }

    /**
     * The sign of a × b - c × d, exactly. Decides a / d against c / b, for positive d and b, without a rounded
     * quotient.
     */
    public static int compareProducts(long aHigh, long aLow, long bHigh, long bLow, long cHigh, long cLow, long dHigh,
            long dLow) {
        if (Limbs.isLong(aHigh, aLow) && Limbs.isLong(bHigh, bLow) && Limbs.isLong(cHigh, cLow)
                && Limbs.isLong(dHigh, dLow)) {
            return Limbs.compare(Math.multiplyHigh(aLow, bLow), aLow * bLow, Math.multiplyHigh(cLow, dLow),
                    cLow * dLow);
        }
        int left = signum(aHigh, aLow) * signum(bHigh, bLow);
        int right = signum(cHigh, cLow) * signum(dHigh, dLow);
        if (left != right || left == 0) {
            return Integer.compare(left, right);
        }
        return left * Limbs.compareProducts(Limbs.absoluteHigh(aHigh, aLow), Limbs.absoluteLow(aHigh, aLow),
                Limbs.absoluteHigh(bHigh, bLow), Limbs.absoluteLow(bHigh, bLow), Limbs.absoluteHigh(cHigh, cLow),
                Limbs.absoluteLow(cHigh, cLow), Limbs.absoluteHigh(dHigh, dLow), Limbs.absoluteLow(dHigh, dLow));
    }

    /** a + b, exactly. */
    public boolean add(long aHigh, long aLow, long bHigh, long bLow) {
        low = aLow + bLow;
        high = aHigh + bHigh + Limbs.carry(aLow, bLow, low);
        // Twice the largest number, 2 × 10^38, may wrap around, but to 2 × 10^38 - 2^128, which does not fit either.
        return Limbs.fits(high, low);
    }

    /** a - b, exactly. */
    public boolean subtract(long aHigh, long aLow, long bHigh, long bLow) {
        low = aLow - bLow;
        high = aHigh - bHigh - Limbs.borrow(aLow, bLow, low);
        return Limbs.fits(high, low);
    }

    /** -a. Always fits. */
    public boolean negate(long aHigh, long aLow) {
        low = -aLow;
        high = Limbs.negatedHigh(aHigh, aLow);
        return true;
    }

    /** a × b, rounded once, half away from zero, to 12 fractional digits. */
    public boolean multiply(long aHigh, long aLow, long bHigh, long bLow) {
        long xHigh = Limbs.absoluteHigh(aHigh, aLow);
        long x = Limbs.absoluteLow(aHigh, aLow);
        long yHigh = Limbs.absoluteHigh(bHigh, bLow);
        long y = Limbs.absoluteLow(bHigh, bLow);
        boolean divided = (xHigh | yHigh) == 0
                ? quotient.divideByUnitsOfOne(0, Math.unsignedMultiplyHigh(x, y), x * y)
                : Limbs.productLimb3(xHigh, x, yHigh, y) == 0 && quotient.divideByUnitsOfOne(
                        Limbs.productLimb2(xHigh, x, yHigh, y), Limbs.productLimb1(xHigh, x, yHigh, y), x * y);
        return divided && settleHalfUp((aHigh ^ bHigh) < 0);
    }

    /**
     * a ÷ b, rounded once, half away from zero, to 12 fractional digits. Ask for {@code signum(bHigh, bLow) == 0}
     * first.
     *
     * @throws DecimalException of kind DIVISION_BY_ZERO if b is zero
     */
    public boolean divide(long aHigh, long aLow, long bHigh, long bLow) {
        return multiplyDivide(aHigh, aLow, 0, Limbs.UNITS_OF_ONE, bHigh, bLow);
    }

    /**
     * a × b ÷ c, rounded once, half away from zero, to 12 fractional digits: amount × days ÷ basis. The product may be
     * wider than a number. Ask for {@code signum(cHigh, cLow) == 0} first.
     *
     * @throws DecimalException of kind DIVISION_BY_ZERO if c is zero
     */
    public boolean multiplyDivide(long aHigh, long aLow, long bHigh, long bLow, long cHigh, long cLow) {
        requireDivisor(aHigh, aLow, cHigh, cLow);
        long xHigh = Limbs.absoluteHigh(aHigh, aLow);
        long x = Limbs.absoluteLow(aHigh, aLow);
        long yHigh = Limbs.absoluteHigh(bHigh, bLow);
        long y = Limbs.absoluteLow(bHigh, bLow);
        long zHigh = Limbs.absoluteHigh(cHigh, cLow);
        long z = Limbs.absoluteLow(cHigh, cLow);
        boolean divided = (xHigh | yHigh) == 0
                ? quotient.divide(0, 0, Math.unsignedMultiplyHigh(x, y), x * y, zHigh, z)
                : quotient.divide(Limbs.productLimb3(xHigh, x, yHigh, y), Limbs.productLimb2(xHigh, x, yHigh, y),
                        Limbs.productLimb1(xHigh, x, yHigh, y), x * y, zHigh, z);
        return divided && settleHalfUp((aHigh ^ bHigh ^ cHigh) < 0);
    }

    /**
     * The whole number of times that size goes into a: the exact quotient without its fraction, rounded towards zero.
     * Ask for {@code signum(sizeHigh, sizeLow) == 0} first.
     *
     * @throws DecimalException of kind DIVISION_BY_ZERO if the size is zero
     */
    public boolean wholeSteps(long aHigh, long aLow, long sizeHigh, long sizeLow) {
        requireDivisor(aHigh, aLow, sizeHigh, sizeLow);
        boolean divided = quotient.divide(0, 0, Limbs.absoluteHigh(aHigh, aLow), Limbs.absoluteLow(aHigh, aLow),
                Limbs.absoluteHigh(sizeHigh, sizeLow), Limbs.absoluteLow(sizeHigh, sizeLow));
        long countHigh = quotient.high;
        long count = quotient.low;
        return divided && Limbs.productLimb2(0, Limbs.UNITS_OF_ONE, countHigh, count) == 0
                && settle((aHigh ^ sizeHigh) < 0, Limbs.productLimb1(0, Limbs.UNITS_OF_ONE, countHigh, count),
                        Limbs.UNITS_OF_ONE * count);
    }

    /** The nearest number with at most the given number of fractional digits, 0 to 12; half goes away from zero. */
    public boolean round(long aHigh, long aLow, int scale) {
        long excess = excess(aHigh, aLow, scale);
        long step = step(scale);
        return moveAwayFromZero(aHigh, aLow, 2 * excess >= step ? step - excess : -excess);
    }

    /** The greatest integer that is not above a. */
    public boolean floor(long aHigh, long aLow) {
        return floor(aHigh, aLow, 0);
    }

    /** The greatest number with at most the given number of fractional digits, 0 to 12, that is not above a. */
    public boolean floor(long aHigh, long aLow, int scale) {
        long excess = excess(aHigh, aLow, scale);
        return moveAwayFromZero(aHigh, aLow, aHigh < 0 && excess != 0 ? step(scale) - excess : -excess);
    }

    /** The least integer that is not below a. */
    public boolean ceil(long aHigh, long aLow) {
        return ceil(aHigh, aLow, 0);
    }

    /** The least number with at most the given number of fractional digits, 0 to 12, that is not below a. */
    public boolean ceil(long aHigh, long aLow, int scale) {
        long excess = excess(aHigh, aLow, scale);
        return moveAwayFromZero(aHigh, aLow, aHigh >= 0 && excess != 0 ? step(scale) - excess : -excess);
    }

    /** The integer part of a, its fraction cut off. Always fits. */
    public boolean truncate(long aHigh, long aLow) {
        return moveAwayFromZero(aHigh, aLow, -excess(aHigh, aLow, 0));
    }

    private static void requireDivisor(long aHigh, long aLow, long divisorHigh, long divisorLow) {
        if ((divisorHigh | divisorLow) == 0) {
            throw DecimalException.divisionByZero(Decimal.ofBits(aHigh, aLow) + " ÷ 0");
        }
    }

    private static long step(int scale) {
        return Reciprocals.powerOfTen(Limbs.SCALE - scale);
    }

    /** How far the magnitude of a is above the last multiple of the scale's step, in units. */
    private static long excess(long aHigh, long aLow, int scale) {
        Limbs.requireScale(scale);
        return Reciprocals.remainderOfPowerOfTen(Limbs.absoluteHigh(aHigh, aLow), Limbs.absoluteLow(aHigh, aLow),
                Limbs.SCALE - scale);
    }

    /** Moves a by so many units away from zero, towards it if negative. */
    private boolean moveAwayFromZero(long aHigh, long aLow, long distance) {
        long change = aHigh < 0 ? -distance : distance;
        return add(aHigh, aLow, change >> 63, change);
    }

    private boolean settleHalfUp(boolean negative) {
        quotient.roundHalfUp();
        return settle(negative, quotient.high, quotient.low);
    }

    private boolean settle(boolean negative, long magnitudeHigh, long magnitudeLow) {
        high = negative ? Limbs.negatedHigh(magnitudeHigh, magnitudeLow) : magnitudeHigh;
        low = negative ? -magnitudeLow : magnitudeLow;
        return Limbs.compareUnsigned(magnitudeHigh, magnitudeLow, Limbs.LIMIT_HIGH, Limbs.LIMIT_LOW) < 0;
    }
}
