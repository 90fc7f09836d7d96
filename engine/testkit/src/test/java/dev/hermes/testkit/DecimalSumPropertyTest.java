package dev.hermes.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.decimal.Decimal;
import dev.hermes.decimal.WideSum;
import dev.hermes.decimal.WideSums;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** {@link WideSum} and {@link WideSums} agree with sums of {@link BigDecimal}, in any order and in any parts. */
class DecimalSumPropertyTest {

    private static final long SEED = Long.getLong("hermes.seed", 20_250_131L);

    private final Random random = new Random(SEED);
    private final RandomDecimals numbers = new RandomDecimals(random);

    @Test
    void sumsDependNeitherOnOrderNorOnPartition() {
        for (int run = 0; run < 3_000; run++) {
            List<BigDecimal> summands = new ArrayList<>();
            for (int count = random.nextInt(1, 60); count > 0; count--) {
                summands.add(numbers.next());
            }
            BigDecimal expected = summands.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            WideSum whole = sum(summands);
            Collections.shuffle(summands, random);
            int cut = random.nextInt(summands.size());
            WideSum parts = sum(summands.subList(0, cut));
            parts.add(sum(summands.subList(cut, summands.size())));

            assertSum(whole, expected);
            assertSum(parts, expected);
            summands.forEach(summand -> parts.subtract(Decimal.of(summand)));
            assertSum(parts, BigDecimal.ZERO);
        }
    }

    @Test
    void summandsCountManyTimes() {
        for (int run = 0; run < 30_000; run++) {
            WideSum sum = new WideSum();
            BigDecimal expected = BigDecimal.ZERO;
            for (int summand = 0; summand < 3; summand++) {
                BigDecimal number = numbers.next();
                Decimal decimal = Decimal.of(number);
                long count = random.nextLong() >> random.nextInt(64);
                sum.addTimes(decimal.high(), decimal.low(), count);
                expected = expected.add(number.multiply(BigDecimal.valueOf(count)));
            }
            assertSum(sum, expected);
        }
    }

    @Test
    void columnsOfSumsMerge() {
        for (int run = 0; run < 3_000; run++) {
            int size = random.nextInt(1, 6);
            WideSums first = new WideSums(size);
            WideSums second = new WideSums(size);
            BigDecimal[] expected = new BigDecimal[size];
            Arrays.fill(expected, BigDecimal.ZERO);
            for (int summand = random.nextInt(60); summand > 0; summand--) {
                int index = random.nextInt(size);
                BigDecimal number = numbers.next();
                Decimal decimal = Decimal.of(number);
                int days = random.nextInt(-31, 32);
                first.add(index, decimal.high(), decimal.low());
                second.addTimes(index, decimal.high(), decimal.low(), days);
                expected[index] = expected[index].add(number).add(number.multiply(BigDecimal.valueOf(days)));
            }

            first.merge(second);

            for (int index = 0; index < size; index++) {
                assertSum(expected[index], first.fits(index), first.high(index), first.low(index));
            }
        }
    }

    private static WideSum sum(List<BigDecimal> summands) {
        WideSum sum = new WideSum();
        summands.forEach(summand -> sum.add(Decimal.of(summand)));
        return sum;
    }

    private static void assertSum(WideSum sum, BigDecimal expected) {
        assertThat(new BigDecimal(sum.toString())).as("seed %d", SEED).isEqualByComparingTo(expected);
        assertSum(expected, sum.fits(), sum.high(), sum.low());
    }

    private static void assertSum(BigDecimal expected, boolean fits, long high, long low) {
        boolean expectedToFit = expected.abs().compareTo(ReferenceDecimal.MAX) <= 0;
        assertThat(fits).as("seed %d: %s fits", SEED, expected).isEqualTo(expectedToFit);
        if (expectedToFit) {
            assertThat(Decimal.ofBits(high, low).toBigDecimal()).as("seed %d", SEED).isEqualByComparingTo(expected);
        }
    }
}
