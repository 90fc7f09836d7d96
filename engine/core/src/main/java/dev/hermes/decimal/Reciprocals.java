package dev.hermes.decimal;

/**
 * Division by multiplication with a reciprocal, which spares the processor's slow division and needs no digits smaller
 * than 64 bits. Divisors are normalised: shifted left until the top bit is set. Pure functions over unsigned limbs, the
 * most significant first.
 *
 * <p>Source: Möller and Granlund, "Improved division by invariant integers", IEEE Transactions on Computers 60 (2011);
 * the algorithm is named at each method.
 */
final class Reciprocals {

    private static final long[] POWERS_OF_TEN = new long[Limbs.SCALE + 1];
    private static final int[] SHIFTS = new int[Limbs.SCALE + 1];
    private static final long[] RECIPROCALS = new long[Limbs.SCALE + 1];

    static {
        long power = 1;
        for (int exponent = 0; exponent <= Limbs.SCALE; exponent++) {
            POWERS_OF_TEN[exponent] = power;
            SHIFTS[exponent] = Long.numberOfLeadingZeros(power);
            RECIPROCALS[exponent] = of(power << SHIFTS[exponent]);
            power *= 10;
        }
    }

    /** The shift that normalises 10^12, and the reciprocal for it. */
    static final int SHIFT_OF_ONE = SHIFTS[Limbs.SCALE];
    static final long RECIPROCAL_OF_ONE = RECIPROCALS[Limbs.SCALE];

    private Reciprocals() {}

    /** 10 to the exponent, which is from 0 to 12. */
    static long powerOfTen(int exponent) {
        return POWERS_OF_TEN[exponent];
    }

    /** The reciprocal floor((2^128 - 1) / divisor) - 2^64 of a normalised divisor of one limb. Algorithm 2. */
    static long of(long divisor) {
        long lowestBit = divisor & 1;
        long top40 = (divisor >>> 24) + 1;
        long top63 = (divisor >>> 1) + lowestBit;
        long guess11 = 0x7FD00 / (int) (divisor >>> 55);
        long guess21 = (guess11 << 11) - ((guess11 * guess11 * top40) >>> 40) - 1;
        long guess34 = (guess21 << 13) + ((guess21 * ((1L << 60) - guess21 * top40)) >>> 47);
        long error = ((guess34 >>> 1) & -lowestBit) - guess34 * top63;
        long guess65 = (guess34 << 31) + (Math.unsignedMultiplyHigh(guess34, error) >>> 1);
        long low = guess65 * divisor;
        return guess65 - Math.unsignedMultiplyHigh(guess65, divisor) - divisor
                - Limbs.carry(low, divisor, low + divisor);
    }

    /** The reciprocal floor((2^192 - 1) / (high:low)) - 2^64 of a normalised divisor of two limbs. Algorithm 6. */
    static long of(long high, long low) {
        long reciprocal = of(high);
        long product = high * reciprocal + low;
        if (Long.compareUnsigned(product, low) < 0) {
            reciprocal--;
            if (Long.compareUnsigned(product, high) >= 0) {
                reciprocal--;
                product -= high;
            }
            product -= high;
        }
        long correction = Math.unsignedMultiplyHigh(reciprocal, low);
        product += correction;
        if (Long.compareUnsigned(product, correction) < 0) {
            long lowest = reciprocal * low;
            reciprocal--;
            if (Limbs.compareUnsigned(product, lowest, high, low) >= 0) {
                reciprocal--;
            }
        }
        return reciprocal;
    }

    /** The quotient, one limb, of high:low by a normalised divisor greater than high. Algorithm 4. */
    static long quotient(long high, long low, long divisor, long reciprocal) {
        long fraction = reciprocal * high + low;
        long quotient = Math.unsignedMultiplyHigh(reciprocal, high) + high
                + Limbs.carry(reciprocal * high, low, fraction) + 1;
        long remainder = low - quotient * divisor;
        if (Long.compareUnsigned(remainder, fraction) > 0) {
            quotient--;
            remainder += divisor;
        }
        return Long.compareUnsigned(remainder, divisor) >= 0 ? quotient + 1 : quotient;
    }

    /** The quotient, one limb, of high:middle:low by a normalised divisor greater than high:middle. Algorithm 5. */
    static long quotient(long high, long middle, long low, long divisorHigh, long divisorLow, long reciprocal) {
        long product = reciprocal * high;
        long fraction = product + middle;
        long quotient = Math.unsignedMultiplyHigh(reciprocal, high) + high + Limbs.carry(product, middle, fraction);
        long subtrahendLow = quotient * divisorLow;
        long beforeLow = low - subtrahendLow;
        long beforeHigh = middle - quotient * divisorHigh - Math.unsignedMultiplyHigh(quotient, divisorLow)
                - Limbs.borrow(low, subtrahendLow, beforeLow);
        // One more is the better guess. It is subtracted by itself, since quotient + 1 may wrap to zero.
        quotient++;
        long remainderLow = beforeLow - divisorLow;
        long remainderHigh = beforeHigh - divisorHigh - Limbs.borrow(beforeLow, divisorLow, remainderLow);
        if (Long.compareUnsigned(remainderHigh, fraction) >= 0) {
            quotient--;
            remainderLow = beforeLow;
            remainderHigh = beforeHigh;
        }
        boolean oneMore = Limbs.compareUnsigned(remainderHigh, remainderLow, divisorHigh, divisorLow) >= 0;
        return oneMore ? quotient + 1 : quotient;
    }

    /** What division of a magnitude below 2^127 by 10 to the exponent, which is from 0 to 12, leaves over. */
    static long remainderOfPowerOfTen(long high, long low, int exponent) {
        int shift = SHIFTS[exponent];
        long divisor = POWERS_OF_TEN[exponent] << shift;
        long reciprocal = RECIPROCALS[exponent];
        long top = Limbs.shiftedHigh(0, high, shift);
        long middle = Limbs.shiftedHigh(high, low, shift);
        long bottom = low << shift;
        long carried = middle - quotient(top, middle, divisor, reciprocal) * divisor;
        return (bottom - quotient(carried, bottom, divisor, reciprocal) * divisor) >>> shift;
    }
}
