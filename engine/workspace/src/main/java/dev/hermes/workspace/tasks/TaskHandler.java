package dev.hermes.workspace.tasks;

/** Does the tasks of one kind. Thread-safe. */
public interface TaskHandler {

    /** The word for this kind of tasks. */
    String kind();

    /** Whether a task takes so much memory or so many processors that few should run at once. */
    boolean isHeavy();

    /**
     * Does everything that nobody sees yet, and may take long. It is repeated where the program ends before the effect.
     *
     * @return the effect, which is closed whether it was applied or not
     * @throws dev.hermes.model.FindingsException
     *             where the task cannot be done with this input, so that trying again is of no use
     * @throws java.util.concurrent.CancellationException
     *             where {@link TaskRun#isCancelled} was found
     * @throws Exception
     *             where something else stands in the way
     */
    Effect prepare(TaskRun run) throws Exception;

    /** What a task changes. */
    @FunctionalInterface
    interface Effect extends AutoCloseable {

        /**
         * Changes the workspace in the transaction in which the task becomes done, so that it does so once. Called once,
         * on the thread that prepared it. What is changed elsewhere comes last and must bear to be repeated, such as
         * giving a complete file its name.
         *
         * @return what was done, in words
         */
        String apply() throws Exception;

        /** Lets go of what was prepared. */
        @Override
        default void close() {}
    }
}
