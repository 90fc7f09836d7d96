package dev.hermes.workspace.tasks;

import org.jspecify.annotations.Nullable;

/** What stands in the way of a task, where it says itself what becomes of it. Implemented by exceptions. */
public interface TaskProblem {

    /** What is wrong and what to do, for people. */
    @Nullable
    String getMessage();

    /** Whether it may be over when the task is tried again; else the task is given up. */
    boolean isPassing();
}
