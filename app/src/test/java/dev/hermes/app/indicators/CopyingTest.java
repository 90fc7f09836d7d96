package dev.hermes.app.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.document.DocumentReader;
import dev.hermes.document.Library;
import dev.hermes.model.Formula;
import dev.hermes.model.Indicator;
import dev.hermes.model.SeriesSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CopyingTest {

    private static final Library LIBRARY = Library.of(DocumentReader.read("indicators.yaml", """
            hermes: 1
            kind: indicator
            code: net
            type: composite
            unit: CNY
            formula: "1"
            ---
            hermes: 1
            kind: indicator
            code: quota
            type: composite
            unit: CNY
            formula: "net.target + netto / net"
            target: {formula: net.target}
            ---
            hermes: 1
            kind: indicator
            code: netto
            type: composite
            unit: CNY
            formula: "2"
            """));

    private static String formula(Indicator indicator) {
        return ((SeriesSource.Composite) indicator.actual()).formula().text();
    }

    @Test
    void copiesHaveCodesOfTheirOwnAndReadEachOther() {
        Map<String, Indicator> pasted = Copying.pasted(LIBRARY, Copying.text(LIBRARY, List.of("quota", "net")));

        assertThat(pasted.keySet()).containsExactly("net", "quota");
        Indicator quota = Objects.requireNonNull(pasted.get("quota"));
        assertThat(pasted.values()).extracting(Indicator::code).containsExactly("net2", "quota2");
        assertThat(formula(quota)).isEqualTo("net2.target + netto / net2");
        assertThat(quota.target()).isEqualTo(new SeriesSource.Composite(new Formula("net2.target"), false, false));
    }

    @Test
    void copiesComeToAnotherWorkspaceAsTheyAre() {
        Map<String, Indicator> pasted = Copying.pasted(Library.EMPTY, Copying.text(LIBRARY, Set.of("quota")));

        assertThat(pasted.values()).containsExactly(LIBRARY.indicator("quota").orElseThrow());
    }

    @Test
    void whatIsNoIndicatorIsNotPasted() {
        assertThat(Copying.pasted(LIBRARY, "")).isEmpty();
        assertThat(Copying.pasted(LIBRARY, "revenue + 2")).isEmpty();
        assertThat(Copying.pasted(LIBRARY, "hermes: 1\nkind: population\ncode: all\n")).isEmpty();
    }

    @Test
    void namesInQuotationMarksAndBehindDotsStay() {
        assertThat(Copying.renamed(new Formula("net + x.net + 'net' + netto - net.net"), Map.of("net", "gross")).text())
                .isEqualTo("gross + x.net + 'net' + netto - gross.net");
        assertThat(Copying.renamed(new Formula("'a \\' net' + net"), Map.of("net", "gross")).text())
                .isEqualTo("'a \\' net' + gross");
    }
}
