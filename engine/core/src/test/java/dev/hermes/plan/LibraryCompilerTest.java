package dev.hermes.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.document.DocumentReader;
import dev.hermes.document.Library;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LibraryCompilerTest {

    private static final String GROUND = """
            hermes: 1
            kind: calendar
            code: months
            periods: months
            ---
            hermes: 1
            kind: dataset
            code: orders
            columns: {id: text, day: date, seller: text, amount: USD, status: text}
            key: id
            date: day
            credit: {person: seller}
            ---
            hermes: 1
            kind: indicator
            code: sales
            type: base
            unit: USD
            dataset: orders
            aggregate: sum
            measure: amount
            target: upload
            ---
            hermes: 1
            kind: ruleTable
            code: fivePercent
            unit: USD
            hitPolicy: first
            rules:
              - {expression: indicator * 0.05}
            ---
            hermes: 1
            kind: parameter
            code: commission
            unit: USD
            items: [{indicator: sales, rules: fivePercent}]
            ---
            hermes: 1
            kind: population
            code: sellers
            include: {positions: [Seller]}
            ---
            hermes: 1
            kind: scheme
            code: monthly
            population: sellers
            calendar: months
            from: 2026-01-01
            payLine: pay
            currency: USD
            parameters: [commission]
            """;

    private static CompiledLibrary compile(String more) {
        return LibraryCompiler.compile(Library.of(DocumentReader.read("plan.yaml", GROUND + "---\n" + more)));
    }

    private static List<String> errors(String more) {
        return compile(more).findings().stream().map(Finding::text).toList();
    }

    private static String composite(String code, String formula) {
        return "hermes: 1\nkind: indicator\ncode: " + code + "\ntype: composite\nunit: USD\nformula: " + formula
                + "\n";
    }

    @Test
    void whatIsRightCompilesWithoutFindings() {
        CompiledLibrary library = compile(composite("half", "sales / 2"));

        assertThat(library.findings()).isEmpty();
        assertThat(library.indicators()).containsOnlyKeys("sales", "half");
        assertThat(library.schemes()).containsOnlyKeys("monthly");
    }

    @Test
    void aCycleIsRefusedWithItsPath() {
        List<String> errors = errors(composite("a", "b + 1") + "---\n" + composite("b", "c * 2") + "---\n"
                + composite("c", "a.previous - 1"));

        assertThat(errors).singleElement().asString().contains("depends on itself: a → b → c → a")
                .startsWith("plan.yaml:");
    }

    @Test
    void aTargetMayReadItsOwnIndicatorsBaselineButNotItself() {
        String grows = """
                hermes: 1
                kind: indicator
                code: grows
                type: base
                unit: USD
                actual: upload
                baseline: upload
                target: {formula: grows.baseline * 1.1}
                """;

        assertThat(errors(grows)).isEmpty();
        assertThat(errors(grows.replace("grows.baseline", "grows.target"))).singleElement().asString()
                .contains("grows.target → grows.target");
    }

    @Test
    void anUnknownNameIsRefusedWithTheNearestOne() {
        assertThat(errors(composite("half", "sale / 2"))).singleElement().asString().contains("plan.yaml:")
                .contains("'sale'").contains("Maybe sales");
    }

    @Test
    void whatReadsSomethingBrokenIsBrokenAndSaysSo() {
        CompiledLibrary library = compile(composite("half", "sale / 2") + "---\n" + composite("quarter", "half / 2"));

        assertThat(library.indicators()).containsOnlyKeys("sales");
        assertThat(library.findings()).hasSize(2).last().extracting(Finding::message).asString()
                .contains("'half' has errors of its own");
    }

    @Test
    void aParameterOfAnotherCurrencyIsRefused() {
        String euros = """
                hermes: 1
                kind: parameter
                code: bonus
                unit: EUR
                items: [{indicator: sales, rules: fivePercent}]
                """;
        String scheme = """
                hermes: 1
                kind: scheme
                code: other
                population: sellers
                calendar: months
                from: 2026-01-01
                payLine: other
                currency: USD
                parameters: [bonus]
                """;

        assertThat(errors(euros + "---\n" + scheme)).anyMatch(text -> text.contains("EUR") && text.contains("USD"));
    }

    @Test
    void aRollUpOfNothingButDatedValuesAsksForValues() {
        String salary = "hermes: 1\nkind: datedValue\ncode: salary\ntype: USD\nof: person\n---\n";
        String team = composite("teamSalary", "salary") + "scope: subordinates\n";

        assertThat(errors(salary + team)).singleElement().asString().contains("rollup: values");
        assertThat(errors(salary + team + "rollup: values\n")).isEmpty();
    }

    @Test
    void theSamePlanHasTheSameFingerprintAndAnotherRateAnotherOne() {
        String first = Planner.plan(compile(composite("half", "sales / 2")), List.of("monthly"), "2026-01", null)
                .fingerprint();
        String second = Planner.plan(compile(composite("third", "sales / 3")), List.of("monthly"), "2026-01", null)
                .fingerprint();
        CompiledLibrary changed = LibraryCompiler.compile(Library
                .of(DocumentReader.read("plan.yaml", GROUND.replace("indicator * 0.05", "indicator * 0.06"))));

        assertThat(second).isEqualTo(first);
        assertThat(Planner.plan(changed, List.of("monthly"), "2026-01", null).fingerprint()).isNotEqualTo(first);
        assertThat(Planner.plan(compile(composite("half", "sales / 2")), List.of("monthly"), "2026-02", null)
                .fingerprint()).isNotEqualTo(first);
    }

    @Test
    void aLayoutIsNotPartOfAPlanAndMayNameWhatIsNotThere() {
        String layout = """
                hermes: 1
                kind: layout
                code: indicators
                nodes: {sales: {x: %s, y: 96}, gone: {x: 0, y: 0}}
                """;
        CompiledLibrary before = compile(layout.formatted(316));
        CompiledLibrary after = compile(layout.formatted(317));

        assertThat(before.findings()).isEmpty();
        assertThat(Planner.plan(after, List.of("monthly"), "2026-01", null).fingerprint())
                .isEqualTo(Planner.plan(before, List.of("monthly"), "2026-01", null).fingerprint())
                .isEqualTo(Planner.plan(compile(composite("half", "sales / 2")), List.of("monthly"), "2026-01", null)
                        .fingerprint());
    }

    @Test
    void aColumnRefersToADatasetThatIsThere() {
        String visits = """
                hermes: 1
                kind: dataset
                code: visits
                columns: {id: text, order: {type: text, refersTo: %s}}
                key: id
                """;

        assertThat(errors(visits.formatted("order"))).singleElement().asString()
                .contains("columns.order.refersTo").contains("order").endsWith("Maybe 'orders'?");
        assertThat(errors(visits.formatted("orders"))).isEmpty();
        assertThat(errors(visits.formatted("visits"))).isEmpty();
    }

    @Test
    void aPeriodThatIsNoneAndASchemeThatIsNoneAreNamed() {
        CompiledLibrary library = compile(composite("half", "sales / 2"));

        assertThatThrownBy(() -> Planner.plan(library, List.of("monthly"), "2026-13", null))
                .isInstanceOf(FindingsException.class).hasMessageContaining("2026-13").hasMessageContaining("2026-01");
        assertThatThrownBy(() -> Planner.plan(library, List.of("montly"), "2026-01", null))
                .isInstanceOf(FindingsException.class).hasMessageContaining("montly").hasMessageContaining("monthly");
        assertThatThrownBy(() -> Planner.plan(library, List.of("monthly"), "2025-12", null))
                .isInstanceOf(FindingsException.class).hasMessageContaining("not valid in the period 2025-12");
    }
}
