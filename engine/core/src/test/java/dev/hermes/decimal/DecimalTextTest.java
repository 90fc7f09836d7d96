package dev.hermes.decimal;

import static dev.hermes.decimal.DecimalFailures.assertFails;
import static dev.hermes.decimal.DecimalFailures.assertOverflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.decimal.DecimalException.Kind;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {

    @ParameterizedTest
    @CsvSource({"12.50, 12.5", "+12.50, 12.5", "-0.001, -0.001", "0, 0", "-0, 0", "0.000, 0", "007, 7", "-007.10, -7.1",
        "0.000000000001, 0.000000000001", "1.5000000000000000, 1.5", "1000, 1000",
        "00000000000000000000000000000000000000000000000001, 1",
        "99999999999999999999999999.999999999999, 99999999999999999999999999.999999999999",
        "-12345678901234567890123456.123456789012, -12345678901234567890123456.123456789012"})
    void readsPlainDecimalsAndWritesThemCanonically(String text, String canonical) {
        assertThat(Decimal.parse(text)).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "+", "-", ".", "-.", ".5", "5.", "-.5", "1.2.3", "--1", "+-1", "1-", " 1", "1 ",
        "1 000", "1_000", "1,5", "1e3", "1E-3", "0x10", "NaN", "Infinity", "12%", "€5", "1d", "٣", "１", "−1"})
    void refusesWhatIsNoPlainDecimal(String text) {
        assertFails(Kind.FORMAT, () -> Decimal.parse(text))
                .withMessageStartingWith("The number \"" + text + "\" is not a plain decimal.")
                .withMessageContaining("Maybe write it with digits and a point alone, such as -1234.56");
    }

    @Test
    void refusesMoreThan12FractionalDigitsRatherThanRounding() {
        assertFails(Kind.FORMAT, () -> Decimal.parse("0.0000000000005"))
                .withMessageStartingWith("The number \"0.0000000000005\" has more than 12 fractional digits.")
                .withMessageContaining("Maybe round it to 12 fractional digits at its source.");
        assertFails(Kind.FORMAT, () -> Decimal.of(new BigDecimal("0.0000000000005")));
        assertFails(Kind.FORMAT, () -> Decimal.of(new BigDecimal("1E-1000000000")));
    }

    @Test
    void refusesMoreThan26IntegerDigits() {
        assertOverflow(() -> Decimal.parse("100000000000000000000000000"))
                .withMessageStartingWith("The number \"100000000000000000000000000\" does not fit");
        assertOverflow(() -> Decimal.of(new BigDecimal("1E+26")));
        assertOverflow(() -> Decimal.of(new BigDecimal("-1E+1000000000")));
    }

    @Test
    void aLongTextIsQuotedInPart() {
        assertFails(Kind.FORMAT, () -> Decimal.parse("x".repeat(1_000_000)))
                .withMessageStartingWith("The number \"" + "x".repeat(80) + "…\" is not");
    }

    @ParameterizedTest
    @CsvSource({"12.5, 0, 12.5", "12.5, 2, 12.50", "12, 2, 12.00", "-0.001, 2, -0.001", "0, 2, 0.00",
        "1, 12, 1.000000000000"})
    void padsWithZerosToAMinimumScale(String text, int scale, String padded) {
        assertThat(Decimal.parse(text).toStringMinimum(scale)).isEqualTo(padded);
    }

    @ParameterizedTest
    @CsvSource({"12.50, 12.5", "1E+3, 1000", "1E+25, 10000000000000000000000000", "0E+50, 0", "-0.0010, -0.001",
        "1.50000000000000000000, 1.5"})
    void isTheSameValueAsABigDecimalOfAnyScale(BigDecimal number, BigDecimal canonical) {
        assertThat(Decimal.of(number).toBigDecimal()).isEqualTo(canonical);
    }
}
