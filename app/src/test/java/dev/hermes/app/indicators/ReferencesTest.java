package dev.hermes.app.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.document.DocumentReader;
import dev.hermes.document.DocumentWriter;
import dev.hermes.document.Library;
import dev.hermes.document.LoadedDocument;
import dev.hermes.model.Document;
import dev.hermes.model.DocumentKind;
import dev.hermes.model.Indicator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferencesTest {

    private static final Library EVERYWHERE = Library.of(DocumentReader.read("documents.yaml", """
            hermes: 1
            kind: indicator
            code: net
            type: composite
            unit: CNY
            formula: "1"
            ---
            hermes: 1
            kind: parameter
            code: bonus
            unit: CNY
            items: [{indicator: item, rules: table}]
            appliesWhen: applies > 0
            floor: parameterFloor
            cap: parameterCap
            ---
            hermes: 1
            kind: ruleTable
            code: table
            unit: CNY
            rules: [{condition: condition > 0, expression: "flat(indicator, rates)"}]
            otherwise: other
            ---
            hermes: 1
            kind: rateTable
            code: rates
            quantity: CNY
            value: ratio
            scaledBy: scale
            rows: [{from: 0, value: 1}]
            ---
            hermes: 1
            kind: population
            code: all
            condition: member > 0
            ---
            hermes: 1
            kind: scheme
            code: monthly
            population: all
            calendar: months
            from: 2026-01-01
            payLine: variable
            currency: CNY
            parameters: [bonus]
            appliesWhen: schemeApplies > 0
            proration: {days: prorated, basis: basis}
            pay: bonus + pay
            coefficient: coefficient
            floor: schemeFloor
            cap: schemeCap
            balances: {draw: {unit: CNY, opening: 0, closing: draw + carried - payout}}
            ---
            hermes: 1
            kind: ruleTable
            code: unused
            unit: CNY
            rules: [{expression: net}]
            """));

    private static final References FOUND = References.of(EVERYWHERE);

    private static List<String> read(String card) {
        return FOUND.edges().keySet().stream().filter(reference -> reference.to().equals(card))
                .map(References.Reference::from).toList();
    }

    @Test
    void parametersReadWhateverTheirFormulasAndRulesName() {
        assertThat(read("p-bonus")).containsExactlyInAnyOrder("item", "applies", "parameterFloor", "parameterCap",
                "condition", "other", "scale");
        assertThat(FOUND.edges()).containsEntry(new References.Reference("condition", "p-bonus"), true)
                .containsEntry(new References.Reference("other", "p-bonus"), false);
    }

    @Test
    void schemesReadTheirParametersTheirPopulationAndWhateverTheirFormulasName() {
        assertThat(read("s-monthly")).containsExactlyInAnyOrder("p-bonus", "member", "schemeApplies", "prorated",
                "basis", "pay", "coefficient", "schemeFloor", "schemeCap", "carried");
    }

    @Test
    void whatIsNamedAndNotThereIsUnknown() {
        assertThat(FOUND.unknown()).contains("item", "coefficient", "member", "scale").doesNotContain("net", "p-bonus",
                "draw", "bonus", "payout", "indicator", "rates");
    }

    @Test
    void rulesThatNobodyIsPaidByAreNamedAsWell() {
        assertThat(FOUND.elsewhere()).containsEntry("net",
                List.of(new References.Use(DocumentKind.RULE_TABLE, "unused", "unused")));
    }

    static List<Library> libraries() {
        return List.of(Libraries.DEMO, Libraries.ADVENTURE_WORKS);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void everyIndicatorThatAnotherDocumentNamesIsUsed(Library library) {
        References references = References.of(library);

        assertThat(references.unknown()).isEmpty();
        assertThat(library.indicators()).isNotEmpty().allSatisfy(indicator -> {
            boolean isUsed = references.edges().keySet().stream().anyMatch(of -> of.from().equals(indicator.code()))
                    || references.elsewhere().containsKey(indicator.code());
            assertThat(isUsed).as(indicator.code()).isEqualTo(isNamed(library, indicator));
        });
    }

    /** As a word of any text of another document. Datasets have columns that are called alike. */
    private static boolean isNamed(Library library, Indicator indicator) {
        Pattern word = Pattern.compile("(?<![.\\w])" + indicator.code() + "\\b(?!\":)");
        return library.documents().stream().map(LoadedDocument::document).filter(other -> !other.equals(indicator))
                .filter(other -> other.kind() != DocumentKind.DATASET && other.kind() != DocumentKind.LAYOUT)
                .map(ReferencesTest::formulas).anyMatch(text -> word.matcher(text).find());
    }

    private static String formulas(Document document) {
        String json = DocumentWriter.toCanonicalJson(document);
        return document.kind() == DocumentKind.MAPPING
                ? json.replaceAll("(?s).*?(\"of\":\"[^\"]*\")?.*", "$1")
                : json.replaceAll("\"(?:name|reason|where|measure|dataset)\":\"(?:[^\"\\\\]|\\\\.)*\"", "");
    }

    @Test
    void whatMultipliesThePayOfTheDemoIsReadByItsScheme() {
        assertThat(References.of(Libraries.DEMO).edges())
                .containsKey(new References.Reference("judgement", "s-field-sales"));
    }
}
