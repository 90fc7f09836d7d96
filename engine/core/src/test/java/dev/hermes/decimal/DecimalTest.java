package dev.hermes.decimal;

import static dev.hermes.decimal.DecimalFailures.assertFails;
import static dev.hermes.decimal.DecimalFailures.assertOverflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hermes.decimal.DecimalException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {

    private static final Decimal LEAST_STEP = number("0.000000000001");

    @ParameterizedTest
    @CsvSource({"0.1, 0.2, 0.3", "1250.50, -1250.5, 0", "-0.000000000001, 0.000000000002, 0.000000000001",
        "99999999999999999999999999, 0.999999999999, 99999999999999999999999999.999999999999"})
    void additionIsExactAndSubtractionTakesItBack(String a, String b, String sum) {
        assertThat(number(a).plus(number(b))).isEqualTo(number(sum));
        assertThat(number(b).plus(number(a))).isEqualTo(number(sum));
        assertThat(number(sum).minus(number(b))).isEqualTo(number(a));
    }

    @ParameterizedTest
    @CsvSource({"84.50, 42.03, 3551.535", "3551.21, 0.05, 177.5605", "-3, 0.5, -1.5", "-0.25, -0.25, 0.0625",
        "0, 99999999999999999999999999, 0", "10000000000000, 9999999999999, 99999999999990000000000000"})
    void multiplies(String a, String b, String product) {
        assertThat(number(a).times(number(b))).isEqualTo(number(product));
        assertThat(number(b).times(number(a))).isEqualTo(number(product));
    }

    @ParameterizedTest
    @CsvSource({"0.000001, 0.0000005, 0.000000000001", "-0.000001, 0.0000005, -0.000000000001",
        "0.000001, 0.00000049, 0", "-0.000001, 0.00000049, 0", "0.000003, 0.0000005, 0.000000000002",
        "-0.000003, 0.0000005, -0.000000000002"})
    void halfOfTheLastDigitOfAProductGoesAwayFromZero(String a, String b, String product) {
        assertThat(number(a).times(number(b))).isEqualTo(number(product));
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 0.333333333333", "-1, 3, -0.333333333333", "2, 3, 0.666666666667", "2, -3, -0.666666666667",
        "-2, -3, 0.666666666667", "0.000000000001, 2, 0.000000000001", "-0.000000000001, 2, -0.000000000001",
        "0.000000000001, 2.000000000001, 0", "0.000000000001, 4, 0", "0.000000000003, 4, 0.000000000001",
        "7103.07, 42.03, 169", "0, 17, 0", "50000000000000000000000000, 99999999999999999999999999, 0.5",
        "99999999999999999999999999.999999999999, 1, 99999999999999999999999999.999999999999"})
    void dividesRoundingOnceAndHalfAwayFromZero(String a, String b, String quotient) {
        assertThat(number(a).dividedBy(number(b))).isEqualTo(number(quotient));
    }

    @Test
    void amountTimesDaysOverBasisIsRoundedOnlyOnce() {
        Decimal salary = number("10000");

        assertThat(salary.timesDividedBy(number("15"), number("31"))).isEqualTo(number("4838.709677419355"));
        assertThat(salary.times(number("15").dividedBy(number("31")))).isEqualTo(number("4838.70967742"));
    }

    @Test
    void aProductMayBeWiderThanANumberWhileItWaitsForItsDivisor() {
        assertThat(Decimal.MAX.timesDividedBy(Decimal.MAX, Decimal.MIN)).isEqualTo(Decimal.MIN);
    }

    @Test
    void aQuotientWhoseLowerLimbIsAllOnes() {
        Decimal almostMin = number("-99999999999999999999999999.999999991964");

        assertThat(number("39614081257132168.796771975168").timesDividedBy(almostMin, Decimal.MIN))
                .isEqualTo(number("39614081257132168.796771975168"));
    }

    @ParameterizedTest
    @CsvSource({"3551.205, 2, 3551.21", "3551.2049999, 2, 3551.2", "-3551.205, 2, -3551.21", "0.5, 0, 1", "-0.5, 0, -1",
        "2.5, 0, 3", "-2.5, 0, -3", "2.499999999999, 0, 2", "1.999999999995, 11, 2", "1.000000000004, 11, 1",
        "-1.000000000005, 11, -1.00000000001", "7.25, 12, 7.25",
        "99999999999999999999999998.5, 0, 99999999999999999999999999"})
    void roundsHalfAwayFromZero(String text, int scale, String rounded) {
        assertThat(number(text).roundedTo(scale)).isEqualTo(number(rounded));
    }

    @ParameterizedTest
    @CsvSource({"2.5, 2, 3, 2", "-2.5, -3, -2, -2", "2, 2, 2, 2", "-2, -2, -2, -2", "0.000000000001, 0, 1, 0",
        "-0.000000000001, -1, 0, 0", "99999999999999999999999998.5, 99999999999999999999999998, "
                + "99999999999999999999999999, 99999999999999999999999998"})
    void findsTheIntegerBelowAboveAndTowardsZero(String text, String floor, String ceil, String truncated) {
        assertThat(number(text).floor()).isEqualTo(number(floor));
        assertThat(number(text).ceil()).isEqualTo(number(ceil));
        assertThat(number(text).truncated()).isEqualTo(number(truncated));
    }

    @Test
    void findsTheCentBelowAndAbove() {
        assertThat(number("10.019").floorTo(2)).isEqualTo(number("10.01"));
        assertThat(number("-10.011").floorTo(2)).isEqualTo(number("-10.02"));
        assertThat(number("10.011").ceilTo(2)).isEqualTo(number("10.02"));
        assertThat(number("-10.019").ceilTo(2)).isEqualTo(number("-10.01"));
    }

    @ParameterizedTest
    @CsvSource({"2599.99, 500, 5", "2500, 500, 5", "-2599.99, 500, -5", "0.3, 0.1, 3", "499, 500, 0",
        "99999999999999999999999999, 1, 99999999999999999999999999"})
    void countsWholeStepsOfTheExactQuotient(String amount, String size, String count) {
        assertThat(number(amount).wholeSteps(number(size))).isEqualTo(number(count));
    }

    @Test
    void knowsSignIntegersAndOrder() {
        Decimal refund = number("-0.5");

        assertThat(refund.signum()).isEqualTo(-1);
        assertThat(refund.abs()).isEqualTo(number("0.5"));
        assertThat(refund.negated().signum()).isEqualTo(1);
        assertThat(Decimal.ZERO.negated().isZero()).isTrue();
        assertThat(refund.isInteger()).isFalse();
        assertThat(Decimal.of(-3).isInteger()).isTrue();
        assertThat(LEAST_STEP.isInteger()).isFalse();
        assertThat(refund.min(Decimal.ONE)).isEqualTo(refund);
        assertThat(refund.max(Decimal.ONE)).isEqualTo(Decimal.ONE);
        assertThat(Decimal.MIN).isLessThan(refund);
        assertThat(number("20000000.000000000001")).isGreaterThan(number("20000000")).isLessThan(Decimal.MAX);
    }

    @Test
    void equalValuesAreEqualHoweverTheyWereWritten() {
        assertThat(number("1.50")).isEqualTo(number("+01.5")).hasSameHashCodeAs(number("+01.5"));
        assertThat(number("-0.0")).isEqualTo(Decimal.ZERO);
        assertThat(number("1.5")).isNotEqualTo(number("-1.5")).isNotEqualTo("1.5");
    }

    @Test
    void limitsAre38Nines() {
        assertThat(Decimal.MAX).hasToString("99999999999999999999999999.999999999999");
        assertThat(Decimal.MIN).hasToString("-99999999999999999999999999.999999999999");
        assertThat(Decimal.ofBits(Decimal.MIN.high(), Decimal.MIN.low())).isEqualTo(Decimal.MIN);
        assertOverflow(() -> Decimal.ofBits(Decimal.MAX.high(), Decimal.MAX.low() + 1));
        assertOverflow(() -> Decimal.ofBits(Decimal.MIN.high(), Decimal.MIN.low() - 1));
        assertOverflow(() -> Decimal.ofBits(Long.MIN_VALUE, 0));
        assertThat(Decimal.of(Long.MIN_VALUE)).hasToString("-9223372036854775808");
    }

    @Test
    void whatDoesNotFitFailsAndNeverWraps() {
        assertOverflow(() -> Decimal.MAX.plus(LEAST_STEP));
        assertOverflow(() -> Decimal.MAX.plus(Decimal.MAX));
        assertOverflow(() -> Decimal.MIN.minus(LEAST_STEP));
        assertOverflow(() -> Decimal.MIN.minus(Decimal.MAX));
        assertOverflow(() -> number("10000000000000").times(number("10000000000000")));
        assertOverflow(() -> Decimal.MAX.times(Decimal.MAX));
        assertOverflow(() -> Decimal.MAX.times(number("1.000000000001")));
        assertOverflow(() -> number("1000000000000000").dividedBy(LEAST_STEP));
        assertOverflow(() -> Decimal.MAX.dividedBy(number("0.999999999999")));
        assertOverflow(() -> Decimal.MAX.timesDividedBy(Decimal.MAX, Decimal.ONE));
        assertOverflow(() -> Decimal.MAX.wholeSteps(LEAST_STEP));
        assertOverflow(() -> Decimal.MAX.roundedTo(2));
        assertOverflow(Decimal.MAX::ceil);
        assertOverflow(Decimal.MIN::floor);
    }

    @Test
    void theLimitItselfIsReached() {
        assertThat(Decimal.MAX.minus(LEAST_STEP).plus(LEAST_STEP)).isEqualTo(Decimal.MAX);
        assertThat(Decimal.MAX.floor()).isEqualTo(number("99999999999999999999999999"));
        assertThat(Decimal.MIN.ceil()).isEqualTo(number("-99999999999999999999999999"));
        assertThat(Decimal.MIN.truncated()).isEqualTo(number("-99999999999999999999999999"));
        assertThat(Decimal.MAX.plus(Decimal.MIN)).isEqualTo(Decimal.ZERO);
        assertThat(Decimal.MAX.times(Decimal.ONE)).isEqualTo(Decimal.MAX);
        assertThat(Decimal.MAX.dividedBy(Decimal.MIN)).isEqualTo(number("-1"));
    }

    @Test
    void divisionByZeroSaysWhatWasDivided() {
        assertFails(Kind.DIVISION_BY_ZERO, () -> number("12.5").dividedBy(Decimal.ZERO))
                .withMessageContaining("12.5 ÷ 0");
        assertFails(Kind.DIVISION_BY_ZERO, () -> Decimal.ONE.timesDividedBy(number("15"), Decimal.ZERO))
                .withMessageContaining("1 × 15 ÷ 0");
        assertFails(Kind.DIVISION_BY_ZERO, () -> number("70").wholeSteps(Decimal.ZERO))
                .withMessageContaining("70 in whole steps of 0");
    }

    @Test
    void overflowSaysWhatWasCalculatedAndWhatToDo() {
        assertOverflow(() -> Decimal.MAX.times(number("2.5")))
                .withMessageContaining("99999999999999999999999999.999999999999 × 2.5")
                .withMessageContaining("Maybe an amount or a rate was given in the wrong unit.");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 13})
    void aScaleIsFrom0To12(int scale) {
        assertThatIllegalArgumentException().isThrownBy(() -> Decimal.ONE.roundedTo(scale))
                .withMessageContaining("The scale (" + scale + ") must be between 0 and 12.");
        assertThatIllegalArgumentException().isThrownBy(() -> Decimal.ONE.floorTo(scale));
        assertThatIllegalArgumentException().isThrownBy(() -> Decimal.ONE.ceilTo(scale));
        assertThatIllegalArgumentException().isThrownBy(() -> Decimal.ONE.toStringMinimum(scale));
    }

    private static Decimal number(String text) {
        return Decimal.parse(text);
    }
}
