package dev.hermes.decimal;

import static dev.hermes.decimal.DecimalFailures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.decimal.DecimalException.Kind;
import org.junit.jupiter.api.Test;

class WideSumTest {

    private static final Decimal DAILY_RATE = Decimal.parse("-161.290322580645");

    @Test
    void addsAndSubtractsExactly() {
        WideSum sum = new WideSum();
        sum.add(Decimal.parse("0.1"));
        sum.add(Decimal.parse("0.2"));
        sum.subtract(Decimal.parse("500"));

        assertThat(sum.toDecimal()).hasToString("-499.7");
        assertThat(Decimal.ofBits(sum.high(), sum.low())).hasToString("-499.7");
    }

    @Test
    void onlyTheResultHasToFit() {
        WideSum sum = new WideSum();
        sum.add(Decimal.MAX);
        sum.add(Decimal.MAX);
        sum.add(Decimal.ONE);
        assertThat(sum.fits()).isFalse();
        assertFails(Kind.OVERFLOW, sum::toDecimal)
                .withMessageContaining("The sum 200000000000000000000000000.999999999998 does not fit");

        sum.subtract(Decimal.MAX);
        sum.subtract(Decimal.MAX);
        assertThat(sum.toDecimal()).isEqualTo(Decimal.ONE);
    }

    @Test
    void addsAWholeNumberOfTimes() {
        WideSum sum = new WideSum();
        sum.addTimes(DAILY_RATE.high(), DAILY_RATE.low(), 31);
        assertThat(sum.toDecimal()).hasToString("-4999.999999999995");

        sum.addTimes(DAILY_RATE.high(), DAILY_RATE.low(), -30);
        assertThat(sum.toDecimal()).isEqualTo(DAILY_RATE);
    }

    @Test
    void partialSumsCombine() {
        WideSum january = new WideSum();
        january.add(Decimal.MAX);
        WideSum february = new WideSum();
        february.add(Decimal.MIN);
        february.add(DAILY_RATE);

        january.add(february);

        assertThat(january.toDecimal()).isEqualTo(DAILY_RATE);
        assertThat(february).hasToString("-100000000000000000000000161.290322580644");
    }

    @Test
    void aSumBeyond192BitsFailsAndNeverWraps() {
        WideSum sum = new WideSum();
        sum.addTimes(Decimal.MAX.high(), Decimal.MAX.low(), Long.MAX_VALUE);
        sum.addTimes(Decimal.MAX.high(), Decimal.MAX.low(), Long.MAX_VALUE);
        sum.addTimes(Decimal.MAX.high(), Decimal.MAX.low(), Long.MAX_VALUE);

        assertFails(Kind.OVERFLOW, () -> sum.addTimes(Decimal.MAX.high(), Decimal.MAX.low(), Long.MAX_VALUE));
        assertFails(Kind.OVERFLOW, () -> sum.add(sum));
    }
}
