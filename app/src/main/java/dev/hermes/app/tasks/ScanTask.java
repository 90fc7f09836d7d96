package dev.hermes.app.tasks;

import dev.hermes.app.session.MappedFiles;
import dev.hermes.workspace.Operation;
import dev.hermes.workspace.Recurrence;
import dev.hermes.workspace.SavedRun;
import dev.hermes.workspace.Schedule;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.tasks.TaskHandler;
import dev.hermes.workspace.tasks.TaskRun;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Looks whether anything was approved since the last calculation, and {@linkplain RefreshTask refreshes} the workspace
 * where it was: a file of adjustments, corrections or anything else has changed, or a document. Where nothing was, nothing
 * is calculated, so that it may look every few minutes.
 */
public final class ScanTask implements TaskHandler {

    /** The name of the schedule that does this every few minutes. */
    public static final String SCHEDULE = "scan";

    private static final String KIND = "scan";

    private final RefreshTask refresh;

    /** @param clock as for a refresh */
    ScanTask(Clock clock) {
        refresh = new RefreshTask(clock);
    }

    /**
     * Has it done again and again.
     *
     * @param order
     *            all files that are brought in when they have changed
     */
    public static Schedule schedule(Workspace workspace, Recurrence recurrence, ImportTask.Order order) {
        return workspace.schedules().set(SCHEDULE, recurrence, KIND, "scan", Payload.of(order));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isHeavy() {
        return false;
    }

    @Override
    public Effect prepare(TaskRun run) {
        Workspace workspace = run.workspace();
        MappedFiles files = Payload.read(run.task(), ImportTask.Order.class).files();
        return files.changedSince(workspace).all().isEmpty() && !isEditedSinceCalculated(workspace)
                ? () -> "nothing has changed"
                : refresh.prepare(run);
    }

    private static boolean isEditedSinceCalculated(Workspace workspace) {
        Optional<Instant> calculated = workspace.runs().all().stream().map(SavedRun::calculatedAt)
                .max(Comparator.naturalOrder());
        Optional<Instant> edited = workspace.documents().history().stream().map(Operation::at)
                .max(Comparator.naturalOrder());
        return edited.isPresent() && (calculated.isEmpty() || edited.get().isAfter(calculated.get()));
    }
}
