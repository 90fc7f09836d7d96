package dev.hermes.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.decimal.Decimal;
import dev.hermes.kernel.IndicatorValues;
import dev.hermes.kernel.IndicatorValues.Reading;
import dev.hermes.kernel.IndicatorValues.Total;
import dev.hermes.model.Failure;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.plan.CompiledLibrary;
import dev.hermes.plan.IndicatorPlan;
import dev.hermes.plan.IndicatorPlanner;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IndicatorValuesTest {

    private static SmallTeam january() {
        return new SmallTeam().order("o1", 5, "sam", "60000").order("o2", 20, "sam", "50000")
                .order("o3", 20, "tom", "130000").target("sam", "100000").target("tom_Seller_team", "100000");
    }

    private static String composite(String code, String formula) {
        return """
                ---
                hermes: 1
                kind: indicator
                code: %s
                type: composite
                unit: USD
                formula: "%s"
                """.formatted(code, formula);
    }

    @Test
    void everyAssignmentHasAValueOfEveryIndicatorWhetherASchemePaysItOrNot() {
        IndicatorValues values = january().values(composite("net", "sales * 0.8"));

        assertThat(values.indicators()).containsExactly("net", "sales", "teamSales");
        assertThat(values.left()).isEmpty();
        assertThat(values.size()).isEqualTo(4);
        int anna = values.indexOf("anna_Lead_team");
        int sam = values.indexOf("sam_Seller_team");
        int zoe = values.indexOf("zoe_Seller_team");
        assertThat(values.name(sam)).isEqualTo("Sam Sample");
        assertThat(values.organisation(sam)).isEqualTo("team");
        assertThat(values.assignment(anna)).isEqualTo("anna_Lead_team");
        assertThat(values.indexOf("nobody_Seller_team")).isEqualTo(-1);
        assertThat(values.actual("sales", sam)).contains(Decimal.parse("110000"));
        assertThat(values.actual("net", sam)).contains(Decimal.parse("88000"));
        assertThat(values.value("sales", Reading.TARGET, sam)).contains(Decimal.parse("100000"));
        assertThat(values.value("sales", Reading.ATTAINMENT, sam)).contains(Decimal.parse("1.1"));
        assertThat(values.value("teamSales", Reading.ATTAINMENT, anna)).contains(Decimal.parse("1.2"));
        assertThat(values.value("sales", Reading.TARGET, zoe)).isEmpty();
        assertThat(values.failure("sales", Reading.TARGET, zoe)).isNull();
        assertThat(values.failure("sales", Reading.ATTAINMENT, zoe)).isNotNull().extracting(Failure::text)
                .isEqualTo("sales.target is missing");
        assertThat(values.has("sales", Reading.GROWTH)).isFalse();
        assertThat(values.value("sales", Reading.GROWTH, sam)).isEmpty();
        assertThat(values.column("net", Reading.ACTUAL).get(sam)).isEqualTo(Decimal.parse("88000"));
        assertThatIllegalArgumentException().isThrownBy(() -> values.column("sales", Reading.BASELINE))
                .withMessage("The indicator sales has no BASELINE.");
    }

    @Test
    void whatMayBeAddedUpHasATotalAndNothingElse() {
        IndicatorValues values = january().values(composite("net", "-(sales * 0.8 - sales.target / 2)")
                + composite("average", "sales / 3 + 1") + composite("double", "orElse(sales, 0)"));

        assertThat(values.total("sales", Reading.ACTUAL, null))
                .contains(new Total(Decimal.parse("240000"), null, 4, 0));
        assertThat(values.total("sales", Reading.TARGET, "team"))
                .contains(new Total(Decimal.parse("200000"), null, 2, 2));
        assertThat(values.total("net", Reading.ACTUAL, "team"))
                .contains(new Total(Decimal.parse("-92000"), null, 2, 2));
        assertThat(values.total("sales", Reading.ACTUAL, "elsewhere")).contains(new Total(null, null, 0, 0));
        assertThat(List.of("average", "double", "teamSales"))
                .noneMatch(indicator -> values.hasTotal(indicator, Reading.ACTUAL));
        assertThat(values.total("sales", Reading.ATTAINMENT, null)).isEqualTo(Optional.empty());
    }

    @Test
    void whatIsWrongWithSomeIndicatorsDoesNotTouchTheOthers() {
        IndicatorValues values = january().values(composite("unfinished", "sales +") + composite("net", "sales / 2")
                + composite("mixed", "sales + days(period)") + composite("reader", "unfinished * 2")
                + composite("one", "two") + composite("two", "one")
                + composite("compared", "share(sales, 'strangers') * sales")
                + composite("past", "earlier.toDate") + composite("earlier", "sales.previous")
                + composite("later", "past * 2") + """
                        ---
                        hermes: 1
                        kind: population
                        code: strangers
                        condition: unfinished > 0
                        """);

        assertThat(values.indicators()).containsExactly("earlier", "net", "sales", "teamSales");
        assertThat(values.actual("net", values.indexOf("tom_Seller_team"))).contains(Decimal.parse("65000"));
        assertThat(values.left()).containsOnlyKeys("compared", "later", "mixed", "one", "past", "reader", "two",
                "unfinished");
        assertThat(values.left().get("unfinished")).singleElement().extracting(Finding::path).isEqualTo("formula");
        assertThat(first(values.plan(), "unfinished").location()).isNotNull();
        assertThat(first(values.plan(), "reader").message().text())
                .isEqualTo("The indicator 'unfinished' has errors of its own; mend them first.");
        assertThat(first(values.plan(), "one").message().text()).contains("depends on itself: one → two → one");
        assertThat(first(values.plan(), "two").message().text()).contains("circle of references");
        assertThat(first(values.plan(), "compared").text()).contains("population strangers");
        assertThat(first(values.plan(), "past").message().text()).contains("Only one of them can be given");
        assertThat(values.left().get("later")).isEqualTo(values.left().get("past"));
        assertThat(values.value("unfinished", Reading.ACTUAL, 0)).isEmpty();
    }

    @Test
    void aLibraryWithErrorsTellsAllOfThemAndKeepsWhatIsRight() {
        CompiledLibrary library = SmallTeam.library(composite("unfinished", "sales +") + composite("net", "sales / 2")
                + """
                        ---
                        hermes: 1
                        kind: population
                        code: strangers
                        condition: unfinished > 0
                        ---
                        hermes: 1
                        kind: scheme
                        code: broken
                        population: sellers
                        calendar: months
                        from: 2026-01-01
                        payLine: other
                        currency: USD
                        parameters: [commission]
                        cap: unfinished
                        """);

        assertThat(library.findings()).extracting(finding -> finding.subject() + " at " + finding.path())
                .containsExactly("indicator unfinished at formula", "population strangers at condition",
                        "scheme broken at cap");
        assertThat(library.findings()).allSatisfy(finding -> assertThat(finding.location()).isNotNull());
        assertThat(library.indicators()).containsOnlyKeys("net", "sales", "teamSales");
        assertThat(library.schemes()).containsOnlyKeys("lead", "monthly");
    }

    @Test
    void whatHoldsDayByDayOrIsNotKnownIsLeftWithTheReason() {
        CompiledLibrary library = SmallTeam.library("""
                ---
                hermes: 1
                kind: datedValue
                code: salary
                type: USD
                of: assignment
                ---
                hermes: 1
                kind: indicator
                code: pay
                type: composite
                unit: USD
                formula: salary
                each: day
                """);
        IndicatorPlan plan = IndicatorPlanner.plan(library, List.of("pay", "salse", "sales"), "months", "2026-01",
                null);

        assertThat(plan.indicators()).containsOnlyKeys("sales");
        assertThat(first(plan, "pay").text()).contains("holds day by day").contains("daily(pay)");
        assertThat(first(plan, "salse").text())
                .isEqualTo("indicator salse: The indicator 'salse' does not exist. Maybe 'sales'?");
        assertThatThrownBy(() -> IndicatorPlanner.plan(library, List.of("sales"), "month", "2026-01", null))
                .isInstanceOf(FindingsException.class)
                .hasMessage("calendar month: The calendar 'month' does not exist. Maybe 'months'?");
        assertThatThrownBy(() -> IndicatorPlanner.plan(library, List.of("sales"), "months", "2026", null))
                .isInstanceOf(FindingsException.class).hasMessageContaining("is not a period of the calendar 'months'");
    }

    @Test
    void theFingerprintChangesOnlyWithWhatIsRead() {
        String net = composite("net", "sales / 2");
        String layout = "---\nhermes: 1\nkind: layout\ncode: cards\nnodes: {net: {x: 1, y: 2}}\n";

        assertThat(fingerprint(net + layout)).isEqualTo(fingerprint(net + composite("other", "sales")));
        assertThat(fingerprint(composite("net", "sales / 3"))).isNotEqualTo(fingerprint(net));
    }

    private static Finding first(IndicatorPlan plan, String indicator) {
        return plan.left().getOrDefault(indicator, List.of()).getFirst();
    }

    private static String fingerprint(String more) {
        return IndicatorPlanner.plan(SmallTeam.library(more), List.of("net"), "months", "2026-01", null).plan()
                .fingerprint();
    }
}
