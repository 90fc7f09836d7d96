package dev.hermes.local;

import static dev.hermes.local.FactFolder.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.decimal.Decimal;
import dev.hermes.document.DocumentReader;
import dev.hermes.document.Library;
import dev.hermes.kernel.Engine;
import dev.hermes.kernel.IndicatorValues;
import dev.hermes.kernel.IndicatorValues.Reading;
import dev.hermes.kernel.RunMonitor;
import dev.hermes.model.AssignmentKey;
import dev.hermes.model.AssignmentRow;
import dev.hermes.model.CalcInputs;
import dev.hermes.model.Dataset;
import dev.hermes.model.Dates;
import dev.hermes.model.Indicator;
import dev.hermes.plan.CompiledLibrary;
import dev.hermes.plan.IndicatorPlanner;
import dev.hermes.plan.LibraryCompiler;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Indicators that are queries, of which some are refused while the others are known. */
class IndicatorQueryTest {

    private static final String DOCUMENTS = """
            hermes: 1
            kind: calendar
            code: months
            periods: months
            ---
            hermes: 1
            kind: indicator
            code: best
            type: base
            unit: USD
            query: SELECT seller AS assignment, max(amount) AS value FROM orders GROUP BY seller
            empty: missing
            ---
            hermes: 1
            kind: indicator
            code: worst
            type: base
            unit: USD
            query: SELECT seller AS assignment, min(amuont) AS value FROM orders GROUP BY seller
            empty: missing
            ---
            hermes: 1
            kind: indicator
            code: spread
            type: composite
            unit: USD
            formula: best - orElse(worst, 0)
            ---
            hermes: 1
            kind: indicator
            code: half
            type: composite
            unit: USD
            formula: best / 2
            """;

    @TempDir
    Path folder;

    @Test
    void aRefusedQueryLeavesOutWhateverNeedsIt() {
        Dataset orders = FactFolder.dataset("orders", FactFolder.number("amount", 18, 2));
        new FactFolder(folder).write(orders,
                row("1", "ann_Seller_team", LocalDate.of(2026, 1, 5), new BigDecimal("10.50")),
                row("2", "ann_Seller_team", LocalDate.of(2026, 1, 6), new BigDecimal("7")));
        CompiledLibrary library = LibraryCompiler.compile(Library.of(DocumentReader.read("q.yaml", DOCUMENTS)));
        CalcInputs inputs = new CalcInputs(List.of(), List.of(), List.of(), List.of(),
                List.of(new AssignmentRow(new AssignmentKey("ann", "Seller", "team"), Dates.BEGINNING, Dates.OPEN)),
                List.of(), List.of(), List.of(), List.of(), CalcInputs.Balances.NONE);
        try (DuckFacts facts = DuckFacts.open(folder, List.of(orders), Limits.standard())) {
            IndicatorValues values = new Engine(2).values(library, IndicatorPlanner.plan(library,
                    library.library().indicators().stream().map(Indicator::code).toList(), "months", "2026-01", null),
                    inputs, facts, RunMonitor.NONE);

            assertThat(values.indicators()).containsExactly("best", "half");
            assertThat(values.actual("half", 0)).contains(Decimal.parse("5.25"));
            assertThat(values.left()).containsOnlyKeys("worst", "spread");
            assertThat(values.left().values()).allSatisfy(findings -> assertThat(findings).singleElement()
                    .satisfies(finding -> assertThat(finding.text()).startsWith("q.yaml:19:")
                            .contains("indicator worst at query").contains("amuont")));
            assertThat(values.value("spread", Reading.ACTUAL, 0)).isEmpty();
        }
    }
}
