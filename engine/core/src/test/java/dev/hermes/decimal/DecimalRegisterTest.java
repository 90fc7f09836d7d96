package dev.hermes.decimal;

import static dev.hermes.decimal.DecimalFailures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.decimal.DecimalException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalRegisterTest {

    private final DecimalRegister register = new DecimalRegister();

    @Test
    void paysFivePercentOfAColumnOfOrders() {
        Decimal rate = Decimal.parse("0.05");
        Decimal[] orders = {Decimal.parse("3551.21"), Decimal.parse("-120.10"), Decimal.parse("0.10")};
        String[] commissions = {"177.56", "-6.01", "0.01"};

        for (int row = 0; row < orders.length; row++) {
            assertThat(register.multiply(orders[row].high(), orders[row].low(), rate.high(), rate.low())).isTrue();
            assertThat(register.round(register.high, register.low, 2)).isTrue();
            assertThat(result()).hasToString(commissions[row]);
        }
    }

    @Test
    void reportsOverflowInsteadOfThrowing() {
        Decimal max = Decimal.MAX;

        assertThat(register.add(max.high(), max.low(), 0, 1)).isFalse();
        assertThat(register.subtract(max.high(), max.low(), -1, -1)).isFalse();
        assertThat(register.multiply(max.high(), max.low(), max.high(), max.low())).isFalse();
        assertThat(register.divide(max.high(), max.low(), 0, 1)).isFalse();
        assertThat(register.wholeSteps(max.high(), max.low(), 0, 1)).isFalse();
        assertThat(register.round(max.high(), max.low(), 0)).isFalse();
        assertThat(register.ceil(max.high(), max.low())).isFalse();
    }

    @Test
    void isUsableAfterAnOverflow() {
        Decimal max = Decimal.MAX;
        assertThat(register.multiply(max.high(), max.low(), max.high(), max.low())).isFalse();

        assertThat(register.divide(max.high(), max.low(), max.high(), max.low())).isTrue();
        assertThat(result()).isEqualTo(Decimal.ONE);
    }

    @Test
    void aDivisorOfZeroIsAMistakeOfTheCaller() {
        Decimal one = Decimal.ONE;

        assertFails(Kind.DIVISION_BY_ZERO, () -> register.divide(one.high(), one.low(), 0, 0));
        assertFails(Kind.DIVISION_BY_ZERO, () -> register.multiplyDivide(0, 1, 0, 1, 0, 0));
        assertFails(Kind.DIVISION_BY_ZERO, () -> register.wholeSteps(0, 1, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({"2, 50, 100, 1, 0", "1, 3, 0.333333333333, 9, 1", "0.000000000001, 0.000000000001, 0, 7, 1",
        "-2, 3, -3, 2, 0", "-2, 3, 5, -1, -1", "2, 3, -1, 1, 1", "0, -5, 0, 7, 0",
        "10000000000000000000000000, 10000000000000000000000000, "
                + "10000000000000000000000000.000000000001, 9999999999999999999999999.999999999999, 1",
        "-10000000000000000000000000, 10000000000000000000000000, "
                + "10000000000000000000000000, -10000000000000000000000000, 0"})
    void comparesProductsExactly(String a, String b, String c, String d, int sign) {
        assertThat(compareProducts(a, b, c, d)).isEqualTo(sign);
        assertThat(compareProducts(c, d, a, b)).isEqualTo(-sign);
    }

    @Test
    void twoThirdsAreNotTwoThirdsRounded() {
        assertThat(Decimal.parse("2").dividedBy(Decimal.parse("3"))).isEqualTo(Decimal.parse("0.666666666667"));
        assertThat(compareProducts("2", "1", "0.666666666667", "3")).as("2 / 3 against the bound").isNegative();
    }

    @Test
    void knowsWhatFits() {
        assertThat(DecimalRegister.fits(Decimal.MAX.high(), Decimal.MAX.low())).isTrue();
        assertThat(DecimalRegister.fits(Decimal.MAX.high(), Decimal.MAX.low() + 1)).isFalse();
        assertThat(DecimalRegister.fits(Decimal.MIN.high(), Decimal.MIN.low())).isTrue();
        assertThat(DecimalRegister.fits(Decimal.MIN.high(), Decimal.MIN.low() - 1)).isFalse();
    }

    @Test
    void comparesTheLowerHalfAsUnsigned() {
        assertThat(DecimalRegister.compare(0, -1, 0, 1)).isPositive();
        assertThat(DecimalRegister.compare(-1, -1, 0, 0)).isNegative();
        assertThat(DecimalRegister.compare(-1, -1, -1, -2)).isPositive();
        assertThat(DecimalRegister.signum(0, -1)).isEqualTo(1);
        assertThat(DecimalRegister.signum(-1, 0)).isEqualTo(-1);
        assertThat(DecimalRegister.signum(0, 0)).isZero();
    }

    private Decimal result() {
        return Decimal.ofBits(register.high, register.low);
    }

    private static int compareProducts(String a, String b, String c, String d) {
        Decimal x = Decimal.parse(a);
        Decimal y = Decimal.parse(b);
        Decimal z = Decimal.parse(c);
        Decimal u = Decimal.parse(d);
        return DecimalRegister.compareProducts(x.high(), x.low(), y.high(), y.low(), z.high(), z.low(), u.high(),
                u.low());
    }
}
