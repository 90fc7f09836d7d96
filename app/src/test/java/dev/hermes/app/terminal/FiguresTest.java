package dev.hermes.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0       | 0
            999     | 999
            1000    | 1,000
            -1000   | -1,000
            -999    | -999
            1234567 | 1,234,567
            """)
    void countsHaveACommaBetweenThousands(long count, String text) {
        assertThat(Figures.count(count)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0             | 0.00
            1234.5        | 1,234.50
            -1234567.891  | -1,234,567.891
            100           | 100.00
            1E+3          | 1,000.00
            """)
    void amountsHaveTheDigitsOfTheirCurrencyAndMoreWhereTheyNeedThem(BigDecimal amount, String text) {
        assertThat(Figures.amount(amount, 2)).isEqualTo(text);
    }

    @Test
    void aSumOfExactStepsIsShownRounded() {
        assertThat(Figures.rounded(new BigDecimal("-4266.915"), 2)).isEqualTo("-4,266.92");
    }

    @Test
    void aCurrencyWithoutMinorUnitShowsNoPoint() {
        assertThat(Figures.amount(new BigDecimal("1500000.00"), 0)).isEqualTo("1,500,000");
    }

    @Test
    void aPartOfNothingHasNoPercentage() {
        assertThat(Figures.percent(new BigDecimal("1"), new BigDecimal("3"))).isEqualTo("33.3 %");
        assertThat(Figures.percent(new BigDecimal("-1"), new BigDecimal("8"))).isEqualTo("-12.5 %");
        assertThat(Figures.percent(BigDecimal.ONE, BigDecimal.ZERO)).isEmpty();
    }

    @Test
    void oneIsNotMany() {
        assertThat(Figures.counted(1, "payee", "payees")).isEqualTo("1 payee");
        assertThat(Figures.counted(2000, "payee", "payees")).isEqualTo("2,000 payees");
    }
}
