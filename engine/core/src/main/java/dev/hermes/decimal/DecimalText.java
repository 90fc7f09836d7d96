package dev.hermes.decimal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.stream.LongStream;

/** Decimals from and to text and {@link BigDecimal}. Stateless. */
final class DecimalText {

    private static final int INTEGER_DIGITS = 26;
    /** So many digits fit a long. */
    private static final int SHORT = 18;
    private static final long[] POWERS_OF_TEN = LongStream.iterate(1, power -> power * 10).limit(Limbs.SCALE + 1L)
            .toArray();

    private static final String ROUND_AT_SOURCE = "round it to 12 fractional digits at its source";

    private DecimalText() {}

    static Decimal parse(String text) {
        boolean negative = text.startsWith("-");
        int start = negative || text.startsWith("+") ? 1 : 0;
        int point = text.indexOf('.');
        int integerEnd = point < 0 ? text.length() : point;
        if (!isDigits(text, start, integerEnd) || (point >= 0 && !isDigits(text, point + 1, text.length()))) {
            throw DecimalException.format(text, "is not a plain decimal",
                    "write it with digits and a point alone, such as -1234.56: no spaces, grouping, currency, percent"
                            + " sign or exponent");
        }
        // Without the zeros that say nothing, the rest is short, however long the text is.
        while (start < integerEnd - 1 && text.charAt(start) == '0') {
            start++;
        }
        int end = text.length();
        while (point >= 0 && text.charAt(end - 1) == '0') {
            end--;
        }
        if (integerEnd - start > INTEGER_DIGITS) {
            throw DecimalException.overflow(DecimalException.quote(text));
        }
        if (end - integerEnd - 1 > Limbs.SCALE) {
            throw DecimalException.format(text, "has more than 12 fractional digits", ROUND_AT_SOURCE);
        }
        if (end - start <= SHORT) {
            return ofShort(text, start, end, negative);
        }
        Decimal magnitude = of(new BigDecimal(text.substring(start, end)));
        return negative ? magnitude.negated() : magnitude;
    }

    /** A number whose digits fit a long, as nearly all do. */
    private static Decimal ofShort(String text, int start, int end, boolean negative) {
        long digits = 0;
        int scale = 0;
        boolean isFraction = false;
        for (int index = start; index < end; index++) {
            char character = text.charAt(index);
            if (character == '.') {
                isFraction = true;
            } else {
                digits = digits * 10 + (character - '0');
                scale += isFraction ? 1 : 0;
            }
        }
        long signed = negative ? -digits : digits;
        long factor = POWERS_OF_TEN[Limbs.SCALE - scale];
        return Decimal.ofBits(Math.multiplyHigh(signed, factor), signed * factor);
    }

    static Decimal of(BigDecimal number) {
        if (number.signum() == 0) {
            return Decimal.ZERO;
        }
        // Before anything is written out in full: 1E+1000000000 has that many digits.
        if ((long) number.precision() - number.scale() > INTEGER_DIGITS) {
            throw DecimalException.overflow(DecimalException.quote(number.toString()));
        }
        BigDecimal exact = number.scale() > Limbs.SCALE ? number.stripTrailingZeros() : number;
        if (exact.scale() > Limbs.SCALE) {
            throw DecimalException.format(number.toString(), "has more than 12 fractional digits", ROUND_AT_SOURCE);
        }
        BigInteger units = exact.setScale(Limbs.SCALE).unscaledValue();
        return Decimal.ofBits(units.shiftRight(Long.SIZE).longValue(), units.longValue());
    }

    static BigDecimal toBigDecimal(long high, long low) {
        if (high == low >> 63) {
            BigDecimal stripped = BigDecimal.valueOf(low, Limbs.SCALE).stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
        return toBigDecimal(high >> 63, high, low);
    }

    static BigDecimal toBigDecimal(long high, long low, int scale) {
        Limbs.requireScale(scale);
        long step = POWERS_OF_TEN[Limbs.SCALE - scale];
        if (high == low >> 63 && low % step == 0) {
            return BigDecimal.valueOf(low / step, scale);
        }
        BigDecimal exact = toBigDecimal(high, low);
        return exact.scale() < scale ? exact.setScale(scale) : exact;
    }

    static BigDecimal toBigDecimal(long top, long high, long low) {
        byte[] limbs = ByteBuffer.allocate(3 * Long.BYTES).putLong(top).putLong(high).putLong(low).array();
        BigInteger units = new BigInteger(limbs);
        BigDecimal stripped = new BigDecimal(units, Limbs.SCALE).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static String toString(long high, long low, int minimumScale) {
        Limbs.requireScale(minimumScale);
        BigDecimal number = toBigDecimal(high, low);
        return (number.scale() < minimumScale ? number.setScale(minimumScale) : number).toPlainString();
    }

    private static boolean isDigits(String text, int start, int end) {
        for (int index = start; index < end; index++) {
            if (text.charAt(index) < '0' || text.charAt(index) > '9') {
                return false;
            }
        }
        return start < end;
    }
}
