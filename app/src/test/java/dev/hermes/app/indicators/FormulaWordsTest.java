package dev.hermes.app.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.document.DocumentReader;
import dev.hermes.document.Library;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormulaWordsTest {

    private static final Library LIBRARY = Library.of(DocumentReader.read("indicators.yaml", """
            hermes: 1
            kind: indicator
            code: hotelRevenue
            name: Hotels
            type: composite
            unit: CNY
            formula: "1"
            ---
            hermes: 1
            kind: indicator
            code: nights
            name: Revenue nights
            type: composite
            unit: nights
            formula: "2"
            """));

    private final FormulaWords words = new FormulaWords(LIBRARY);

    private List<String> completions(String text) {
        return words.completions(text, text.length()).stream().map(FormulaWords.Completion::text).toList();
    }

    @Test
    void aWordBecomesAnIndicatorByItsCodeOrItsName() {
        assertThat(completions("1 + hotelR")).containsExactly("hotelRevenue");
        assertThat(completions("reven")).contains("hotelRevenue", "nights");
        assertThat(completions("nig")).startsWith("nights");
    }

    @Test
    void aWordBecomesAFunction() {
        assertThat(completions("orEl")).contains("orElse(");
    }

    @Test
    void behindADotStandSeries() {
        assertThat(completions("hotelRevenue.t")).startsWith("target");
    }

    @Test
    void aNumberIsNoBeginningOfAWord() {
        assertThat(FormulaWords.wordBefore("nights * 12", 11)).isEqualTo(11);
        assertThat(FormulaWords.wordBefore("nights * x12", 12)).isEqualTo(9);
    }

    @Test
    void whatIsWrongHasItsPlace() {
        assertThat(words.problem("hotelRevenue + nobody")).get()
                .satisfies(problem -> assertThat(problem.span().of("hotelRevenue + nobody")).isEqualTo("nobody"));
        assertThat(words.problem("hotelRevenue * 2")).isEmpty();
    }

    @Test
    void whatIsReadIsKnownEvenWhereSomethingIsWrong() {
        assertThat(words.read("hotelRevenue.target + nights / 2")).containsExactly("hotelRevenue", "nights");
        assertThat(words.read("hotelRevenue + nobody +")).containsExactly("hotelRevenue");
        assertThat(words.read("'nights' == 'x")).isEmpty();
    }

    @Test
    void wordsHaveTheirColours() {
        assertThat(words.styled("orElse(hotelRevenue.target, 'nights')")).extracting(FormulaWords.Styled::style)
                .containsExactly("formula-function", "formula-indicator", "formula-series", "formula-text");
    }
}
