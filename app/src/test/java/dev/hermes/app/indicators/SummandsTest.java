package dev.hermes.app.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.document.DocumentReader;
import dev.hermes.document.Library;
import dev.hermes.model.Indicator;
import dev.hermes.model.SeriesSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummandsTest {

    private static Indicator indicator(String formula, String more) {
        return Library.of(DocumentReader.read("indicators.yaml", """
                hermes: 1
                kind: indicator
                code: net
                type: composite
                unit: CNY
                formula: "%s"
                %s
                """.formatted(formula, more))).indicator("net").orElseThrow();
    }

    private static Optional<String> without(Indicator reader) {
        return Summands.without(reader, "b")
                .map(left -> ((SeriesSource.Composite) left.actual()).formula().text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"b; 0", "a + b; a", "b + a; a", "a - b.target + c; a + c", "b - a; - a",
        "a * (c + 1) + b; a * (c + 1)", "a * -2 + b; a * -2", "a + 'b - b' + b; a + 'b - b'"})
    void takesAPlainSummandAway(String formula, String left) {
        assertThat(without(indicator(formula, ""))).contains(left);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"a * b", "a + b * c", "b + b", "round(b) + a", "a > 0 ? a : b", "-b * a",
        "a + c"})
    void leavesToThePersonWhatIsNotPlain(String formula) {
        assertThat(without(indicator(formula, ""))).isEmpty();
    }

    @Test
    void leavesToThePersonWhatIsReadForAnotherSeriesToo() {
        assertThat(without(indicator("a + b", "target: {formula: b}"))).isEmpty();
        assertThat(without(indicator("a + b", "target: {formula: a}"))).contains("a");
    }
}
