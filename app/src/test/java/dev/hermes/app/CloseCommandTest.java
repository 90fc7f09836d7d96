package dev.hermes.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloseCommandTest {

    @TempDir
    Path folder;

    private Accelerators files;

    @BeforeEach
    void prepare() {
        files = Accelerators.in(folder).prepared();
    }

    private Cli close() {
        return Cli.hermes("close", files.workspace(), "--period", Accelerators.PERIOD);
    }

    private Cli reopen(String reason) {
        return Cli.hermes("reopen", files.workspace(), "--period", Accelerators.PERIOD, "--reason", reason);
    }

    private static String closed() {
        return "error: The period 2026-03 of the calendar months was closed by " + System.getProperty("user.name")
                + " on " + LocalDate.now(ZoneOffset.UTC);
    }

    @Test
    void onlyResultsThatAreThereCanBeFinal() {
        Cli answer = close();

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err().strip())
                .isEqualTo("error: scheme accelerators: has no result for 2026-03 that could be "
                        + "final. Maybe calculate it first.");
    }

    @Test
    void aClosedPeriodIsNotPaidAnewUntilItIsReopened() {
        files.calc();
        assertThat(close().lines()).containsExactly("Closed 2026-03 in " + files.workspace() + ": 1 scheme, 2 payouts");
        WorkspaceState before = WorkspaceState.of(files.workspace());

        Cli again = files.calc();

        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).startsWith(closed() + ": its results are final.\nMaybe look at what would be paid ");
        assertThat(WorkspaceState.of(files.workspace())).isEqualTo(before);
        assertThat(files.calc("--dry-run").code()).isZero();
        assertThat(close().err()).startsWith(closed());
        assertThat(reopen("A seller was missing.").code()).isZero();
        assertThat(files.calc().code()).isZero();
        assertThat(reopen("Again.").code()).isEqualTo(2);
    }

    @Test
    void whatWasBroughtInForAClosedPeriodStays() {
        files.calc();
        close();
        assertThat(files.importAll().code()).isZero();
        WorkspaceState before = WorkspaceState.of(files.workspace());
        files.with("goals.csv", "100000", "90000");

        Cli answer = files.importAll();

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err())
                .startsWith(closed() + ", and its targets, scores or other values would become others.");
        assertThat(WorkspaceState.of(files.workspace())).isEqualTo(before);
        reopen("The goals were wrong.");
        assertThat(files.importAll().code()).isZero();
    }

    @Test
    void aReasonIsNeeded() {
        files.calc();
        close();

        assertThat(reopen(" ").err()).startsWith("error: The period 2026-03 is reopened for no reason.");
    }
}
