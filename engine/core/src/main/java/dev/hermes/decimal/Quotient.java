package dev.hermes.decimal;

/**
 * Long division of unsigned integers of up to 256 bits by up to 127 bits, the most significant limb first. Mutable
 * scratch: the fields hold the last quotient, rounded towards zero, and what it left over. Not thread-safe.
 */
final class Quotient {

    /** The quotient's limbs: below 2^127 whenever the division returned true. */
    long high;
    long low;

    private long remainderHigh;
    private long remainderLow;
    private long divisorHigh;
    private long divisorLow;

    /**
     * Divides n3:n2:n1:n0 by dHigh:dLow, which is not zero and below 2^127. Returns false, the fields then undefined,
     * if the quotient has more than 127 bits.
     */
    boolean divide(long n3, long n2, long n1, long n0, long dHigh, long dLow) {
        if (Limbs.compareUnsigned(n3, n2, dHigh, dLow) >= 0) {
            return false;
        }
        divisorHigh = dHigh;
        divisorLow = dLow;
        if (dHigh == 0) {
            int shift = Long.numberOfLeadingZeros(dLow);
            byLimb(n2, n1, n0, dLow << shift, shift);
        } else {
            byTwoLimbs(n3, n2, n1, n0);
        }
        return high >= 0;
    }

    /** Divides n2:n1:n0 by 10^12. Returns as {@link #divide}. */
    boolean divideByUnitsOfOne(long n2, long n1, long n0) {
        if (Long.compareUnsigned(n2, Limbs.UNITS_OF_ONE) >= 0) {
            return false;
        }
        divisorHigh = 0;
        divisorLow = Limbs.UNITS_OF_ONE;
        int shift = Reciprocals.SHIFT_OF_ONE;
        byLimb(n2, n1, n0, Limbs.UNITS_OF_ONE << shift, shift, Reciprocals.RECIPROCAL_OF_ONE);
        return high >= 0;
    }

    /** Moves the last quotient away from zero if what it left over is half the divisor or more. */
    void roundHalfUp() {
        // The remainder and the divisor are below 2^127, so the doubled remainder fits.
        long doubledHigh = Limbs.shiftedHigh(remainderHigh, remainderLow, 1);
        if (Limbs.compareUnsigned(doubledHigh, remainderLow << 1, divisorHigh, divisorLow) >= 0) {
            low++;
            if (low == 0) {
                high++;
            }
        }
    }

    private void byLimb(long n2, long n1, long n0, long divisor, int shift) {
        if ((n2 | n1) == 0) {
            high = 0;
            low = Long.divideUnsigned(n0, divisorLow);
            remainderHigh = 0;
            remainderLow = n0 - low * divisorLow;
        } else {
            byLimb(n2, n1, n0, divisor, shift, Reciprocals.of(divisor));
        }
    }

    private void byLimb(long n2, long n1, long n0, long divisor, int shift, long reciprocal) {
        long top = Limbs.shiftedHigh(n2, n1, shift);
        long middle = Limbs.shiftedHigh(n1, n0, shift);
        long bottom = n0 << shift;
        high = 0;
        if (top != 0 || Long.compareUnsigned(middle, divisor) >= 0) {
            high = Reciprocals.quotient(top, middle, divisor, reciprocal);
            middle -= high * divisor;
        }
        low = Reciprocals.quotient(middle, bottom, divisor, reciprocal);
        remainderHigh = 0;
        remainderLow = (bottom - low * divisor) >>> shift;
    }

    private void byTwoLimbs(long n3, long n2, long n1, long n0) {
        int shift = Long.numberOfLeadingZeros(divisorHigh);
        long dHigh = Limbs.shiftedHigh(divisorHigh, divisorLow, shift);
        long dLow = divisorLow << shift;
        long reciprocal = Reciprocals.of(dHigh, dLow);
        remainderHigh = Limbs.shiftedHigh(n3, n2, shift);
        remainderLow = Limbs.shiftedHigh(n2, n1, shift);
        high = nextLimb(Limbs.shiftedHigh(n1, n0, shift), dHigh, dLow, reciprocal);
        low = nextLimb(n0 << shift, dHigh, dLow, reciprocal);
        remainderLow = (remainderLow >>> shift) | (remainderHigh << 1 << (63 - shift));
        remainderHigh >>>= shift;
    }

    /** Brings down the next limb behind the remainder and divides: schoolbook division with digits of 64 bits. */
    private long nextLimb(long limb, long dHigh, long dLow, long reciprocal) {
        long digit = Reciprocals.quotient(remainderHigh, remainderLow, limb, dHigh, dLow, reciprocal);
        long productLow = digit * dLow;
        long difference = limb - productLow;
        remainderHigh = remainderLow - digit * dHigh - Math.unsignedMultiplyHigh(digit, dLow)
                - Limbs.borrow(limb, productLow, difference);
        remainderLow = difference;
        return digit;
    }
}
