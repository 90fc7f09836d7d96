package dev.hermes.app.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FormulaNamesTest {

    @Test
    void membersTextsCallsAndNumbersAreNoNames() {
        assertThat(FormulaNames.of("max(net.target, 'net' == grade ? 1.5 : rate2) + net . actual"))
                .containsExactly("net", "grade", "rate2");
    }

    @Test
    void bothEndsOfARangeAreNames() {
        assertThat(FormulaNames.of("level in low..high || level in 0..<most || level in 1.5..2"))
                .containsExactly("level", "in", "low", "high", "most");
    }

    @Test
    void namesAreReplacedWhereTheyStandForThemselves() {
        assertThat(FormulaNames.replaced("net in 0..net ? net(1) : x.net + \"net\" + network", Map.of("net", "gross")))
                .isEqualTo("gross in 0..gross ? net(1) : x.net + \"net\" + network");
    }
}
