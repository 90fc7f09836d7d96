package dev.hermes.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two sellers of the published case C3: 110,000 and 125,000 sold, goals of 100,000. */
class RunsCommandTest {

    private static final String LOW = "value: 0.05";
    private static final String HIGH = "value: 0.06";

    @TempDir
    Path folder;

    private Accelerators files;

    @BeforeEach
    void prepare() {
        files = Accelerators.in(folder).prepared();
    }

    private Cli runs(Object... more) {
        Object[] arguments = new Object[more.length + 2];
        arguments[0] = "runs";
        arguments[1] = files.workspace();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return Cli.hermes(arguments);
    }

    private void payMore() {
        assertThat(files.with("scheme.yaml", LOW, HIGH).apply().code()).isZero();
    }

    private void payLess() {
        assertThat(Cli.hermes("undo", files.workspace()).code()).isZero();
    }

    @Test
    void runsAreListedWithWhoCalculatedWhatFromWhat() {
        assertThat(runs().lines()).containsExactly("There are no such runs in " + files.workspace() + ".");
        files.calc();
        files.with("scheme.yaml", "parameters: [commission]", "parameters: [commission]\ncap: '7000'").apply();
        files.calc();

        assertThat(runs().lines()).hasSize(3).satisfies(lines -> {
            assertThat(lines.get(1)).startsWith("  2  accelerators  2026-03  ")
                    .contains("  " + System.getProperty("user.name") + "         2       2       0  USD  12,750.00");
            assertThat(lines.get(2)).startsWith("  1  accelerators  2026-03  ")
                    .contains("  " + System.getProperty("user.name") + "         1       2       0  USD  13,250.00");
        });
        assertThat(runs("--period", "2026-04").lines()).hasSize(1);
        assertThat(runs("--scheme", "accelerators", "--period", "2026-03").lines()).hasSize(3);
    }

    @Test
    void twoRunsAreComparedPayeeByPayee() {
        files.calc();
        files.with("goals.csv", "S41,2026-03,100000\n", "").importAll();
        files.calc();

        assertThat(runs("--compare", 1, 2).lines()).containsExactly("",
                "Run 1 (accelerators, 2026-03) and run 2 (accelerators, 2026-03)",
                "  payee                         run 1   run 2  difference",
                "  S41_Seller_North  changed  5,750.00  failed   -5,750.00  MISSING_DATA: parameter commission › ac…",
                "1 payee the same, 1 changed, 0 added, 0 gone; in all USD 13,250.00 run 1, USD 7,500.00 run 2: -5,750.00");
    }

    @Test
    void aRunIsReplayedWithTheDocumentsOfThen() {
        files.calc();
        payMore();
        assertThat(files.calc().out()).contains("15,250.00");
        payLess();

        Cli first = runs("--replay", 1);
        assertThat(first.code()).isZero();
        assertThat(first.lines().subList(2, 3))
                .containsExactly("The result is the same to the last digit: 2 payees, USD 13,250.00.");
        assertThat(runs("--replay", 2).out()).contains("2 payees, USD 15,250.00.");
        assertThat(runs().lines()).as("a replay is not kept").hasSize(3);
    }

    @Test
    void factsThatCameLateAreShownAsDifferencesOfTheNextPeriod() {
        files.calc();
        files.with("orders.csv", "O-501", "O-500,2026-03-02,S41,1000\nO-501").importAll();

        Cli replay = runs("--replay", 1);
        assertThat(replay.err()).isEmpty();

        assertThat(replay.code()).isEqualTo(1);
        assertThat(replay.lines()).hasSize(7).satisfies(lines -> {
            assertThat(lines.get(3)).isEqualTo("  S41_Seller_North  changed  5,750.00  5,825.00      +75.00");
            assertThat(lines.get(4)).startsWith("1 payee the same, 1 changed").endsWith(": +75.00");
            assertThat(lines.get(5)).startsWith("Facts have changed since: ");
            assertThat(lines.get(6))
                    .isEqualTo("As lines of 2026-04 named \"difference for 2026-03\": 1 payee, USD +75.00.");
        });
    }

    @Test
    void rowsThatWereReplacedAreNamedAsTheCause() {
        files.calc();
        files.with("goals.csv", "S41,2026-03,100000\n", "S41,2026-03,110000\n").importAll();

        Cli replay = runs("--replay", 1);
        assertThat(replay.err()).isEmpty();

        assertThat(replay.code()).isEqualTo(1);
        assertThat(replay.out()).contains("5,500.00     -250.00")
                .contains("What was brought in beside facts has changed")
                .doesNotContain("Facts have changed");
    }

    @Test
    void anUnknownRunIsRefused() {
        assertThat(runs("--replay", 7).code()).isEqualTo(2);
        assertThat(runs("--compare", 7, 8).err()).startsWith("error: run 7: does not exist.");
    }
}
