package dev.hermes.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodesTest {

    @ParameterizedTest
    @CsvSource({"orders-march.csv,orders-march", "订单.csv,dingdan", "2026年3月 订单明细.xlsx,nian3yue-dingdanmingxi",
        "Verkäufe (neu).txt,Verkaufe-neu", "заказы.csv,zakazy", "2026.csv,file", "orders,orders"})
    void aFileSuggestsACodeInLatinLetters(String file, String code) {
        assertThat(Codes.suggested(file, Set.of())).isEqualTo(code).matches(Codes::isCode);
    }

    @Test
    void aCodeThatIsTakenGetsANumber() {
        assertThat(Codes.suggested("订单.csv", Set.of("dingdan"))).isEqualTo("dingdan-2");
        assertThat(Codes.suggested("订单.csv", Set.of("dingdan", "dingdan-2"))).isEqualTo("dingdan-3");
        assertThat(Codes.suggested("a".repeat(80) + ".csv", Set.of())).matches(Codes::isCode);
    }
}
