package dev.hermes.app.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.app.session.CalcSession;
import dev.hermes.kernel.RunMonitor;
import dev.hermes.testkit.Cases;
import dev.hermes.workspace.DocumentFile;
import dev.hermes.workspace.Imports;
import dev.hermes.workspace.Recurrence;
import dev.hermes.workspace.SavedRun;
import dev.hermes.workspace.Task;
import dev.hermes.workspace.Task.State;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.tasks.TaskListener;
import dev.hermes.workspace.tasks.TaskRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a workspace does every day: the two sellers of the published case C3, whose files change. */
class RefreshTaskTest {

    @TempDir
    Path folder;

    private Path files;
    private Path home;
    private Instant now = Instant.parse("2026-03-10T06:00:00Z");

    @BeforeEach
    void prepare() throws IOException {
        files = Cases.published().stream().filter(example -> example.folder().contains("/c3-")).findFirst()
                .orElseThrow().copyTo(folder.resolve("case"));
        home = folder.resolve("workspace");
        Workspace.create(home).close();
        try (Workspace workspace = open()) {
            workspace.documents().apply(
                    List.of(DocumentFile.read("scheme.yaml", Files.readString(files.resolve("scheme.yaml")))));
            RefreshTask.schedule(workspace, Recurrence.parse("daily 05:30 UTC"), order());
        }
    }

    private ImportTask.Order order() {
        return new ImportTask.Order(List.of(files.resolve("data.yaml")), null, null, List.of());
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private Workspace open() {
        return Workspace.open(home, clock());
    }

    private List<Task> tasksAfterRun(Workspace workspace) {
        try (TaskRunner runner = new TaskRunner(workspace, WorkspaceTasks.handlers(1, clock()),
                TaskRunner.Terms.standard(), () -> false, TaskListener.NONE)) {
            runner.run();
        }
        return workspace.tasks().all();
    }

    /** Opens the program some time later; returns what it has done. */
    private List<String> titlesAfter(Duration time) {
        now = now.plus(time);
        try (Workspace workspace = open()) {
            int before = workspace.tasks().all().size();
            List<Task> tasks = tasksAfterRun(workspace);
            assertThat(tasks).allMatch(task -> task.state() == State.DONE);
            return tasks.stream().skip(before).map(Task::title).toList();
        }
    }

    @Test
    void whatHasChangedIsBroughtInAndTheCurrentPeriodCalculated() throws IOException {
        assertThat(titlesAfter(Duration.ofHours(1))).as("it is not yet time").isEmpty();
        assertThat(titlesAfter(Duration.ofDays(1))).containsExactly("refresh",
                "import names, assignments, orders, goals", "calculate 2026-03 of accelerators", "fill the cache");
        assertThat(titlesAfter(Duration.ofDays(25))).as("nothing has changed, and it is April").containsExactly(
                "refresh",
                "calculate 2026-04 of accelerators", "fill the cache");

        Path orders = files.resolve("orders.csv");
        Files.writeString(orders, Files.readString(orders) + "O-900,2026-04-03,S41,1000\n");
        assertThat(titlesAfter(Duration.ofDays(5))).as("missed on four days").containsExactly("refresh",
                "import orders", "calculate 2026-04 of accelerators", "fill the cache");

        try (Workspace workspace = open()) {
            assertThat(workspace.imports().current()).extracting(Imports.Import::mapping).hasSize(4);
            assertThat(workspace.runs().all()).extracting(SavedRun::period).containsExactly("2026-04", "2026-04",
                    "2026-03");
        }
    }

    @Test
    void whoeverCalculatesThePeriodThatHasJustEndedFindsItInTheCache() {
        titlesAfter(Duration.ofDays(1));
        titlesAfter(Duration.ofDays(25));

        try (Workspace workspace = open(); CalcSession session = CalcSession.within(workspace, 1)) {
            session.run(List.of("accelerators"), "2026-04", null, RunMonitor.NONE);
            session.run(List.of("accelerators"), "2026-03", null, RunMonitor.NONE);
            assertThat(workspace.cache().figures().misses()).isZero();
            assertThat(workspace.cache().figures().fileHits()).as("rows and sums of two months").isEqualTo(4);
        }
    }

    @Test
    void aScanCalculatesOnlyWhereAFileOrADocumentHasChanged() throws IOException {
        try (Workspace workspace = open()) {
            workspace.schedules().remove(RefreshTask.SCHEDULE);
            ScanTask.schedule(workspace, Recurrence.parse("every 10 minutes"), order());
        }
        Duration ten = Duration.ofMinutes(10);
        assertThat(titlesAfter(ten)).containsExactly("scan", "import names, assignments, orders, goals",
                "calculate 2026-03 of accelerators", "fill the cache");
        assertThat(titlesAfter(ten)).as("nothing has changed").containsExactly("scan");

        Path orders = files.resolve("orders.csv");
        Files.writeString(orders, Files.readString(orders) + "O-900,2026-03-03,S41,1000\n");
        assertThat(titlesAfter(ten)).containsExactly("scan", "import orders", "calculate 2026-03 of accelerators",
                "fill the cache");
        assertThat(titlesAfter(ten)).containsExactly("scan");

        try (Workspace workspace = open()) {
            workspace.documents().apply(List.of(DocumentFile.read("calendar.yaml",
                    "hermes: 1\nkind: calendar\ncode: quarters\nperiods: quarters\n")));
        }
        assertThat(titlesAfter(ten)).as("whatever files mean now").startsWith("scan")
                .contains("calculate 2026-03 of accelerators");
        assertThat(titlesAfter(ten)).containsExactly("scan");
    }

    @Test
    void aClosedPeriodIsLeftAsItIs() {
        assertThat(titlesAfter(Duration.ofDays(1))).hasSize(4);
        try (Workspace workspace = open()) {
            workspace.closings().close("months", "2026-03");
        }
        assertThat(titlesAfter(Duration.ofDays(1))).containsExactly("refresh", "fill the cache");
    }
}
