package dev.hermes.app.formula;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.document.DocumentReader;
import dev.hermes.document.Library;
import dev.hermes.model.Type;
import dev.hermes.model.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormulaWordsTest {

    private static final Type CNY = Type.number(Unit.parse("CNY"));
    private static final Library LIBRARY = Library.of(DocumentReader.read("indicators.yaml", """
            hermes: 1
            kind: indicator
            code: hotelRevenue
            name: Hotels
            type: composite
            unit: CNY
            formula: "1"
            target: upload
            ---
            hermes: 1
            kind: indicator
            code: nights
            name: Revenue nights
            type: composite
            unit: nights
            formula: "2"
            """));

    private final FormulaWords words = FormulaWords.ofPeriod(LIBRARY);

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
    void aChineseNameBecomesTheCodeOfItsIndicator() {
        Library chinese = Library.of(DocumentReader.read("indicators.yaml", """
                hermes: 1
                kind: indicator
                code: hotelRevenue
                name: 酒店收入
                type: composite
                unit: CNY
                formula: "1"
                ---
                hermes: 1
                kind: indicator
                code: revenueAll
                name: 收入合计
                type: composite
                unit: CNY
                formula: "2"
                """));
        FormulaWords inChinese = FormulaWords.ofPeriod(chinese);
        assertThat(inChinese.completions("1 + 收入", 6)).extracting(FormulaWords.Completion::text)
                .containsExactly("revenueAll", "hotelRevenue");
        assertThat(FormulaWords.wordBefore("1+收入", 4)).isEqualTo(2);
    }

    @Test
    void nothingIsCompletedWithinATextInQuotationMarks() {
        assertThat(words.completions("'nig", 4)).isEmpty();
        assertThat(words.completions("'nig'", 3)).isEmpty();
        assertThat(words.completions("'a' == nig", 10)).isNotEmpty();
    }

    @Test
    void aWordBecomesAFunction() {
        assertThat(completions("orEl")).contains("orElse(");
    }

    @Test
    void behindADotStandSeries() {
        assertThat(completions("hotelRevenue.t")).startsWith("target", "toDate");
        assertThat(completions("nights.t")).doesNotContain("target", "attainment").contains("toDate");
        assertThat(completions("period.d")).startsWith("days");
        assertThat(completions("nobody.t")).isEmpty();
    }

    @Test
    void aUnitThatDoesNotFitIsWrong() {
        assertThat(words.problem("nights", CNY)).get()
                .satisfies(problem -> assertThat(problem.message()).contains("nights", "CNY"));
        assertThat(words.problem("nights > 2", Type.BOOLEAN)).isEmpty();
    }

    @Test
    void aWordSaysWhatItMeans() {
        String text = "orElse(hotelRevenue, period.days)";
        assertThat(words.meaning(text, 2)).get().asString().contains("orElse(");
        assertThat(words.meaning(text, text.indexOf("hotel") + 3)).contains("Hotels · CNY");
        assertThat(words.meaning(text, text.indexOf("days"))).get().asString().contains("how many days");
        assertThat(words.meaning(text, 6)).isEmpty();
    }

    @Test
    void filtersNameTheColumnsOfTheirDataset() {
        Library facts = Library.of(DocumentReader.read("orders.yaml", """
                hermes: 1
                kind: dataset
                code: orders
                key: id
                date: day
                columns: {id: text, day: date, amount: CNY}
                """));
        FormulaWords filter = FormulaWords.ofColumns(facts.dataset("orders").orElseThrow());
        assertThat(filter.completions("am", 2)).extracting(FormulaWords.Completion::text).startsWith("amount");
        assertThat(filter.problem("amount > 100", Type.BOOLEAN)).isEmpty();
        assertThat(filter.problem("amount", Type.BOOLEAN)).isPresent();
        assertThat(filter.problem("hotelRevenue > 1", Type.BOOLEAN)).isPresent();
    }

    @Test
    void aNumberIsNoBeginningOfAWord() {
        assertThat(FormulaWords.wordBefore("nights * 12", 11)).isEqualTo(11);
        assertThat(FormulaWords.wordBefore("nights * x12", 12)).isEqualTo(9);
    }

    @Test
    void whatIsWrongHasItsPlace() {
        assertThat(words.problem("hotelRevenue + nobody", CNY)).get()
                .satisfies(problem -> assertThat(problem.span().of("hotelRevenue + nobody")).isEqualTo("nobody"));
        assertThat(words.problem("hotelRevenue * 2", CNY)).isEmpty();
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
