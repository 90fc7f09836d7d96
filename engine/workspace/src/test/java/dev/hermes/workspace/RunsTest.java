package dev.hermes.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.hermes.decimal.Decimal;
import dev.hermes.model.CalcInputs;
import dev.hermes.model.OpeningBalance;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsTest {

    private static final Instant NOW = Instant.parse("2026-02-03T08:30:00Z");
    private static final RunOrigin ORIGIN = new RunOrigin(0, null, "plan-1", "facts-1", "inputs-1",
            LocalDate.of(2026, 2, 1));

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        Workspace.create(folder).close();
        workspace = Workspace.open(folder, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private static PayoutRecord paid(String payee, String amount, Map<String, Decimal> closing) {
        return new PayoutRecord(payee, Decimal.parse(amount), null, closing);
    }

    private static PayoutRecord failed(String payee, String failure) {
        return new PayoutRecord(payee, null, failure, Map.of());
    }

    private SavedRun save(String scheme, String period, PayoutRecord... payouts) {
        return workspace.runs()
                .save(new RunRecord(scheme, "sales", "months", period, "EUR", ORIGIN, List.of(payouts)));
    }

    @Test
    void aRunIsSavedWithAllItsPayouts() {
        PayoutRecord anna = paid("1_Seller_East", "1234.56", Map.of("draw", Decimal.parse("-200.5")));
        PayoutRecord ben = failed("2_Seller_East", "target of sales is missing");
        PayoutRecord carl = paid("3_Seller_West", "0", Map.of());
        SavedRun run = save("sales2026", "2026-01", carl, ben, anna);
        assertThat(run).isEqualTo(new SavedRun(1, 1, "sales2026", "sales", "2026-01", "EUR", ORIGIN, 0, NOW,
                System.getProperty("user.name"), 3, 1, new BigDecimal("1234.56")));
        assertThat(workspace.runs().latest("sales2026", "2026-01")).contains(run);
        assertThat(workspace.runs().latest("sales2026", "2026-02")).isEmpty();
        assertThat(workspace.runs().payouts(run)).containsExactly(anna, ben, carl);
    }

    @Test
    void theLatestRunOfAPeriodCountsAndTheOthersAreKept() {
        SavedRun first = save("sales2026", "2026-01", paid("1_Seller_East", "10", Map.of()));
        SavedRun second = save("sales2026", "2026-01", paid("1_Seller_East", "12", Map.of()));
        assertThat(workspace.runs().latest("sales2026", "2026-01")).contains(second);
        assertThat(workspace.runs().all()).containsExactly(second, first);
        assertThat(workspace.runs().payouts(first)).extracting(PayoutRecord::amount).containsExactly(Decimal.of(10));
    }

    @Test
    void runsThatAreCalculatedTogetherKnowEachOther() {
        SavedRun alone = save("sales2026", "2026-01");
        List<SavedRun> both = workspace.runs().save(List.of(
                new RunRecord("sales2026", "sales", "months", "2026-01", "EUR", ORIGIN, List.of()),
                new RunRecord("heads2026", "heads", "months", "2026-01", "EUR", ORIGIN, List.of())));

        assertThat(both).extracting(SavedRun::calculation).containsExactly(2L, 2L);
        assertThat(workspace.runs().together(both.getLast())).isEqualTo(both);
        assertThat(workspace.runs().together(alone)).containsExactly(alone);
        assertThat(workspace.runs().find(3)).contains(both.getLast());
        assertThat(workspace.runs().find(4)).isEmpty();
    }

    @Test
    void twoRunsAreComparedPayeeByPayee() {
        SavedRun march = save("sales2026", "2026-03", paid("anna", "100", Map.of()), paid("ben", "50", Map.of()),
                failed("carl", "no target"), paid("dora", "10", Map.of("draw", Decimal.of(-5))));
        SavedRun april = save("sales2026", "2026-04", paid("anna", "100", Map.of()), paid("carl", "30.01", Map.of()),
                paid("dora", "10", Map.of("draw", Decimal.of(-4))), paid("emil", "1", Map.of()));

        RunComparison comparison = RunComparison.of(workspace.runs().payouts(march), workspace.runs().payouts(april));

        assertThat(comparison.same()).as("anna").isEqualTo(1);
        assertThat(comparison.differences())
                .extracting(RunComparison.Difference::payee, RunComparison.Difference::change,
                        difference -> difference.amount().toPlainString())
                .containsExactly(tuple("ben", RunComparison.Change.GONE, "-50"),
                        tuple("carl", RunComparison.Change.CHANGED, "30.01"),
                        tuple("dora", RunComparison.Change.CHANGED, "0"),
                        tuple("emil", RunComparison.Change.ADDED, "1"));
        assertThat(comparison.before()).isEqualByComparingTo("160");
        assertThat(comparison.after()).isEqualByComparingTo("141.01");
    }

    @Test
    void balancesAreKnownAsTheyWereBeforeARun() {
        save("sales", "2025-12", paid("anna", "10", Map.of("draw", Decimal.of(-50))));
        SavedRun january = save("sales", "2026-01", paid("anna", "10", Map.of()));
        save("sales", "2025-12", paid("anna", "10", Map.of("draw", Decimal.of(-70))));

        Map<String, String> before = Map.of("sales", "2025-12");
        assertThat(workspace.runs().balances("2026-01", before, january.id()).carried())
                .isEqualTo(Map.of("sales", Map.of("anna", Map.of("draw", Decimal.of(-50)))));
        assertThat(workspace.runs().balances("2026-01", before).carried())
                .isEqualTo(Map.of("sales", Map.of("anna", Map.of("draw", Decimal.of(-70)))));
    }

    @Test
    void aPayeeTwiceInARunIsRefusedAndNothingIsSaved() {
        assertThatThrownBy(() -> save("sales2026", "2026-01", paid("1_Seller_East", "10", Map.of()),
                paid("1_Seller_East", "10", Map.of()))).isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("UNIQUE constraint failed: payouts.run_id, payouts.payee");
        assertThat(workspace.runs().all()).isEmpty();
    }

    @Test
    void aPayoutIsAnAmountOrAFailure() {
        assertThatThrownBy(() -> new PayoutRecord("1_Seller_East", null, null, Map.of()))
                .hasMessage("The payout of 1_Seller_East needs an amount or a failure, not both.");
    }

    @Test
    void balancesAreCarriedFromTheLatestRunOfThePeriodBefore() {
        save("sales2025", "2025-12", paid("1_Seller_East", "10", Map.of("draw", Decimal.of(99))));
        save("sales2025", "2025-12", paid("1_Seller_East", "10", Map.of("draw", Decimal.of(-50))),
                paid("2_Seller_East", "10", Map.of()), failed("3_Seller_West", "no rule matched"));
        CalcInputs.Balances balances = workspace.runs().balances("2026-01",
                Map.of("sales", "2025-12", "service", "2025-12"));
        assertThat(balances.carried()).isEqualTo(
                Map.of("sales", Map.of("1_Seller_East", Map.of("draw", Decimal.of(-50)), "2_Seller_East", Map.of())));
        assertThat(balances.failed()).isEqualTo(Map.of("sales", Set.of("3_Seller_West")));
        assertThat(balances.uploaded()).isEmpty();
    }

    @Test
    void openingBalancesThatWereBroughtInAreThoseOfThePeriod() {
        OpeningBalance january = new OpeningBalance("sales", "draw", "1_Seller_East", "2026-01",
                Decimal.parse("-12.5"));
        OpeningBalance february = new OpeningBalance("sales", "draw", "1_Seller_East", "2026-02", Decimal.ZERO);
        workspace.imports().replace("draws", "draws.csv", writer -> {
            writer.write(2, january);
            writer.write(3, february);
            return writer.rows();
        });
        assertThat(workspace.runs().balances("2026-01", Map.of()))
                .isEqualTo(new CalcInputs.Balances(List.of(january), Map.of(), Map.of()));
    }
}
