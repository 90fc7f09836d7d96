package dev.hermes.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Location;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each YAML file in the folder {@code bad} is refused with exactly the findings in the text file beside it. */
class BadDocumentsTest {

    @ParameterizedTest
    @MethodSource("dev.hermes.document.Texts#bad")
    void aBadDocumentIsRefusedWithEveryFindingAtItsPlace(Path file) {
        String name = String.valueOf(file.getFileName());
        String expected = Texts.read(file.resolveSibling(name.replace(".yaml", ".txt")));

        FindingsException refusal = refusal(name, Texts.read(file));

        assertThat(refusal.findings().stream().map(Finding::text).collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo(expected);
        assertThat(refusal.findings()).allSatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
            assertThat(finding.message().text()).contains("Maybe ").endsWith(".");
        });
    }

    @Test
    void thePlacesAreThoseOfTheFieldsInTheFile() {
        FindingsException refusal = refusal("monthly.yaml", """
                hermes: 1
                kind: scheme
                code: monthly
                population: sellers
                calendar: months
                from: 2026-01-01
                payLine: commission
                currency: USX
                parameters: [commissionPay]
                balances:
                  owed: {unit: USD, closing: '0', scale: 13}
                """);

        assertThat(refusal.findings()).extracting(Finding::subject).containsOnly("scheme monthly");
        assertThat(refusal.findings()).extracting(Finding::path).containsExactly("currency", "balances.owed.scale");
        assertThat(refusal.findings()).extracting(Finding::location).containsExactly(
                new Location("monthly.yaml", 8, 11), new Location("monthly.yaml", 11, 42));
    }

    @Test
    void aDocumentWithEndlessMistakesIsRefusedWithAHundredOfThemAndAWordAboutTheRest() {
        String rules = "  - {condition: vip, reason: r}\n".repeat(5_000);

        FindingsException refusal = refusal("rules.yaml",
                "hermes: 1\nkind: ruleTable\ncode: salesRules\nunit: USD\nrules:\n" + rules);

        assertThat(refusal.findings()).hasSize(101);
        assertThat(refusal.findings().getLast().message().text()).startsWith("There are more findings than these.");
    }

    private static FindingsException refusal(String file, String text) {
        return catchThrowableOfType(FindingsException.class, () -> DocumentReader.read(file, text));
    }
}
