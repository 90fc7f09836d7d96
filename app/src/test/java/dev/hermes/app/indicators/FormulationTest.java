package dev.hermes.app.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.app.language.Language;
import dev.hermes.app.language.Texts;
import dev.hermes.document.DocumentReader;
import dev.hermes.document.DocumentWriter;
import dev.hermes.document.Library;
import dev.hermes.model.Indicator;
import dev.hermes.model.SeriesSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulationTest {

    private final Texts texts = new Texts(Language.ENGLISH);

    private static Indicator composite(String formula) {
        return (Indicator) DocumentReader.read("a.yaml", """
                hermes: 1
                kind: indicator
                code: total
                type: composite
                unit: CNY
                formula: "%s"
                """.formatted(formula)).getFirst().document();
    }

    private static String formula(Indicator indicator) {
        return ((SeriesSource.Composite) indicator.actual()).formula().text();
    }

    @Test
    void whatIsDrawnIntoAnIndicatorIsAddedToItsFormula() {
        assertThat(formula(Formulation.reading(composite("a * 2"), "b").orElseThrow())).isEqualTo("a * 2 + b");
        assertThat(formula(Formulation.reading(composite("0"), "b").orElseThrow())).isEqualTo("b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a > 0 ? a : c", "a > 0", "a in 1..2", "level == '(' && a < (1)"})
    void whatIsAddedToAConditionIsAddedToAllOfIt(String loose) {
        assertThat(formula(Formulation.reading(composite(loose), "b").orElseThrow())).isEqualTo("(" + loose + ") + b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a > 0 ? a : c)", "max(a, c > 0 ? 1 : 2)", "count('a > b') - inner"})
    void whatIsEnclosedAlreadyIsNotEnclosedAgain(String tight) {
        assertThat(formula(Formulation.reading(composite(tight), "b").orElseThrow())).isEqualTo(tight + " + b");
    }

    @Test
    void whatIsInsertedTakesThePlaceOfWhatWasReadThere() {
        Indicator reader = composite("net + netto - net.target");

        assertThat(formula(Formulation.readingInstead(reader, "net", "between").orElseThrow()))
                .isEqualTo("between + netto - between.target");
        assertThat(Formulation.readingInstead(reader, "other", "between")).isEmpty();
        assertThat(formula(Formulation.readingInstead(composite("net + table.net + lookup('net')"), "net", "between")
                .orElseThrow())).isEqualTo("between + table.net + lookup('net')");
    }

    @ParameterizedTest
    @EnumSource
    void aNewIndicatorIsADocumentThatCanBeReadAgain(Formulation.Kind kind) {
        Indicator made = Formulation.fresh(kind, Library.EMPTY, texts);

        assertThat(made.code()).isEqualTo("indicator1");
        assertThat(DocumentReader.read("a.yaml", DocumentWriter.toYaml(made)).getFirst().document()).isEqualTo(made);
    }

    @Test
    void aNewIndicatorHasACodeOfItsOwn() {
        Indicator first = Formulation.fresh(Formulation.Kind.COMPOSITE, Library.EMPTY, texts);
        Library library = Library.of(DocumentReader.read("a.yaml", DocumentWriter.toYaml(first)));

        assertThat(Formulation.fresh(Formulation.Kind.BASE, library, texts).code()).isEqualTo("indicator2");
    }
}
