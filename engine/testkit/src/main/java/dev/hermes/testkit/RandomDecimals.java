package dev.hermes.testkit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.random.RandomGenerator;

/**
 * Numbers where arithmetic goes wrong if it goes wrong: everyday amounts and rates, ties, the limits of the format, and
 * the edges of 32, 64, 96 and 128 bits. Always with 12 fractional digits and at most 38 in all. The same random
 * generator gives the same numbers. As thread-safe as the generator.
 */
public final class RandomDecimals {

    private static final BigInteger LARGEST = ReferenceDecimal.MAX.unscaledValue();
    private static final int KINDS = 11;
    private static final int[] EDGES = {31, 32, 40, 52, 62, 63, 64, 95, 96, 126};

    private final RandomGenerator random;

    /** Numbers chosen by the given generator. */
    public RandomDecimals(RandomGenerator random) {
        this.random = random;
    }

    /** The next number, of a kind chosen at random, of either sign. */
    public BigDecimal next() {
        BigInteger magnitude = switch (random.nextInt(KINDS)) {
            case 0 -> BigInteger.ZERO;
            case 1 -> units(random.nextInt(1000), 0);
            case 2 -> units(random.nextInt(100_000_000), 2);
            case 3 -> units(random.nextInt(1_000_000), 4);
            case 4 -> units(random.nextInt(10_000_000), random.nextInt(ReferenceDecimal.SCALE + 1));
            case 5 -> BigInteger.valueOf(random.nextLong(1L << random.nextInt(1, 63)));
            case 6 -> nearTie();
            case 7 -> LARGEST.subtract(bits(random.nextInt(1, 80)));
            case 8 -> BigInteger.TEN.pow(random.nextInt(39)).add(nudge());
            case 9 -> BigInteger.ONE.shiftLeft(EDGES[random.nextInt(EDGES.length)]).add(nudge());
            default -> bits(random.nextInt(1, 127));
        };
        return number(random.nextBoolean() ? magnitude : magnitude.negate());
    }

    /** The next number that is not zero. */
    public BigDecimal nextDivisor() {
        BigDecimal number = next();
        while (number.signum() == 0) {
            number = next();
        }
        return number;
    }

    /** A number that goes as a dividend to or right beside a tie of the last digit, where the divisor allows it. */
    public BigDecimal dividendNearTie(BigDecimal divisor) {
        BigInteger twice = units(2, 0);
        int longest = LARGEST.bitLength() + twice.bitLength() - divisor.unscaledValue().bitLength();
        BigInteger odd = bits(random.nextInt(1, Math.min(longest, 127))).setBit(0);
        return number(odd.multiply(divisor.unscaledValue()).divide(twice).add(nudge()));
    }

    /** The number if it is one, else the nearest limit; then moved by up to one unit of the last digit. */
    public BigDecimal beside(BigDecimal number) {
        return number(number.movePointRight(ReferenceDecimal.SCALE).toBigInteger().add(nudge()));
    }

    /** A tie of some fractional digit, or right beside it. */
    private BigInteger nearTie() {
        int scale = random.nextInt(ReferenceDecimal.SCALE);
        return units(random.nextInt(1_000_000), scale).add(units(5, scale + 1)).add(nudge());
    }

    private BigInteger nudge() {
        return BigInteger.valueOf(random.nextInt(-1, 2));
    }

    private BigInteger bits(int count) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return new BigInteger(1, bytes).shiftRight(bytes.length * Byte.SIZE - count);
    }

    private static BigInteger units(long unscaled, int scale) {
        return BigInteger.valueOf(unscaled).multiply(BigInteger.TEN.pow(ReferenceDecimal.SCALE - scale));
    }

    private static BigDecimal number(BigInteger units) {
        return new BigDecimal(units.min(LARGEST).max(LARGEST.negate()), ReferenceDecimal.SCALE);
    }
}
