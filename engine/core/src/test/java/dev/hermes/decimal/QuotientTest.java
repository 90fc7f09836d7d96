package dev.hermes.decimal;

import static org.assertj.core.api.Assertions.fail;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Products and long division against {@link BigInteger}. The limbs are runs of ones and zeros: they reach the
 * corrections inside the division, which evenly random limbs would reach once in 2^64 times.
 */
class QuotientTest {

    private static final long SEED = Long.getLong("hermes.seed", 20_250_131L);
    private static final int RUNS = 100_000;

    private final Random random = new Random(SEED);
    private final Quotient quotient = new Quotient();

    @Test
    void multipliesToFourLimbs() {
        for (int run = 0; run < RUNS; run++) {
            long aHigh = limb();
            long a = limb();
            long bHigh = limb();
            long b = limb();
            BigInteger product = value(Limbs.productLimb3(aHigh, a, bHigh, b), Limbs.productLimb2(aHigh, a, bHigh, b),
                    Limbs.productLimb1(aHigh, a, bHigh, b), a * b);
            same(value(aHigh, a).multiply(value(bHigh, b)), product, value(aHigh, a), "×", value(bHigh, b));
        }
    }

    @Test
    void dividesByOneLimbAndByTwo() {
        for (int run = 0; run < RUNS; run++) {
            long divisorHigh = random.nextBoolean() ? 0 : limb() >>> random.nextInt(1, 64);
            BigInteger divisor = value(divisorHigh, limb()).max(BigInteger.ONE);
            BigInteger dividend = value(limb(), limb(), limb(), limb()).shiftRight(random.nextInt(256));
            divide(dividend, divisor);
        }
    }

    @Test
    void dividesWholeMultiplesAndTheirNeighbours() {
        for (int run = 0; run < RUNS; run++) {
            BigInteger divisor = value(limb() >>> 1, limb()).shiftRight(random.nextInt(127)).max(BigInteger.ONE);
            BigInteger multiple = divisor.multiply(value(limb() >>> 1, limb()));
            divide(multiple.add(BigInteger.valueOf(random.nextInt(-1, 2))).max(BigInteger.ZERO), divisor);
        }
    }

    @Test
    void dividesByTheUnitsOfOne() {
        BigInteger one = BigInteger.valueOf(Limbs.UNITS_OF_ONE);
        for (int run = 0; run < RUNS; run++) {
            BigInteger dividend = value(limb(), limb(), limb()).shiftRight(random.nextInt(192));
            boolean divided = quotient.divideByUnitsOfOne(limb(dividend, 2), limb(dividend, 1), limb(dividend, 0));
            checkQuotient(divided, dividend, one);
        }
    }

    @Test
    void findsWhatIsLeftOverAPowerOfTen() {
        for (int run = 0; run < RUNS; run++) {
            BigInteger dividend = value(limb() >>> 1, limb()).shiftRight(random.nextInt(127));
            int exponent = random.nextInt(Limbs.SCALE + 1);
            long remainder = Reciprocals.remainderOfPowerOfTen(limb(dividend, 1), limb(dividend, 0), exponent);
            BigInteger power = BigInteger.TEN.pow(exponent);
            same(dividend.mod(power), BigInteger.valueOf(remainder), dividend, "mod", power);
        }
    }

    private void divide(BigInteger dividend, BigInteger divisor) {
        boolean divided = quotient.divide(limb(dividend, 3), limb(dividend, 2), limb(dividend, 1), limb(dividend, 0),
                limb(divisor, 1), limb(divisor, 0));
        checkQuotient(divided, dividend, divisor);
    }

    private void checkQuotient(boolean divided, BigInteger dividend, BigInteger divisor) {
        BigInteger[] expected = dividend.divideAndRemainder(divisor);
        same(expected[0].bitLength() <= 127, divided, dividend, "has a quotient by", divisor);
        if (divided) {
            same(expected[0], value(quotient.high, quotient.low), dividend, "÷", divisor);
            boolean up = expected[1].shiftLeft(1).compareTo(divisor) >= 0;
            quotient.roundHalfUp();
            same(up ? expected[0].add(BigInteger.ONE) : expected[0], value(quotient.high, quotient.low), dividend,
                    "÷, rounded,", divisor);
        }
    }

    /** One to four runs of equal bits, or any bits. */
    private long limb() {
        long limb = random.nextInt(8) == 0 ? random.nextLong() : -random.nextInt(2);
        for (int flip = random.nextInt(4); flip > 0; flip--) {
            limb ^= -1L << random.nextInt(Long.SIZE);
        }
        return limb;
    }

    private static long limb(BigInteger number, int index) {
        return number.shiftRight(Long.SIZE * index).longValue();
    }

    private static BigInteger value(long... limbs) {
        ByteBuffer bytes = ByteBuffer.allocate(limbs.length * Long.BYTES);
        for (long limb : limbs) {
            bytes.putLong(limb);
        }
        return new BigInteger(1, bytes.array());
    }

    private static void same(Object expected, Object actual, BigInteger a, String operator, BigInteger b) {
        if (!expected.equals(actual)) {
            fail("%s %s %s%nexpected %s%nbut was  %s%nseed %d", a, operator, b, expected, actual, SEED);
        }
    }
}
