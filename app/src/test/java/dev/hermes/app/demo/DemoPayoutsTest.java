package dev.hermes.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.app.session.CalcSession;
import dev.hermes.decimal.Decimal;
import dev.hermes.kernel.CalcResult;
import dev.hermes.kernel.PayLine;
import dev.hermes.kernel.RunMonitor;
import dev.hermes.kernel.SchemeResult;
import dev.hermes.model.FailureCode;
import dev.hermes.model.RuleTable;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What the schemes of the demo pay is what a designer would believe. */
@TestInstance(Lifecycle.PER_CLASS)
class DemoPayoutsTest {

    private static final DemoOptions OPTIONS = new DemoOptions(900, 180_000, 6, 2026);

    private final List<CalcResult> months = new ArrayList<>();

    @BeforeAll
    void calculate(@TempDir Path folder) {
        Demo.create(folder.resolve("demo"), OPTIONS, ProgressListener.NONE);
        try (CalcSession session = CalcSession.open(folder.resolve("demo"), List.of(), 2)) {
            for (YearMonth month : OPTIONS.calendar()) {
                months.add(session.run(session.schemesIn(month.toString()), month.toString(), null, RunMonitor.NONE)
                        .result());
            }
        }
    }

    @Test
    void mostSellersArePaidAFewThousandAMonth() {
        assertThat(months).allSatisfy(month -> {
            List<Double> payouts = payouts(of(month, "field-sales"));
            assertThat(median(payouts)).isBetween(1_800.0, 4_500.0);
            assertThat(part(payouts, payout -> payout > 0)).isGreaterThan(0.85);
            assertThat(part(payouts, payout -> payout > 8_000)).isBetween(0.002, 0.12);
        });
    }

    @Test
    void headsEarnMoreThanSellersAndKeyAccountsMost() {
        assertThat(months).allSatisfy(month -> {
            double sellers = median(payouts(of(month, "field-sales")));
            assertThat(median(payouts(of(month, "team-leads")))).isGreaterThan(sellers);
            assertThat(median(payouts(of(month, "key-accounts")))).isGreaterThan(sellers);
        });
    }

    @Test
    void theWholeCostsAFewPercentOfWhatIsSold() {
        double sold = 110_000.0 * OPTIONS.people() * OPTIONS.months();
        double paid = months.stream().flatMap(month -> month.schemes().stream())
                .flatMap(scheme -> payouts(scheme).stream()).mapToDouble(payout -> payout).sum();
        assertThat(paid / sold).isBetween(0.02, 0.06);
    }

    @Test
    void fewerThanOneInAHundredPayoutsFailAndForReasonsThatSomebodyMustMend() {
        Set<FailureCode> codes = EnumSet.noneOf(FailureCode.class);
        for (CalcResult month : months) {
            for (SchemeResult scheme : month.schemes()) {
                List<Integer> failed = IntStream.range(0, scheme.size()).filter(scheme::isFailed).boxed().toList();
                assertThat(failed.size()).isLessThan(Math.max(1, scheme.size() / 100));
                failed.forEach(index -> codes.add(Objects.requireNonNull(scheme.failure(index)).code()));
            }
            assertThat(month.warnings()).isEmpty();
        }
        assertThat(codes).containsExactlyInAnyOrder(FailureCode.MISSING_DATA, FailureCode.DIVISION_BY_ZERO);
    }

    @Test
    void theLastMonthHasAFailureOfEachKind() {
        SchemeResult sellers = of(months.getLast(), "field-sales");
        assertThat(IntStream.range(0, sellers.size()).mapToObj(sellers::failure).filter(Objects::nonNull)
                .map(failure -> failure.code()).distinct())
                .containsExactlyInAnyOrder(FailureCode.MISSING_DATA, FailureCode.DIVISION_BY_ZERO);
    }

    @Test
    void everyRuleIsReachedBySomebody() {
        List<String> said = lines().map(PayLine::reason).distinct().toList();
        Set<String> unreached = new TreeSet<>();
        for (RuleTable table : Demo.library().ruleTables()) {
            // Reasons of single facts stand in the trace, and those of factors nowhere on the statement.
            if (!table.eachFact() && table.unit().isMoney()) {
                Stream.concat(table.rules().stream().map(RuleTable.Rule::reason), Stream.of(table.otherwiseReason()))
                        .filter(reason -> said.stream().noneMatch(line -> line.contains(reason)))
                        .forEach(unreached::add);
            }
        }
        assertThat(unreached).isEmpty();
    }

