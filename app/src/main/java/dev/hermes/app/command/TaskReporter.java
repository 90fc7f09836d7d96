package dev.hermes.app.command;

import dev.hermes.app.terminal.ProgressLine;
import dev.hermes.app.terminal.Terminal;
import dev.hermes.workspace.Task;
import dev.hermes.workspace.tasks.TaskListener;

/**
 * Says on the error stream what becomes of tasks.
 *
 * @param progress
 *            says how far they have come
 */
record TaskReporter(Terminal terminal, ProgressLine progress) implements TaskListener {

    @Override
    public void progressed(Task task, String text) {
        progress.progress(task.title() + "  " + text, 1, 1);
    }

    @Override
    public void ended(Task task) {
        progress.ended(task.number() + " " + task.title() + ": " + task.state().word()
                + (task.outcome().isEmpty() ? "" : ", " + task.outcome().lines().findFirst().orElse("")));
    }

    @Override
    public void troubled(RuntimeException problem) {
        terminal.warning(String.valueOf(problem.getMessage()));
    }
}
