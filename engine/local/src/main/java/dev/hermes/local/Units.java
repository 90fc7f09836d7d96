package dev.hermes.local;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Decimals of the database as the engine's: a 128-bit count of units of 10<sup>-12</sup>. */
final class Units {

    private static final int SCALE = 12;
    private static final BigInteger LIMIT = BigInteger.TEN.pow(38);
    private static final long[] POWERS = new long[SCALE + 1];

    static {
        for (int exponent = 0; exponent <= SCALE; exponent++) {
            POWERS[exponent] = BigInteger.TEN.pow(exponent).longValueExact();
        }
    }

    /** Takes the two halves of a number. */
    @FunctionalInterface
    interface Cells {

        void set(int index, long high, long low);
    }

    private Units() {}

    /** Stores a number of at most 12 fractional digits; returns whether it fits 38 digits. */
    static boolean store(BigDecimal value, Cells cells, int index) {
        BigInteger digits = value.unscaledValue();
        long power = POWERS[SCALE - value.scale()];
        if (digits.bitLength() < Long.SIZE) {
            long small = digits.longValue();
            cells.set(index, Math.multiplyHigh(small, power), small * power);
            return true;
        }
        BigInteger units = digits.multiply(BigInteger.valueOf(power));
        if (units.abs().compareTo(LIMIT) >= 0) {
            return false;
        }
        cells.set(index, units.shiftRight(Long.SIZE).longValue(), units.longValue());
        return true;
    }
}
