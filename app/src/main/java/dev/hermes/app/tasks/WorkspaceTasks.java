package dev.hermes.app.tasks;

import dev.hermes.workspace.tasks.TaskHandler;
import java.time.Clock;
import java.util.List;

/** All kinds of tasks that this program can do. */
public final class WorkspaceTasks {

    private WorkspaceTasks() {}

    /**
     * A handler a kind.
     *
     * @param threads
     *            how many threads a calculation has
     * @param clock
     *            tells which period is the current one, in its zone
     */
    public static List<TaskHandler> handlers(int threads, Clock clock) {
        return List.of(new ImportTask(), new CalcTask(threads), new CacheTask(threads, clock),
                new RefreshTask(clock), new ScanTask(clock));
    }
}
