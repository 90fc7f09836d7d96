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
import org.openjdk.jmh.infra.Blackhole;

/** Single operations on amounts of money and rates, in the engine's decimals and in {@link BigDecimal}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Decimals {

    static final int PAIRS = 4096;

    private static final int SCALE = 12;

    private final BigDecimal[] amounts = new BigDecimal[PAIRS];
    private final BigDecimal[] factors = new BigDecimal[PAIRS];
    private final long[] amountsHigh = new long[PAIRS];
    private final long[] amountsLow = new long[PAIRS];
    private final long[] factorsHigh = new long[PAIRS];
    private final long[] factorsLow = new long[PAIRS];
    private final DecimalRegister register = new DecimalRegister();

    public Decimals() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < PAIRS; i++) {
            amounts[i] = BigDecimal.valueOf(random.nextLong(-100_000_000, 10_000_000_000L), 2);
            factors[i] = BigDecimal.valueOf(random.nextLong(1, 20_000), 4);
            Decimal amount = Decimal.of(amounts[i]);
            Decimal factor = Decimal.of(factors[i]);
            amountsHigh[i] = amount.high();
            amountsLow[i] = amount.low();
            factorsHigh[i] = factor.high();
            factorsLow[i] = factor.low();
        }
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public void add(Blackhole blackhole) {
        for (int i = 0; i < PAIRS; i++) {
            blackhole.consume(register.add(amountsHigh[i], amountsLow[i], factorsHigh[i], factorsLow[i]));
        }
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public void addBigDecimal(Blackhole blackhole) {
        for (int i = 0; i < PAIRS; i++) {
            blackhole.consume(amounts[i].add(factors[i]));
        }
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public void multiply(Blackhole blackhole) {
        for (int i = 0; i < PAIRS; i++) {
            blackhole.consume(register.multiply(amountsHigh[i], amountsLow[i], factorsHigh[i], factorsLow[i]));
        }
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public void multiplyBigDecimal(Blackhole blackhole) {
        for (int i = 0; i < PAIRS; i++) {
            blackhole.consume(amounts[i].multiply(factors[i]).setScale(SCALE, RoundingMode.HALF_UP));
        }
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public void divide(Blackhole blackhole) {
        for (int i = 0; i < PAIRS; i++) {
            blackhole.consume(register.divide(amountsHigh[i], amountsLow[i], factorsHigh[i], factorsLow[i]));
        }
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public void divideBigDecimal(Blackhole blackhole) {
        for (int i = 0; i < PAIRS; i++) {
            blackhole.consume(amounts[i].divide(factors[i], SCALE, RoundingMode.HALF_UP));
        }
    }
}
