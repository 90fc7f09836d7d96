package dev.hermes.app.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.app.language.Language;
import dev.hermes.app.language.Texts;
import dev.hermes.decimal.Decimal;
import dev.hermes.model.Unit;
import org.junit.jupiter.api.Test;

class AmountsTest {

    private final Texts texts = new Texts(Language.ENGLISH);
    private final Amounts amounts = new Amounts(texts);

    @Test
    void whatIsRoundedToNothingHasNoSign() {
        assertThat(amounts.rounded(Decimal.parse("-0.001"), Unit.NUMBER)).isEqualTo("0");
        assertThat(amounts.rounded(Decimal.parse("-0.0001"), Unit.RATIO)).isEqualTo("0.0 %");
        assertThat(amounts.value(Decimal.parse("-0.004"), Unit.money("CNY"))).isEqualTo("CNY 0.00");
        assertThat(amounts.rounded(Decimal.parse("-0.01"), Unit.NUMBER)).isEqualTo("−0.01");
    }

    @Test
    void figuresAreShortOnCards() {
        assertThat(amounts.rounded(Decimal.parse("1284310.42"), Unit.money("CNY"))).isEqualTo("1,284,310");
        assertThat(amounts.rounded(Decimal.parse("0.973"), Unit.RATIO)).isEqualTo("97.3 %");
        assertThat(amounts.value(Decimal.parse("12.5"), Unit.money("CNY"))).isEqualTo("CNY 12.50");
    }

    @Test
    void allIsSaidOnlyWhereItIsAll() {
        assertThat(amounts.part(1949, 1950)).isEqualTo("99.94 %");
        assertThat(amounts.part(99_999, 100_000)).isEqualTo("99.99 %");
        assertThat(amounts.part(3, 3)).isEqualTo("100 %");
        assertThat(amounts.part(0, 0)).isEqualTo("0 %");
    }

    @Test
    void oneIsNotSeveral() {
        assertThat(texts.get("indicators.count", 1)).isEqualTo("1 indicator");
        assertThat(texts.get("indicators.count", 2)).isEqualTo("2 indicators");
        assertThat(texts.get("indicators.problems", 1)).isEqualTo("1 problem");
        assertThat(texts.get("values.count", 1)).isEqualTo("1 assignment");
        assertThat(texts.get("card.rows", "Rates", 1)).isEqualTo("Rates · 1 row");
        assertThat(texts.get("indicators.parameters", 3)).isEqualTo("3 parameters");
    }
}
