package dev.hermes.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.hermes.decimal.Decimal;
import dev.hermes.decimal.DecimalException;
import dev.hermes.decimal.DecimalException.Kind;
import dev.hermes.decimal.DecimalRegister;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * {@link Decimal} and {@link DecimalRegister} agree with {@link ReferenceDecimal} on more than a million operations,
 * overflow included. A failure names its seed; {@code -Dhermes.seed=…} runs another one.
 */
class DecimalPropertyTest {

    private static final long SEED = Long.getLong("hermes.seed", 20_250_131L);

    private final Random random = new Random(SEED);
    private final RandomDecimals numbers = new RandomDecimals(random);
    private final DecimalRegister register = new DecimalRegister();

    @Test
    void addition() {
        for (int run = 0; run < 100_000; run++) {
            BigDecimal a = numbers.next();
            BigDecimal b = oneIn(4) ? numbers.beside(limit().subtract(a)) : numbers.next();
            agree("+", a, b, ReferenceDecimal::plus, Decimal::plus, register::add);
        }
    }

    @Test
    void subtraction() {
        for (int run = 0; run < 100_000; run++) {
            BigDecimal a = numbers.next();
            BigDecimal b = oneIn(4) ? numbers.beside(a.subtract(limit())) : numbers.next();
            agree("-", a, b, ReferenceDecimal::minus, Decimal::minus, register::subtract);
        }
    }

    @Test
    void multiplication() {
        for (int run = 0; run < 200_000; run++) {
            BigDecimal a = numbers.nextDivisor();
            BigDecimal b = oneIn(4) ? numbers.beside(limit().divide(a, 12, RoundingMode.HALF_UP)) : numbers.next();
            agree("×", a, b, ReferenceDecimal::times, Decimal::times, register::multiply);
        }
    }

    @Test
    void division() {
        for (int run = 0; run < 200_000; run++) {
            BigDecimal b = numbers.nextDivisor();
            BigDecimal a = oneIn(3) ? numbers.dividendNearTie(b) : numbers.next();
            agree("÷", a, b, ReferenceDecimal::dividedBy, Decimal::dividedBy, register::divide);
        }
    }

    @Test
    void wholeSteps() {
        for (int run = 0; run < 60_000; run++) {
            BigDecimal size = numbers.nextDivisor();
            BigDecimal a = oneIn(3)
                    ? numbers.beside(size.multiply(BigDecimal.valueOf(random.nextInt(1_000_000))))
                    : numbers.next();
            agree("in whole steps of", a, size, ReferenceDecimal::wholeSteps, Decimal::wholeSteps,
                    register::wholeSteps);
        }
    }

    @Test
    void multiplicationThenDivisionRoundedOnce() {
        for (int run = 0; run < 150_000; run++) {
            BigDecimal a = numbers.next();
            BigDecimal b = numbers.nextDivisor();
            BigDecimal c = oneIn(3) ? numbers.beside(b.add(b)) : numbers.nextDivisor();
            if (c.signum() == 0) {
                continue;
            }
            Decimal x = decimal(a);
            Decimal y = decimal(b);
            Decimal z = decimal(c);
            agree(ReferenceDecimal.timesDividedBy(a, b, c), () -> x.timesDividedBy(y, z),
                    () -> register.multiplyDivide(x.high(), x.low(), y.high(), y.low(), z.high(), z.low()),
                    () -> a + " × " + b + " ÷ " + c);
        }
    }

    @Test
    void rounding() {
        for (int run = 0; run < 60_000; run++) {
            BigDecimal a = numbers.next();
            Decimal x = decimal(a);
            int scale = random.nextInt(ReferenceDecimal.SCALE + 1);
            agree(ReferenceDecimal.rounded(a, scale), () -> x.roundedTo(scale),
                    () -> register.round(x.high(), x.low(), scale), () -> a + " rounded to " + scale);
            agree(ReferenceDecimal.rounded(a, scale, RoundingMode.FLOOR), () -> x.floorTo(scale),
                    () -> register.floor(x.high(), x.low(), scale), () -> a + " floored to " + scale);
            agree(ReferenceDecimal.rounded(a, scale, RoundingMode.CEILING), () -> x.ceilTo(scale),
                    () -> register.ceil(x.high(), x.low(), scale), () -> a + " ceiled to " + scale);
        }
    }

