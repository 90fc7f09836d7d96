package dev.hermes.local;

import dev.hermes.decimal.Decimal;
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

    /** Whether a number's count of units of 10^-12 fits a long: below some nine million, as nearly all are. */
    static boolean isShort(Decimal number) {
        return number.high() == number.low() >> Long.SIZE - 1;
    }

    /** The count of units of the last of so many fractional digits; the number is short and has no more of them. */
    static long atScale(Decimal number, int scale) {
        return number.low() / POWERS[SCALE - scale];
    }

    /** Whether a short number has at most so many fractional digits. */
    static boolean fitsScale(Decimal number, int scale) {
        return number.low() % POWERS[SCALE - scale] == 0;
    }

    /** What the units of a short number with so many digits before the point are certainly below. */
    static long limit(int digitsBefore) {
        BigInteger limit = BigInteger.TEN.pow(digitsBefore + SCALE);
        return limit.bitLength() < Long.SIZE ? limit.longValue() : Long.MAX_VALUE;
    }

    /** Whether a short number's units are between a limit and its opposite. */
    static boolean isWithin(Decimal number, long limit) {
        return number.low() < limit && number.low() > -limit;
    }

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