    @Test
    void everyQualityIsReachedBySomebody() {
        Set<String> qualities = new TreeSet<>();
        for (CalcResult month : months) {
            SchemeResult sellers = of(month, "field-sales");
            IntStream.range(0, sellers.size()).mapToObj(index -> sellers.parameter(index, 1)).flatMap(Optional::stream)
                    .map(Decimal::toString).forEach(qualities::add);
        }
        assertThat(qualities).containsExactly("0.85", "0.9", "0.95", "1", "1.05");
    }

    @Test
    void capsAreHitByAFew() {
        assertThat(hits(PayLine.Kind.PARAMETER_CAP, "Commission")).isBetween(0.0005, 0.05);
        assertThat(hits(PayLine.Kind.PARAMETER_CAP, "Visit bonus")).isBetween(0.0005, 0.1);
        assertThat(lines().filter(line -> line.kind() == PayLine.Kind.CAP)).isNotEmpty();
    }

    @Test
    void statementsShowProrationCoefficientsAndAdjustments() {
        assertThat(lines().map(PayLine::kind)).contains(PayLine.Kind.PRORATION, PayLine.Kind.COEFFICIENT,
                PayLine.Kind.ADJUSTMENT, PayLine.Kind.PAY, PayLine.Kind.PARAMETER_ROUNDING);
    }

    @Test
    void newcomersDrawAndPayBackLater() {
        List<SchemeResult> keyAccounts = months.stream().map(month -> of(month, "key-accounts")).toList();
        double owed = 0;
        boolean recovered = false;
        for (SchemeResult month : keyAccounts) {
            for (int i = 0; i < month.size(); i++) {
                owed = Math.max(owed, number(month.closingBalances(i).getOrDefault("owed", Decimal.ZERO)));
                recovered |= month.lines(i).stream()
                        .anyMatch(line -> line.kind() == PayLine.Kind.PAY && line.amount().signum() < 0);
            }
        }
        assertThat(owed).isBetween(1_000.0, 18_000.0);
        assertThat(recovered).isTrue();
    }

    @Test
    void nearlyAllFactsAreCreditedAndTheOthersAreListed() {
        for (CalcResult month : months) {
            long credited = month.credits().stream().mapToLong(CalcResult.Credit::credited).sum();
            long uncredited = month.credits().stream().mapToLong(CalcResult.Credit::uncredited).sum();
            assertThat(uncredited / (double) credited).isBetween(0.0002, 0.01);
        }
        assertThat(months.stream().flatMap(month -> month.credits().stream())
                .mapToLong(CalcResult.Credit::ambiguous).sum()).isPositive();
    }

    private static SchemeResult of(CalcResult month, String scheme) {
        return month.scheme(scheme).orElseThrow();
    }

    private Stream<PayLine> lines() {
        return months.stream().flatMap(month -> month.schemes().stream()).flatMap(
                scheme -> IntStream.range(0, scheme.size()).boxed().flatMap(index -> scheme.lines(index).stream()));
    }

    /** In how many of the sellers' payouts a step changed a parameter's amount. */
    private double hits(PayLine.Kind kind, String parameter) {
        long payouts = months.stream().mapToLong(month -> of(month, "field-sales").size()).sum();
        return lines().filter(line -> line.kind() == kind && line.label().startsWith(parameter)).count()
                / (double) payouts;
    }

    private static List<Double> payouts(SchemeResult scheme) {
        return IntStream.range(0, scheme.size()).mapToObj(scheme::payout).flatMap(Optional::stream)
                .map(DemoPayoutsTest::number).sorted().toList();
    }

    private static double number(Decimal decimal) {
        return decimal.toBigDecimal().doubleValue();
    }

    private static double median(List<Double> sorted) {
        return sorted.get(sorted.size() / 2);
    }

    private static double part(List<Double> payouts, Predicate<Double> which) {
        return payouts.stream().filter(which).count() / (double) payouts.size();
    }
}
