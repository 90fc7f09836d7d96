package dev.hermes.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TasksCommandTest {

    @TempDir
    Path folder;

    private Accelerators files;

    @BeforeEach
    void apply() {
        files = Accelerators.in(folder);
        assertThat(files.apply().code()).isZero();
    }

    private Cli importLater(Object... more) {
        Object[] arguments = new Object[more.length + 4];
        System.arraycopy(new Object[] {"import", files.workspace(), files.file("data.yaml"), "--later"}, 0, arguments,
                0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Cli.hermes(arguments);
    }

    private Cli tasks(Object... more) {
        Object[] arguments = new Object[more.length + 2];
        System.arraycopy(new Object[] {"tasks", files.workspace()}, 0, arguments, 0, 2);
        System.arraycopy(more, 0, arguments, 2, more.length);
        return Cli.hermes(arguments);
    }

    @Test
    void whatIsQueuedIsDoneWhenTasksRun() throws IOException {
        Path out = folder.resolve("payouts.csv");
        assertThat(importLater().lines())
                .containsExactly("Queued task 1: import names, assignments, orders, goals.");
        assertThat(files.calc("--later", "--out", out).lines())
                .containsExactly("Queued task 2: calculate 2026-03 of accelerators.");
        assertThat(WorkspaceState.of(files.workspace()).imports()).isEmpty();
        assertThat(tasks().lines()).hasSize(3)
                .anyMatch(line -> line.startsWith("  1  waiting  import names, assignments, orders, goals"));

        Cli answer = tasks("--run");

        assertThat(answer.code()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).containsPattern("1  done +import names, assignments, orders, goals .+ 1  10 rows")
                .containsPattern("2  done +calculate 2026-03 of accelerators .+ 1  2 payouts");
        assertThat(Files.readAllLines(out)).hasSize(3).anyMatch(line -> line.contains("5750"));
        assertThat(WorkspaceState.of(files.workspace()).runs()).hasSize(1);
        assertThat(tasks("--run").code()).isZero();
        assertThat(WorkspaceState.of(files.workspace()).runs()).hasSize(1);
    }

    @Test
    void aTaskThatCannotBeDoneIsGivenUpWithItsFindingsUntilTheyAreMended() {
        files.with("orders.csv", ",64000", ",64 000");
        importLater();

        Cli answer = tasks("--run");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).startsWith("error: task 1 (import names, assignments, orders, goals) was given up: ")
                .contains("\"64 000\" is not a plain decimal.");
        assertThat(WorkspaceState.of(files.workspace()).imports()).isEmpty();
        files.with("orders.csv", ",64 000", ",64000");
        assertThat(tasks("--again", 1).out()).contains("1  waiting  import");
        assertThat(tasks("--run").code()).isZero();
        assertThat(WorkspaceState.of(files.workspace()).imports()).hasSize(4);
        assertThat(tasks("--again", 1).err())
                .startsWith("error: The task 1 is done, so there is nothing to run again.");
        assertThat(tasks("--again", 9).code()).isEqualTo(2);
    }

    @Test
    void rowsMayBeRejectedLaterToo() {
        files.with("orders.csv", ",64000", ",64 000");
        importLater("--rejects", folder.resolve("rejects"));

        assertThat(tasks("--run").out()).contains("9 rows, 1 rejected");

        assertThat(folder.resolve("rejects").toFile().list()).containsExactly("orders.rejects.csv");
    }

    @Test
    void aFileThatCannotBeWrittenIsNoFaultOfTheProgram() {
        files.importAll();
        files.calc("--later", "--out", folder.resolve("missing").resolve("payouts.csv"));

        Cli answer = tasks("--run");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("does not exist. Maybe make it first.").doesNotContain("fault");
        assertThat(WorkspaceState.of(files.workspace()).runs()).isEmpty();
    }

    @Test
    void aCancelledTaskIsNotDone() {
        importLater();

        assertThat(tasks("--cancel", 1).out()).contains("1  cancelled  import");

        assertThat(tasks("--run").code()).isZero();
        assertThat(WorkspaceState.of(files.workspace()).imports()).isEmpty();
        assertThat(tasks("--cancel", 1).err()).startsWith("error: The task 1 is cancelled and cannot be cancelled.");
    }

    @Test
    void whatIsPrintedOrMendedIsNotDoneLater() {
        assertThat(files.calc("--later", "--dry-run").err()).contains("Maybe leave out --dry-run.");
        assertThat(Cli.hermes("import", files.workspace(), files.file("data.yaml"), "--mended", "x.csv", "--later")
                .code()).isEqualTo(2);
        assertThat(tasks("--run", "--cancel", 1).code()).as("one at a time").isEqualTo(2);
        assertThat(tasks("--run", "--threads", 0).err()).startsWith("error: --threads must be 1 or more, not 0.");
    }

    @Test
    void aScanIsScheduledBesideARefreshAndEndsWithIt() {
        Cli set = Cli.hermes("schedule", files.workspace(), files.file("data.yaml"), "--daily", "05:30", "--every", 10);
        assertThat(set.lines()).hasSize(2);
        assertThat(set.out()).contains("refresh daily 05:30 ", "scan every 10 minutes, next at ");
        assertThat(Cli.hermes("schedule", files.workspace(), "--off").out()).isEmpty();
        assertThat(Cli.hermes("schedule", files.workspace(), files.file("data.yaml"), "--every", 0).err())
                .contains("--every must be 1 minute or more, not 0.");
    }

    @Test
    void aRefreshIsScheduledAndEnds() {
        Cli set = Cli.hermes("schedule", files.workspace(), files.file("data.yaml"), "--daily", "05:30", "--zone",
                "Asia/Shanghai");
        assertThat(set.lines()).hasSize(1).first().asString()
                .startsWith("refresh daily 05:30 Asia/Shanghai, next at ");
        assertThat(Cli.hermes("schedule", files.workspace()).out()).isEqualTo(set.out());
        assertThat(Cli.hermes("schedule", files.workspace(), "--off").out()).isEmpty();
        assertThat(Cli.hermes("schedule", files.workspace(), "--daily", "05:30").code()).isEqualTo(2);
        assertThat(
                List.of(Cli.hermes("schedule", files.workspace(), files.file("data.yaml"), "--daily", "25:00").code(),
                        Cli.hermes("schedule", files.workspace(), files.file("none.yaml"), "--daily", "05:30").code()))
                .containsOnly(2);
    }
}
