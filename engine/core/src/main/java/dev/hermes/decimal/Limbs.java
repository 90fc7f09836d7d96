package dev.hermes.decimal;

/**
 * Arithmetic on limbs: 64-bit digits of a wider integer, the most significant first in every argument list. A signed
 * 128-bit value is in two's complement. Pure functions over primitives, so that nothing is allocated and any thread may
 * call them.
 */
final class Limbs {

    /** Fractional digits of every number. */
    static final int SCALE = 12;

    /** 10^12: the number one in units. */
    static final long UNITS_OF_ONE = 1_000_000_000_000L;

    /** The limbs of 10^38, the smallest magnitude that does not fit. */
    static final long LIMIT_HIGH = 0x4B3B_4CA8_5A86_C47AL;
    static final long LIMIT_LOW = 0x098A_2240_0000_0000L;

    private Limbs() {}

    /** Whether a signed 128-bit value is strictly between -10^38 and 10^38. */
    static boolean fits(long high, long low) {
        if (high < LIMIT_HIGH && high > ~LIMIT_HIGH) {
            return true;
        }
        return high == LIMIT_HIGH
                ? Long.compareUnsigned(low, LIMIT_LOW) < 0
                : high == ~LIMIT_HIGH && Long.compareUnsigned(low, -LIMIT_LOW) > 0;
    }

    /** Throws an {@link IllegalArgumentException} unless the scale is a number of fractional digits from 0 to 12. */
    static void requireScale(int scale) {
        if (scale < 0 || scale > SCALE) {
            throw new IllegalArgumentException("The scale (" + scale + ") must be between 0 and 12.\n"
                    + "Maybe a number of digits before the decimal point was meant.");
        }
    }

    /** Whether a signed 128-bit value is a signed 64-bit value. */
    static boolean isLong(long high, long low) {
        return high == low >> 63;
    }

    /** The carry (0 or 1) out of the unsigned addition left + right (+ a carry in), whose wrapped result is sum. */
    static long carry(long left, long right, long sum) {
        return ((left & right) | ((left | right) & ~sum)) >>> 63;
    }

    /** The borrow (0 or 1) out of the unsigned subtraction left - right (- a borrow in), wrapped to difference. */
    static long borrow(long left, long right, long difference) {
        return ((~left & right) | ((~left | right) & difference)) >>> 63;
    }

    /** The upper limb of a negated 128-bit value. The lower one is {@code -low}. */
    static long negatedHigh(long high, long low) {
        return ~high + (low == 0 ? 1 : 0);
    }

    /** The upper limb of the magnitude of a signed 128-bit value. */
    static long absoluteHigh(long high, long low) {
        return high < 0 ? negatedHigh(high, low) : high;
    }

    /** The lower limb of the magnitude of a signed 128-bit value. */
    static long absoluteLow(long high, long low) {
        return high < 0 ? -low : low;
    }

    /** The sign of the comparison of two signed 128-bit values. */
    static int compare(long aHigh, long aLow, long bHigh, long bLow) {
        return aHigh == bHigh ? Long.compareUnsigned(aLow, bLow) : Long.compare(aHigh, bHigh);
    }

    /** The sign of the comparison of two unsigned 128-bit values. */
    static int compareUnsigned(long aHigh, long aLow, long bHigh, long bLow) {
        return aHigh == bHigh ? Long.compareUnsigned(aLow, bLow) : Long.compareUnsigned(aHigh, bHigh);
    }

    /** The upper limb of high:low shifted left by 0 to 63 bits. */
    static long shiftedHigh(long high, long low, int shift) {
        // Java takes shifts modulo 64. In two steps the lower limb vanishes, as it must, for a shift of 0.
        return (high << shift) | (low >>> 1 >>> (63 - shift));
    }

    /** Limb 1 of the unsigned 128 × 128 bit product. Limb 0, the least significant, is {@code aLow * bLow}. */
    static long productLimb1(long aHigh, long aLow, long bHigh, long bLow) {
        return Math.unsignedMultiplyHigh(aLow, bLow) + aLow * bHigh + aHigh * bLow;
    }

    /** Limb 2 of the unsigned 128 × 128 bit product. */
    static long productLimb2(long aHigh, long aLow, long bHigh, long bLow) {
        return Math.unsignedMultiplyHigh(aLow, bHigh) + Math.unsignedMultiplyHigh(aHigh, bLow) + aHigh * bHigh
                + carryOutOfLimb1(aHigh, aLow, bHigh, bLow);
    }

    /** Limb 3, the most significant, of the unsigned 128 × 128 bit product. */
    static long productLimb3(long aHigh, long aLow, long bHigh, long bLow) {
        long first = Math.unsignedMultiplyHigh(aLow, bHigh);
        long second = Math.unsignedMultiplyHigh(aHigh, bLow);
        long third = aHigh * bHigh;
        long fourth = carryOutOfLimb1(aHigh, aLow, bHigh, bLow);
        long two = first + second;
        long three = two + third;
        return Math.unsignedMultiplyHigh(aHigh, bHigh) + carry(first, second, two) + carry(two, third, three)
                + carry(three, fourth, three + fourth);
    }

    /** The sign of a × b - c × d for unsigned 128-bit values. */
    static int compareProducts(long aHigh, long aLow, long bHigh, long bLow, long cHigh, long cLow, long dHigh,
            long dLow) {
        int upper = compareUnsigned(productLimb3(aHigh, aLow, bHigh, bLow), productLimb2(aHigh, aLow, bHigh, bLow),
                productLimb3(cHigh, cLow, dHigh, dLow), productLimb2(cHigh, cLow, dHigh, dLow));
        return upper != 0
                ? upper
                : compareUnsigned(productLimb1(aHigh, aLow, bHigh, bLow), aLow * bLow,
                        productLimb1(cHigh, cLow, dHigh, dLow), cLow * dLow);
    }

    /** The signed top limb of the 192-bit product of a signed 128-bit value and a count. */
    static long timesTop(long high, long low, long count) {
        long carried = unsignedTimesSignedHigh(low, count);
        long product = high * count;
        return Math.multiplyHigh(high, count) + (carried >> 63) + carry(carried, product, carried + product);
    }

    /** The middle limb of the 192-bit product of a signed 128-bit value and a count. Limb 0 is {@code low * count}. */
    static long timesHigh(long high, long low, long count) {
        return unsignedTimesSignedHigh(low, count) + high * count;
    }

    private static long unsignedTimesSignedHigh(long unsigned, long signed) {
        return Math.unsignedMultiplyHigh(unsigned, signed) - (signed < 0 ? unsigned : 0);
    }

    /** The sum of the signed top limbs of two wide sums and a carry from below. */
    static long addTops(long left, long right, long carry) {
        long sum = left + right + carry;
        if (((left ^ sum) & (right ^ sum)) < 0) {
            throw DecimalException.overflow("A sum of more than 57 digits");
        }
        return sum;
    }

    /** From 0 to 2. */
    private static long carryOutOfLimb1(long aHigh, long aLow, long bHigh, long bLow) {
        long first = Math.unsignedMultiplyHigh(aLow, bLow);
        long second = aLow * bHigh;
        long third = aHigh * bLow;
        long two = first + second;
        return carry(first, second, two) + carry(two, third, two + third);
    }
}
