package dev.hermes.workspace.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.workspace.Recurrence;
import dev.hermes.workspace.Schedule;
import dev.hermes.workspace.Task;
import dev.hermes.workspace.Workspace;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a workspace does again and again. */
class SchedulesTest {

    @TempDir
    Path folder;

    private final TurnedClock clock = new TurnedClock("2026-04-06T09:00:00Z");
    private Workspace workspace;
    private TaskFixture tasks;

    @BeforeEach
    void create() {
        Workspace.create(folder).close();
        workspace = Workspace.open(folder, clock);
        tasks = new TaskFixture(workspace);
        workspace.schedules().set("refresh", Recurrence.parse("daily 05:30 UTC"), "save", "refresh", "{}");
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Schedule schedule() {
        return workspace.schedules().all().getFirst();
    }

    @Test
    void itIsDoneWhenItsTimeHasCome() {
        tasks.run();
        assertThat(tasks.effects()).isEmpty();

        clock.set("2026-04-07T05:30:00Z");
        tasks.run();
        tasks.run();

        assertThat(tasks.effects()).containsExactly("refresh");
        assertThat(schedule().next()).isEqualTo(Instant.parse("2026-04-08T05:30:00Z"));
    }

    @Test
    void whatWasMissedIsDoneOnce() {
        clock.set("2026-04-20T12:00:00Z");

        tasks.run();

        assertThat(tasks.effects()).containsExactly("refresh");
        assertThat(schedule().next()).isEqualTo(Instant.parse("2026-04-21T05:30:00Z"));
    }

    @Test
    void twoProgramsQueueItOnce() {
        clock.set("2026-04-07T06:00:00Z");
        try (Workspace other = Workspace.open(folder, clock)) {
            assertThat(other.schedules().queueDue()).hasSize(1);
            assertThat(workspace.schedules().queueDue()).isEmpty();
        }
    }

    @Test
    void itIsNotQueuedWhileTheLastOneHasNotEnded() {
        clock.set("2026-04-07T06:00:00Z");
        Task first = workspace.schedules().queueDue().getFirst();
        clock.set("2026-04-08T06:00:00Z");
        assertThat(workspace.schedules().queueDue()).isEmpty();

        workspace.tasks().cancel(first.number());
        clock.set("2026-04-09T06:00:00Z");
        assertThat(workspace.schedules().queueDue()).hasSize(1);
    }

    @Test
    void aClockThatWasWrongDoesNotSilenceIt() {
        clock.set("2036-01-01T00:00:00Z");
        tasks.run();
        clock.set("2026-04-07T00:00:00Z");
        tasks.run();
        assertThat(schedule().next()).isEqualTo(Instant.parse("2026-04-07T05:30:00Z"));
    }

    @Test
    void itEnds() {
        assertThat(workspace.schedules().remove("refresh")).isTrue();
        assertThat(workspace.schedules().remove("refresh")).isFalse();
        clock.set("2026-04-20T12:00:00Z");
        tasks.run();
        assertThat(tasks.effects()).isEmpty();
    }
}
