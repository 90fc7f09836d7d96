package dev.hermes.decimal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class WideSumsTest {

    private static final int WANG = 0;
    private static final int LI = 1;
    private static final int ZHAO = 2;

    @Test
    void sumsOrdersByPayee() {
        WideSums sums = new WideSums(3);
        add(sums, WANG, "3551.21");
        add(sums, LI, "120");
        add(sums, WANG, "-51.21");

        assertThat(sums.size()).isEqualTo(3);
        assertThat(sum(sums, WANG)).hasToString("3500");
        assertThat(sum(sums, LI)).hasToString("120");
        assertThat(sum(sums, ZHAO)).isEqualTo(Decimal.ZERO);
    }

    @Test
    void onlyTheResultOfEachHasToFit() {
        WideSums sums = new WideSums(3);
        add(sums, WANG, Decimal.MIN.toString());
        add(sums, WANG, Decimal.MIN.toString());
        add(sums, LI, "1");
        assertThat(sums.fits(WANG)).isFalse();
        assertThat(sums.fits(LI)).isTrue();

        sums.addTimes(WANG, Decimal.MAX.high(), Decimal.MAX.low(), 3);
        assertThat(sum(sums, WANG)).isEqualTo(Decimal.MAX);
    }

    @Test
    void sumsOfTwoWorkersMerge() {
        WideSums first = new WideSums(3);
        WideSums second = new WideSums(3);
        add(first, WANG, Decimal.MAX.toString());
        add(first, LI, "-5");
        add(second, WANG, "7");
        add(second, WANG, Decimal.MIN.toString());
        add(second, LI, "2.5");

        first.merge(second);

        assertThat(sum(first, WANG)).hasToString("7");
        assertThat(sum(first, LI)).hasToString("-2.5");
        assertThat(sum(second, LI)).hasToString("2.5");
    }

    @Test
    void refusesAnotherSizeOrIndex() {
        WideSums sums = new WideSums(3);

        assertThatIllegalArgumentException().isThrownBy(() -> sums.merge(new WideSums(2)))
                .withMessageContaining("The size of the sums to merge (2) must be 3");
        assertThatIllegalArgumentException().isThrownBy(() -> new WideSums(-1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> sums.add(3, 0, 1));
    }

    private static void add(WideSums sums, int payee, String text) {
        Decimal number = Decimal.parse(text);
        sums.add(payee, number.high(), number.low());
    }

    private static Decimal sum(WideSums sums, int payee) {
        assertThat(sums.fits(payee)).isTrue();
        return Decimal.ofBits(sums.high(payee), sums.low(payee));
    }
}
