package dev.hermes.workspace.tasks;

import dev.hermes.decimal.Decimal;
import dev.hermes.workspace.PayoutRecord;
import dev.hermes.workspace.RunOrigin;
import dev.hermes.workspace.RunRecord;
import dev.hermes.workspace.SavedRun;
import dev.hermes.workspace.Task;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.tasks.TaskHandler.Effect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/** A workspace with handlers that tests write; a task's effect is a saved run with the task's name. */
final class TaskFixture {

    static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(1), 4);

    final Workspace workspace;
    private final Map<String, TaskHandler> handlers = new ConcurrentHashMap<>();

    TaskFixture(Workspace workspace) {
        this.workspace = workspace;
        handler("save", run -> save(run));
    }

    /** How the tasks of a kind are prepared. */
    @FunctionalInterface
    interface Preparation {
        Effect prepare(TaskRun run) throws Exception;
    }

    void handler(String kind, Preparation preparation) {
        handler(kind, false, preparation);
    }

    void handler(String kind, boolean isHeavy, Preparation preparation) {
        handlers.put(kind, new TaskHandler() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public boolean isHeavy() {
                return isHeavy;
            }

            @Override
            public Effect prepare(TaskRun run) throws Exception {
                return preparation.prepare(run);
            }
        });
    }

    /** The effect that counts: a run whose scheme is the title of the task. */
    Effect save(TaskRun run) {
        return () -> {
            save(workspace, run.task().title());
            return "saved";
        };
    }

    static void save(Workspace workspace, String name) {
        workspace.runs().save(new RunRecord(name, name, "months", "2026-03", "USD",
                new RunOrigin(0, null, "plan", "facts", "inputs", null),
                List.of(new PayoutRecord("P1", Decimal.of(1), null, Map.of()))));
    }

    /** The names of the effects that are there, in the order in which they took place. */
    List<String> effects() {
        return workspace.runs().all().reversed().stream().map(SavedRun::scheme).toList();
    }

    Task add(String kind, String title, Task... after) {
        return workspace.tasks().add(kind, title, "{}", after);
    }

    Task get(Task task) {
        return workspace.tasks().find(task.number()).orElseThrow();
    }

    TaskRunner runner() {
        return runner(2);
    }

    TaskRunner runner(int threads) {
        return runner(threads, TaskListener.NONE);
    }

    TaskRunner runner(int threads, TaskListener listener) {
        return new TaskRunner(workspace, handlers.values(),
                new TaskRunner.Terms(threads, 1, BACKOFF, new SplittableRandom(5)), () -> false, listener);
    }

    /** Does what is due. */
    void run() {
        try (TaskRunner runner = runner()) {
            runner.run();
        }
    }
}
