package dev.hermes.bench;

import dev.hermes.decimal.Decimal;
import dev.hermes.decimal.DecimalRegister;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One rule with three tiers over the ratio of sales to target, with a coefficient, rounding to cents and a cap, a row at
 * a time on one thread: in the engine's decimals, in {@link BigDecimal} with the same results, and in {@code double},
 * which is what exactness costs nothing against.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class TieredRule {

    static final int ROWS = 100_000;

    private static final String[] TIERS = {"1.2", "1", "0.8"};
    private static final String[] RATES = {"0.03", "0.02", "0.0125"};
    private static final String COEFFICIENT = "0.975";
    private static final String CAP = "2500";
    private static final int CENTS = 2;
    private static final int SCALE = 12;

    private final BigDecimal[] sales = new BigDecimal[ROWS];
    private final BigDecimal[] targets = new BigDecimal[ROWS];
    private final BigDecimal[] bigPay = new BigDecimal[ROWS];
    private final BigDecimal[] bigTiers = bigDecimals(TIERS);
    private final BigDecimal[] bigRates = bigDecimals(RATES);
    private final BigDecimal bigCoefficient = new BigDecimal(COEFFICIENT);
    private final BigDecimal bigCap = new BigDecimal(CAP);

    private final double[] doubleSales = new double[ROWS];
    private final double[] doubleTargets = new double[ROWS];
    private final double[] doublePay = new double[ROWS];
    private final double[] doubleTiers = doubles(TIERS);
    private final double[] doubleRates = doubles(RATES);

    private final long[] salesHigh = new long[ROWS];
    private final long[] salesLow = new long[ROWS];
    private final long[] targetsHigh = new long[ROWS];
    private final long[] targetsLow = new long[ROWS];
    private final long[] payHigh = new long[ROWS];
    private final long[] payLow = new long[ROWS];
    private final Decimal[] tiers = decimals(TIERS);
    private final Decimal[] rates = decimals(RATES);
    private final Decimal coefficient = Decimal.parse(COEFFICIENT);
    private final Decimal cap = Decimal.parse(CAP);
    private final DecimalRegister register = new DecimalRegister();

    public TieredRule() {
        SplittableRandom random = new SplittableRandom(3);
        for (int row = 0; row < ROWS; row++) {
            sales[row] = BigDecimal.valueOf(random.nextLong(1, 20_000_000), CENTS);
            targets[row] = BigDecimal.valueOf(random.nextLong(50_000, 150_000));
            doubleSales[row] = sales[row].doubleValue();
            doubleTargets[row] = targets[row].doubleValue();
            Decimal sold = Decimal.of(sales[row]);
            Decimal target = Decimal.of(targets[row]);
            salesHigh[row] = sold.high();
            salesLow[row] = sold.low();
            targetsHigh[row] = target.high();
            targetsLow[row] = target.low();
        }
    }

    private static BigDecimal[] bigDecimals(String[] texts) {
        BigDecimal[] numbers = new BigDecimal[texts.length];
        for (int i = 0; i < texts.length; i++) {
            numbers[i] = new BigDecimal(texts[i]);
        }
        return numbers;
    }

    private static Decimal[] decimals(String[] texts) {
        Decimal[] numbers = new Decimal[texts.length];
        for (int i = 0; i < texts.length; i++) {
            numbers[i] = Decimal.parse(texts[i]);
        }
        return numbers;
    }

    private static double[] doubles(String[] texts) {
        double[] numbers = new double[texts.length];
        for (int i = 0; i < texts.length; i++) {
            numbers[i] = Double.parseDouble(texts[i]);
        }
        return numbers;
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public double[] doubles() {
        double factor = Double.parseDouble(COEFFICIENT);
        double most = Double.parseDouble(CAP);
        for (int row = 0; row < ROWS; row++) {
            double ratio = doubleSales[row] / doubleTargets[row];
            int tier = 0;
            while (tier < doubleTiers.length && ratio < doubleTiers[tier]) {
                tier++;
            }
            double amount = tier == doubleTiers.length ? 0 : doubleSales[row] * doubleRates[tier] * factor;
            doublePay[row] = Math.min(Math.round(amount * 100) / 100.0, most);
        }
        return doublePay;
    }

    /** Every product is rounded once to twelve digits, as the engine's numbers are; the ratio is compared exactly. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public BigDecimal[] bigDecimals() {
        for (int row = 0; row < ROWS; row++) {
            int tier = 0;
            while (tier < bigTiers.length && sales[row].compareTo(bigTiers[tier].multiply(targets[row])) < 0) {
                tier++;
            }
            bigPay[row] = tier == bigTiers.length
                    ? BigDecimal.ZERO
                    : sales[row].multiply(bigRates[tier]).setScale(SCALE, RoundingMode.HALF_UP).multiply(bigCoefficient)
                            .setScale(SCALE, RoundingMode.HALF_UP).setScale(CENTS, RoundingMode.HALF_UP).min(bigCap);
        }
        return bigPay;
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long[] decimals() {
        for (int row = 0; row < ROWS; row++) {
            int tier = 0;
            while (tier < tiers.length && isBelow(row, tiers[tier])) {
                tier++;
            }
            payHigh[row] = 0;
            payLow[row] = 0;
            if (tier < tiers.length) {
                pay(row, rates[tier]);
            }
        }
        return payLow;
    }

    private boolean isBelow(int row, Decimal tier) {
        return DecimalRegister.compareProducts(salesHigh[row], salesLow[row], Decimal.ONE.high(), Decimal.ONE.low(),
                tier.high(), tier.low(), targetsHigh[row], targetsLow[row]) < 0;
    }

    private void pay(int row, Decimal rate) {
        boolean fits = register.multiply(salesHigh[row], salesLow[row], rate.high(), rate.low())
                && register.multiply(register.high, register.low, coefficient.high(), coefficient.low())
                && register.round(register.high, register.low, CENTS);
        if (!fits) {
            throw new ArithmeticException("The pay of row " + row + " does not fit.");
        }
        boolean above = DecimalRegister.compare(register.high, register.low, cap.high(), cap.low()) > 0;
        payHigh[row] = above ? cap.high() : register.high;
        payLow[row] = above ? cap.low() : register.low;
    }
}
