package dev.hermes.workspace.tasks;

import dev.hermes.workspace.Task;
import dev.hermes.workspace.Task.State;
import dev.hermes.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * A program that does the tasks of a workspace, and says of each that it is done. Its tasks save a run, write a file
 * elsewhere, and queue a task that follows them. To be killed.
 */
final class TaskLoad {

    private static final int LONGEST_NANOSECONDS = 3_000_000;

    private TaskLoad() {}

    public static void main(String[] arguments) {
        try (Workspace workspace = Workspace.open(Path.of(arguments[0]))) {
            TaskFixture tasks = new TaskFixture(workspace);
            Path files = Path.of(arguments[1]);
            tasks.handler("save", run -> {
                LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(LONGEST_NANOSECONDS));
                Path draft = files.resolve(UUID.randomUUID() + ".draft");
                Files.writeString(draft, run.task().title());
                return () -> effect(run, draft, files);
            });
            TaskListener teller = new TaskListener() {
                @Override
                public void progressed(Task task, String text) {}

                @Override
                public void ended(Task task) {
                    if (task.state() == State.DONE) {
                        System.out.println(task.title());
                    }
                }

                @Override
                public void troubled(RuntimeException problem) {}
            };
            try (TaskRunner runner = tasks.runner(3, teller)) {
                runner.run();
            }
            System.out.println("all");
        }
    }

    private static String effect(TaskRun run, Path draft, Path files) throws IOException {
        Task task = run.task();
        TaskFixture.save(run.workspace(), task.title());
        if (!task.title().endsWith("'")) {
            run.workspace().tasks().add("save", task.title() + "'", "{}", task);
        }
        Files.move(draft, files.resolve(task.title()), StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        return "saved";
    }
}
