package dev.hermes.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.app.session.CalcSession;
import dev.hermes.decimal.Decimal;
import dev.hermes.kernel.RunMonitor;
import dev.hermes.kernel.SchemeResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known from earlier calculations is used, and never where anything has changed. */
class CacheUseTest {

    private static final List<String> SCHEMES = List.of(Accelerators.SCHEME);

    @TempDir
    Path folder;

    private Accelerators files;

    @BeforeEach
    void calculateOnce() {
        files = Accelerators.in(folder).prepared();
        assertThat(files.calc("-v").err()).startsWith("Cache: 0 found in memory, 0 in the file, 2 computed; ");
    }

    /** Calculates with what is known, and without: both pay the same. */
    private Cli calculated() throws Exception {
        Cli known = files.calc("-v");
        try (Stream<Path> all = Files.list(files.workspace())) {
            for (Path file : all.filter(path -> path.getFileName().toString().startsWith("cache.db")).toList()) {
                Files.delete(file);
            }
        }
        assertThat(files.calc().out()).isEqualTo(known.out());
        return known;
    }

    @Test
    void theSameAgainIsKnown() throws Exception {
        Cli again = calculated();
        assertThat(again.err()).startsWith("Cache: 0 found in memory, 2 in the file, 0 computed; ");
        assertThat(again.out()).contains("13,250.00");
    }

    @Test
    void newFactsAreSummedAnewAndPeopleAreKnown() throws Exception {
        files.with("orders.csv", "O-501", "O-500,2026-03-02,S41,1000\nO-501").importAll();
        Cli changed = calculated();
        assertThat(changed.out()).contains("13,325.00");
        assertThat(changed.err()).startsWith("Cache: 0 found in memory, 1 in the file, 1 computed; ");
    }

    @Test
    void anotherTargetIsReadAndSumsAreKnown() throws Exception {
        files.with("goals.csv", "S41,2026-03,100000", "S41,2026-03,110000").importAll();
        Cli changed = calculated();
        assertThat(changed.out()).contains("13,000.00");
        assertThat(changed.err()).startsWith("Cache: 0 found in memory, 1 in the file, 1 computed; ");
    }

    @Test
    void anotherAssignmentMakesBothAnew() throws Exception {
        files.with("sellers.csv", "S41,Lena Brandt,Seller,North,2025-01-01",
                "S41,Lena Brandt,Seller,North,2026-03-20").importAll();
        Cli changed = calculated();
        assertThat(changed.err()).startsWith("Cache: 0 found in memory, 0 in the file, 2 computed; ");
        assertThat(changed.out()).as("one order of 46,000 is left").contains("2,300.00");
    }

    @Test
    void anotherAggregationIsComputedAnewAndAnotherRateIsNot() throws Exception {
        assertThat(files.with("scheme.yaml", "aggregate: sum", "aggregate: max").apply().code()).isZero();
        Cli changed = calculated();
        assertThat(changed.out()).contains("8,200.00");
        assertThat(changed.err()).startsWith("Cache: 0 found in memory, 1 in the file, 1 computed; ");
        assertThat(files.with("scheme.yaml", "value: 0.075", "value: 0.08").apply().code()).isZero();
        assertThat(files.calc("-v").err()).startsWith("Cache: 0 found in memory, 2 in the file, 0 computed; ");
    }

    private int made;

    private record Paid(Decimal total) {}

    /** What is paid in all as it is remembered, which is what is calculated. */
    private String remembered() {
        try (CalcSession session = CalcSession.open(files.workspace(), List.of(), 1)) {
            Paid paid = session.ofRun(Paid.class, SCHEMES, Accelerators.PERIOD, RunMonitor.NONE, run -> {
                made++;
                return paid(run);
            });
            assertThat(paid).isEqualTo(paid(session.run(SCHEMES, Accelerators.PERIOD, null, RunMonitor.NONE)));
            return paid.total().toString();
        }
    }

    private static Paid paid(CalcSession.Run run) {
        SchemeResult scheme = run.result().schemes().getFirst();
        return new Paid(IntStream.range(0, scheme.size()).mapToObj(scheme::payout).flatMap(Optional::stream)
                .reduce(Decimal.ZERO, Decimal::plus));
    }

    @Test
    void whatIsMadeOfARunIsMadeAgainWhereAnythingHasChanged() {
        assertThat(remembered()).isEqualTo("13250");
        assertThat(remembered()).isEqualTo("13250");
        assertThat(made).isEqualTo(1);

        files.with("orders.csv", "O-501", "O-500,2026-03-02,S41,1000\nO-501").importAll();
        assertThat(remembered()).as("another order").isEqualTo("13325");
        files.with("goals.csv", "S41,2026-03,100000", "S41,2026-03,110000").importAll();
        String beforeTheRate = remembered();
        files.with("scheme.yaml", "value: 0.075", "value: 0.08").apply();
        assertThat(remembered()).isNotEqualTo(beforeTheRate);
        assertThat(made).isEqualTo(4);
    }
}
