package dev.hermes.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.model.DatedValue;
import dev.hermes.model.Document;
import dev.hermes.model.DocumentKind;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Indicator;
import dev.hermes.model.Location;
import dev.hermes.model.Message;
import dev.hermes.model.Type;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LibraryTest {

    private final Library library = Library.of(examples());

    @Test
    void documentsAreFoundByKindAndCode() {
        assertThat(library.calendar("months")).get().extracting(Document::name).isEqualTo("Calendar months");
        assertThat(library.datedValue("salary")).isPresent();
        assertThat(library.dataset("order-lines")).isPresent();
        assertThat(library.indicator("sales")).isPresent();
        assertThat(library.layout("indicators")).get().extracting(Document::name).isEqualTo("Sales and travel");
        assertThat(library.mapping("quotas")).isPresent();
        assertThat(library.parameter("quality")).isPresent();
        assertThat(library.population("everybody")).isPresent();
        assertThat(library.rateTable("commission")).isPresent();
        assertThat(library.ruleTable("gate")).isPresent();
        assertThat(library.scheme("draw")).isPresent();
        assertThat(library.scheme("sales")).isEmpty();
        assertThat(library.indicator("SALES")).isEmpty();
    }

    @Test
    void documentsAreListedByCode() {
        assertThat(library.calendars()).extracting(Document::code).containsExactly("campaign", "months", "quarters",
                "quota-periods");
        assertThat(library.indicators()).extracting(Indicator::code).isSorted().hasSize(10);
        assertThat(library.datedValues()).extracting(Document::code).isSorted().hasSize(6);
        assertThat(library.datasets()).extracting(Document::code).containsExactly("order-lines", "orders", "products");
        assertThat(library.layouts()).extracting(Document::code).containsExactly("indicators", "sketch");
        assertThat(library.mappings()).hasSize(6);
        assertThat(library.parameters()).hasSize(2);
        assertThat(library.populations()).hasSize(2);
        assertThat(library.rateTables()).hasSize(5);
        assertThat(library.ruleTables()).hasSize(4);
        assertThat(library.schemes()).hasSize(2);
        assertThat(library.documents()).hasSize(examples().size());
    }

    @Test
    void placesAreThoseOfTheFiles() {
        Indicator sales = library.indicator("sales").orElseThrow();

        assertThat(library.location(sales, "measure")).isEqualTo(new Location("indicators.yaml", 9, 10));
        assertThat(library.location(sales, "where")).isEqualTo(new Location("indicators.yaml", 1, 1));
        assertThat(Library.EMPTY.location(sales, "measure")).isNull();
    }

    @Test
    void aDraftTakesThePlaceOfTheDocumentOfItsKindAndCode() {
        DatedValue draft = new DatedValue("salary", "Monthly salary", Type.NUMBER, DatedValue.Subject.PERSON);

        Library drafted = library.with(List.of(LoadedDocument.of(draft)));

        assertThat(drafted.datedValue("salary")).contains(draft);
        assertThat(drafted.location(draft, "type")).isNull();
        assertThat(drafted.documents()).hasSameSizeAs(library.documents());
        assertThat(library.datedValue("salary")).get().extracting(DatedValue::name).isEqualTo("Yearly salary");
    }

    @Test
    void aDocumentIsTakenOutAndNothingElse() {
        Library fewer = library.without(DocumentKind.INDICATOR, "sales");

        assertThat(fewer.indicator("sales")).isEmpty();
        assertThat(fewer.layout("indicators").orElseThrow().nodes()).containsKey("sales");
        assertThat(fewer.documents()).hasSize(library.documents().size() - 1);
        assertThat(fewer.without(DocumentKind.DATASET, "sales").documents()).isEqualTo(fewer.documents());
        assertThat(library.indicator("sales")).isPresent();
    }

    @Test
    void twoDocumentsOfOneKindAndCodeAreRefusedWithBothPlaces() {
        String text = "hermes: 1\nkind: calendar\ncode: months\nperiods: months\n";
        List<LoadedDocument> both = new ArrayList<>(DocumentReader.read("one.yaml", text));
        both.addAll(DocumentReader.read("two.yaml", text));

        assertThatThrownBy(() -> Library.of(both)).isInstanceOfSatisfying(FindingsException.class,
                refusal -> assertThat(refusal.findings()).containsExactly(Finding.error("calendar months", "code",
                        new Location("two.yaml", 3, 7), Message.verbatim("The code months is already that of the "
                                + "calendar months in one.yaml:3:7. Maybe one is a copy of the other."))));
    }

    @Test
    void indicatorsDatedValuesAndRateTablesShareTheNamesOfFormulas() {
        List<LoadedDocument> rates = DocumentReader.read("rates.yaml", """
                hermes: 1
                kind: rateTable
                code: salary
                value: ratio
                rows: imported
                ---
                hermes: 1
                kind: rateTable
                code: sales
                value: ratio
                rows: imported
                ---
                hermes: 1
                kind: scheme
                code: quality
                population: everybody
                calendar: months
                from: 2026-01-01
                payLine: quality
                currency: USD
                parameters: [quality]
                """);

        assertThatThrownBy(() -> library.with(rates)).isInstanceOf(FindingsException.class).hasMessage(
                "rates.yaml:3:7: rateTable salary at code: The code salary is already that of the datedValue salary in"
                        + " dated-values.yaml:3:7, and formulas could not tell them apart. Maybe rename one.\n"
                        + "rates.yaml:9:7: rateTable sales at code: The code sales is already that of the indicator"
                        + " sales in indicators.yaml:3:7, and formulas could not tell them apart. Maybe rename one.");
        assertThat(library.with(List.of(rates.getLast())).scheme("quality")).isPresent();
    }

    private static List<LoadedDocument> examples() {
        List<LoadedDocument> documents = new ArrayList<>();
        for (var file : Texts.good()) {
            documents.addAll(DocumentReader.read(String.valueOf(file.getFileName()), Texts.read(file)));
        }
        return documents;
    }
}