    @Test
    void roundingToIntegers() {
        for (int run = 0; run < 30_000; run++) {
            BigDecimal a = numbers.next();
            Decimal x = decimal(a);
            agree(ReferenceDecimal.rounded(a, 0, RoundingMode.FLOOR), x::floor,
                    () -> register.floor(x.high(), x.low()), () -> "floor of " + a);
            agree(ReferenceDecimal.rounded(a, 0, RoundingMode.CEILING), x::ceil,
                    () -> register.ceil(x.high(), x.low()), () -> "ceil of " + a);
            agree(ReferenceDecimal.rounded(a, 0, RoundingMode.DOWN), x::truncated,
                    () -> register.truncate(x.high(), x.low()), () -> "integer part of " + a);
            same(a.stripTrailingZeros().scale() <= 0, x.isInteger(), () -> "is integer: " + a);
        }
    }

    @Test
    void order() {
        for (int run = 0; run < 100_000; run++) {
            BigDecimal a = numbers.next();
            BigDecimal b = oneIn(3) ? numbers.beside(a) : numbers.next();
            Decimal x = decimal(a);
            Decimal y = decimal(b);
            int sign = a.compareTo(b);
            Supplier<String> comparison = () -> a + " compared to " + b;
            same(sign, Integer.signum(x.compareTo(y)), comparison);
            same(sign, DecimalRegister.compare(x.high(), x.low(), y.high(), y.low()), comparison);
            same(sign == 0, x.equals(y), comparison);
            same(decimal(a.max(b)), x.max(y), comparison);
            same(decimal(a.min(b)), x.min(y), comparison);
        }
    }

    @Test
    void signs() {
        for (int run = 0; run < 20_000; run++) {
            BigDecimal a = numbers.next();
            Decimal x = decimal(a);
            agree(Optional.of(a.negate()), x::negated, () -> register.negate(x.high(), x.low()), () -> "minus " + a);
            same(decimal(a.abs()), x.abs(), () -> "magnitude of " + a);
            same(a.signum(), x.signum(), () -> "sign of " + a);
            same(a.signum() == 0, x.isZero(), () -> "is zero: " + a);
        }
    }

    @Test
    void comparisonOfProducts() {
        for (int run = 0; run < 120_000; run++) {
            BigDecimal a = numbers.next();
            BigDecimal b = numbers.next();
            BigDecimal c = numbers.nextDivisor();
            BigDecimal d = oneIn(2) ? numbers.beside(quotient(a.multiply(b), c)) : numbers.next();
            if (oneIn(4)) {
                c = a;
                d = numbers.beside(b);
            }
            same(ReferenceDecimal.compareProducts(a, b, c, d), compareProducts(a, b, c, d),
                    describe("products of", a, b, c, d));
            same(0, compareProducts(a, b, b, a), describe("products of", a, b, b, a));
        }
    }

    @Test
    void textAndBigDecimal() {
        for (int run = 0; run < 30_000; run++) {
            BigDecimal a = numbers.next();
            Decimal x = decimal(a);
            BigDecimal stripped = a.signum() == 0 ? BigDecimal.ZERO : a.stripTrailingZeros();
            String canonical = stripped.toPlainString();
            Supplier<String> text = () -> "text of " + a;
            same(canonical, x.toString(), text);
            same(x, Decimal.parse(a.toPlainString()), text);
            same(x, Decimal.parse(canonical), text);
            same(x, Decimal.of(a), text);
            same(x, Decimal.of(stripped), text);
            same(stripped.setScale(Math.max(stripped.scale(), 0)), x.toBigDecimal(), text);
            same(stripped.setScale(Math.max(stripped.scale(), 2)).toPlainString(), x.toStringMinimum(2), text);
        }
    }

