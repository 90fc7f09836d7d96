package dev.hermes.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.hermes.decimal.Decimal;
import dev.hermes.kernel.Calculation;
import dev.hermes.kernel.PayLine;
import dev.hermes.kernel.RunMonitor;
import dev.hermes.kernel.SchemeResult;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TraceTest {

    private static SmallTeam january() {
        return new SmallTeam().order("o1", 5, "sam", "60000").order("o2", 20, "sam", "50000")
                .order("o3", 20, "tom", "130000").order("o4", 21, "stranger", "1").target("sam", "100000")
                .target("tom_Seller_team", "100000");
    }

    private static SchemeResult scheme(Calculation calculation, String code) {
        return calculation.result().scheme(code).orElseThrow();
    }

    @Test
    void aSellersPayIsExplainedDownToTheOrders() {
        String text = january().calculate().explain("monthly", "sam_Seller_team").orElseThrow().toText();

        assertThat(text.lines().skip(1)).containsSubsequence("├ parameter commission = 5,750   commission",
                "│ │ │ └ condition = false   indicator.attainment < 0.5: 1.1 < 0.5",
                "│ │ │   └ sales.attainment = 1.1   actual ÷ target", "│ │ │     ├ sales = 110,000",
                "│ │ │     │ ├ orders o1 = 60,000   2026-01-05", "│ │ │     │ └ orders o2 = 50,000   2026-01-20",
                "│ │ └ rule 2 (accelerated) = matched", "│ │     ├ 0 to 100000: 100000 × 0.05",
                "│ │     └ 100000 to 110000: 10000 × 0.075", "└ statement = 5,750");
        assertThat(text).startsWith("Payout of Sam Sample (sam_Seller_team) = 5,750.00 USD   scheme monthly,");
    }

    @Test
    void aLeadsPayIsExplainedThroughTheMembersToTheirOrders() {
        String text = january().calculate().explain("lead", "anna_Lead_team").orElseThrow().toText();

        assertThat(text).contains("teamSales.attainment = 1.2").contains("sam_Seller_team = 110,000   Sam Sample")
                .contains("tom_Seller_team = 130,000").contains("orders o3 = 130,000   2026-01-20")
                .doesNotContain("zoe_Seller_team");
    }

    @Test
    void aFailureIsExplainedByWhatIsMissing() {
        Calculation calculation = january().calculate();

        SchemeResult result = scheme(calculation, "monthly");
        int zoe = result.indexOf("zoe_Seller_team");

        assertThat(result.payout(zoe)).isEmpty();
        assertThat(calculation.explain("monthly", "zoe_Seller_team").orElseThrow().toText())
                .contains("failed: parameter commission › accelerated › rule 1: sales.target is missing")
                .contains("sales.target = missing");
    }

    @Test
    void theJsonHoldsTheSameTree() {
        JsonNode root = JsonMapper.shared()
                .readTree(january().calculate().explain("monthly", "tom_Seller_team").orElseThrow().toJson());

        assertThat(root.get("kind").asString()).isEqualTo("payout");
        assertThat(root.get("value").asString()).isEqualTo("7000.00 USD");
        assertThat(root.get("children").get(0).get("label").asString()).isEqualTo("parameter commission");
    }

    @Test
    void whatWasCutOffIsALineAndTheLinesAddUp() {
        SchemeResult result = scheme(january().calculate(), "monthly");
        int tom = result.indexOf("tom_Seller_team");

        assertThat(result.lines(tom)).extracting(PayLine::label, line -> line.amount().toString())
                .containsExactly(tuple("commission", "7500"),
                        tuple("commission: cap", "-500"));
        assertThat(result.payout(tom)).contains(Decimal.parse("7000"));
    }

    @Test
    void nobodyIsExplainedWhoIsNotInThePopulation() {
        Calculation calculation = january().calculate();

        assertThat(calculation.explain("monthly", "anna_Lead_team")).isEmpty();
        assertThat(calculation.explain("yearly", "sam_Seller_team")).isEmpty();
    }

    @Test
    void factsThatNameNobodyWhoIsHereAreCounted() {
        assertThat(january().calculate().result().credits()).singleElement().satisfies(credit -> {
            assertThat(credit.credited()).isEqualTo(3);
            assertThat(credit.uncredited()).isEqualTo(1);
            assertThat(credit.examples()).containsOnlyKeys("stranger");
        });
    }

    @Test
    void aRunReportsItsStages() {
        Set<String> stages = new ConcurrentSkipListSet<>();

        january().calculate(january().facts(), new RunMonitor() {
            @Override
            public void progress(String stage, long done, long total) {
                stages.add(stage);
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        });

        assertThat(new TreeSet<>(stages)).containsExactly("facts", "indicators", "organisation", "scheme lead",
                "scheme monthly");
    }

    @Test
    void aRunThatIsCancelledEndsWithoutAResult() {
        RunMonitor cancelled = new RunMonitor() {
            @Override
            public void progress(String stage, long done, long total) {
                assertThat(total).isNotNegative();
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };

        assertThatThrownBy(() -> january().calculate(january().facts(), cancelled))
                .isInstanceOf(CancellationException.class);
    }
}
