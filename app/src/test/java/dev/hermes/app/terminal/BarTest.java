package dev.hermes.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            100    | ████
            50     | ██
            37.5   | █▌
            3.125  | ▏
            0.01   | ''
            0      | ''
            -5     | ''
            """)
    void aBarIsAsLongAsItsPartIsGreat(BigDecimal part, String bar) {
        assertThat(Bar.of(part, new BigDecimal("100"), 4)).isEqualTo(bar);
    }
}