    /** Ties and overflows are rare among random operands: without them the tests above would hold nothing. */
    @Test
    void operandsReachTiesAndLimits() {
        int ties = 0;
        int overflows = 0;
        for (int run = 0; run < 100_000; run++) {
            BigDecimal b = numbers.nextDivisor();
            BigDecimal a = numbers.dividendNearTie(b);
            BigDecimal doubled = a.multiply(BigDecimal.TWO).scaleByPowerOfTen(ReferenceDecimal.SCALE);
            BigDecimal[] wholeAndRest = doubled.divideAndRemainder(b);
            boolean odd = wholeAndRest[0].toBigInteger().testBit(0);
            ties += odd && wholeAndRest[1].signum() == 0 ? 1 : 0;
            overflows += ReferenceDecimal.plus(a, b).isEmpty() ? 1 : 0;
        }
        assertThat(ties).isGreaterThan(2_000);
        assertThat(overflows).isGreaterThan(1_000);
    }

    private boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }

    private BigDecimal limit() {
        return random.nextBoolean() ? ReferenceDecimal.MAX : ReferenceDecimal.MAX.negate();
    }

    private static BigDecimal quotient(BigDecimal a, BigDecimal b) {
        return a.divide(b, ReferenceDecimal.SCALE, RoundingMode.HALF_UP);
    }

    /** By way of the bits, which no code under test computes. */
    private static Decimal decimal(BigDecimal number) {
        var units = number.setScale(ReferenceDecimal.SCALE).unscaledValue();
        return Decimal.ofBits(units.shiftRight(64).longValueExact(), units.longValue());
    }

    private static int compareProducts(BigDecimal a, BigDecimal b, BigDecimal c, BigDecimal d) {
        Decimal x = decimal(a);
        Decimal y = decimal(b);
        Decimal z = decimal(c);
        Decimal u = decimal(d);
        return DecimalRegister.compareProducts(x.high(), x.low(), y.high(), y.low(), z.high(), z.low(), u.high(),
                u.low());
    }

    private void agree(String operator, BigDecimal a, BigDecimal b,
            BiFunction<BigDecimal, BigDecimal, Optional<BigDecimal>> reference, BinaryOperator<Decimal> scalar,
            ColumnOperation column) {
        Decimal x = decimal(a);
        Decimal y = decimal(b);
        agree(reference.apply(a, b), () -> scalar.apply(x, y),
                () -> column.calculate(x.high(), x.low(), y.high(), y.low()), () -> a + " " + operator + " " + b);
    }

    private void agree(Optional<BigDecimal> reference, Supplier<Decimal> scalar, BooleanSupplier column,
            Supplier<String> operation) {
        Optional<Decimal> expected = reference.map(DecimalPropertyTest::decimal);
        same(expected, resultOrOverflow(scalar), operation);
        Optional<Decimal> inRegister = column.getAsBoolean()
                ? Optional.of(Decimal.ofBits(register.high, register.low))
                : Optional.empty();
        same(expected, inRegister, () -> operation.get() + " in a register");
    }

    private static Optional<Decimal> resultOrOverflow(Supplier<Decimal> scalar) {
        try {
            return Optional.of(scalar.get());
        } catch (DecimalException failure) {
            assertThat(failure.kind()).isEqualTo(Kind.OVERFLOW);
            return Optional.empty();
        }
    }

    private static Supplier<String> describe(String what, BigDecimal... operands) {
        return () -> what + " " + Arrays.toString(operands);
    }

    /** Plain equality: an assertion object for each of a million results would take longer than the arithmetic. */
    private static void same(Object expected, Object actual, Supplier<String> operation) {
        if (!expected.equals(actual)) {
            fail("%s%nexpected %s%nbut was  %s%nseed %d", operation.get(), expected, actual, SEED);
        }
    }

    private interface ColumnOperation {
        boolean calculate(long aHigh, long aLow, long bHigh, long bLow);
    }
}
