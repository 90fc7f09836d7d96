package dev.hermes.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.document.Library;
import dev.hermes.model.Indicator;
import dev.hermes.model.Scheme;
import dev.hermes.model.SeriesSource;
import dev.hermes.plan.CompiledLibrary;
import dev.hermes.plan.LibraryCompiler;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoDocumentsTest {

    private final Library library = Demo.library();

    @Test
    void nothingIsWrongWithTheDocuments() {
        CompiledLibrary compiled = LibraryCompiler.compile(library);
        assertThat(compiled.findings()).isEmpty();
        assertThat(compiled.schemes()).containsOnlyKeys("field-sales", "key-accounts", "team-leads");
    }

    @Test
    void theyShowEveryKindOfIndicator() {
        assertThat(library.indicators()).hasSizeBetween(20, 30);
        assertThat(library.indicators()).filteredOn(Indicator::eachDay).isNotEmpty();
        assertThat(library.indicators()).filteredOn(indicator -> indicator.actual() instanceof SeriesSource.Facts)
                .isNotEmpty();
        assertThat(library.indicators()).filteredOn(indicator -> indicator.actual() instanceof SeriesSource.Score)
                .isNotEmpty();
        assertThat(library.indicators()).filteredOn(indicator -> !indicator.scope().isOwn()).isNotEmpty();
    }

    @Test
    void everySchemeRunsFromTheFirstMonthInYuan() {
        assertThat(library.schemes()).allSatisfy(scheme -> {
            assertThat(scheme.from()).isEqualTo(DemoOptions.DEFAULT.start());
            assertThat(scheme.currency()).isEqualTo("CNY");
        });
        assertThat(library.schemes()).extracting(Scheme::payee).contains(Scheme.Payee.ASSIGNMENT, Scheme.Payee.PERSON);
    }

    /** They are read by people: nothing is without a name, no line is too long, and every file begins with a comment. */
    @Test
    void theyReadWell() {
        assertThat(library.documents()).allSatisfy(
                loaded -> assertThat(loaded.document().name()).isNotBlank().isNotEqualTo(loaded.document().code()));
        assertThat(Demo.documents()).allSatisfy(file -> {
            assertThat(file.text()).startsWith("# ");
            assertThat(List.of(file.text().split("\n"))).allSatisfy(
                    line -> assertThat(line.length()).isLessThanOrEqualTo(120));
        });
    }
}
