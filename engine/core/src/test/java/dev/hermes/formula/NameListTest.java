package dev.hermes.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hermes.model.Series;
import dev.hermes.model.Type;
import dev.hermes.model.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameListTest {

    @Test
    void numbersAreIndicatorsWithEverySeries() {
        Names names = NameList.parse("sales:money, nights:count");
        assertThat(names.find("sales")).hasValueSatisfying(symbol -> {
            var sales = (Symbol.OfIndicator) symbol;
            assertThat(sales.unit()).isEqualTo(Unit.MONEY);
            assertThat(sales.series()).containsExactlyInAnyOrder(Series.values());
            assertThat(sales.eachDay()).isFalse();
        });
        assertThat(names.find("nights")).map(symbol -> ((Symbol.OfIndicator) symbol).unit()).hasValue(Unit.COUNT);
    }

    @Test
    void everythingElseIsADatedValue() {
        Names names = NameList.parse("region:text,vip:boolean,since:date");
        assertThat(names.find("region")).map(symbol -> ((Symbol.OfValue) symbol).type()).hasValue(Type.TEXT);
        assertThat(names.find("vip")).map(symbol -> ((Symbol.OfValue) symbol).type()).hasValue(Type.BOOLEAN);
        assertThat(names.find("since")).map(symbol -> ((Symbol.OfValue) symbol).type()).hasValue(Type.DATE);
    }

    @Test
    void namesKeepTheirOrderAfterThePeriod() {
        assertThat(NameList.parse("b:text,a:text").all()).containsExactly("period", "b", "a");
        assertThat(NameList.parse("").all()).containsExactly("period");
        assertThat(Formulas.check("period.days / days(period)", NameList.parse("")).type())
                .isEqualTo(Type.number(Unit.RATIO));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {"sales | 'sales' must be a name, a colon and a type",
        "sales:money, | '' must be a name", "9a:text | '9a:text' must be a name", ":text | ':text' must be a name",
        "a:text,a:date | 'a' is there twice", "period:date | 'period' is there already",
        "a:Text | unit 'Text' is not known", "a: | unit '' is not known"})
    void whatIsNoSuchPairIsSaid(String text, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> NameList.parse(text)).withMessageContaining(message)
                .withMessageContaining("Maybe");
    }
}
