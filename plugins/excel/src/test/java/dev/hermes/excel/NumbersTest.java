package dev.hermes.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.spi.BadCellException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "-0, 0", "5, 5", "1250.50, 1250.5", "-3.75, -3.75", "1E-3, 0.001", "1.5e+3, 1500", "100, 100",
        "1E+15, 1000000000000000", "999999999999999, 999999999999999", ".5, 0.5", "5., 5"})
    void aNumberIsItsDecimal(String stored, String text) throws BadCellException {
        assertThat(Numbers.plain(Numbers.parse(stored))).isEqualTo(text);
    }

    /** The results that Excel stores for 0.1 + 0.2, 4.35 * 100, 1.1 * 1.1 and 1 / 3, and shows as these. */
    @ParameterizedTest
    @CsvSource({"0.30000000000000004, 0.3", "434.99999999999994, 435", "1.2100000000000002, 1.21",
        "0.33333333333333331, 0.333333333333333", "12345678.910000001, 12345678.91"})
    void theRestThatBinaryArithmeticLeavesIsGone(String stored, String text) throws BadCellException {
        assertThat(Numbers.plain(Numbers.parse(stored))).isEqualTo(text);
    }

    @Test
    void aLongIdIsNotRounded() {
        assertThatThrownBy(() -> Numbers.parse("4401021990030712345")).hasMessage("The number 4401021990030712345 has "
                + "more than 15 digits, of which Excel keeps 15. Maybe make the cell a text, if it is an id.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "-1e999", "1e-999", "NaN", "INF", "Infinity", "1e99999", "0x10", "1,5", "1 000",
        "--1", "", ".", "1e", "１"})
    void whatNoCellCanHoldIsRefused(String stored) {
        assertThatThrownBy(() -> Numbers.parse(stored)).isInstanceOf(BadCellException.class)
                .hasMessageEndingWith("is no number that a cell can hold. Maybe mend the program that wrote the file.");
    }
}
