package dev.hermes.workspace.tasks;

import dev.hermes.workspace.Task;

/** Is told what becomes of tasks. Called from several threads; must neither throw nor take long. */
public interface TaskListener {

    /** Is told nothing. */
    TaskListener NONE = new TaskListener() {
        @Override
        public void progressed(Task task, String text) {
            // nobody looks
        }

        @Override
        public void ended(Task task) {
            // nobody looks
        }

        @Override
        public void troubled(RuntimeException problem) {
            // nobody looks
        }
    };

    /** A task has come so far. */
    void progressed(Task task, String text);

    /** A task does not run any more; its state and outcome say what came of it. */
    void ended(Task task);

    /** The tasks could not be looked after, which is tried again soon. */
    void troubled(RuntimeException problem);
}
