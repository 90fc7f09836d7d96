package dev.hermes.workspace.tasks;

import dev.hermes.kernel.RunMonitor;
import dev.hermes.workspace.Task;
import dev.hermes.workspace.Task.Claim;
import dev.hermes.workspace.Workspace;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A task that is running, for its handler. Thread-safe. */
public final class TaskRun implements RunMonitor {

    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Workspace workspace;
    private final Claim claim;
    private final BooleanSupplier stopping;
    private final TaskListener listener;
    private volatile long lastLook = System.nanoTime();
    private volatile boolean isLost;

    TaskRun(Workspace workspace, Claim claim, BooleanSupplier stopping, TaskListener listener) {
        this.workspace = workspace;
        this.claim = claim;
        this.stopping = stopping;
        this.listener = listener;
    }

    public Task task() {
        return claim.task();
    }

    /** The workspace whose task it is. */
    public Workspace workspace() {
        return workspace;
    }

    /** Says how far it has come. */
    public void progress(String text) {
        listener.progressed(claim.task(), text);
    }

    @Override
    public void progress(String stage, long done, long total) {
        progress(total > 1 ? stage + " " + done + " of " + total : stage);
    }

    /** Whether the task is to end because all are; it will be done another time. */
    boolean isStopping() {
        return stopping.getAsBoolean();
    }

    /** Whether the task is to end: the program is, or the task was cancelled. Looked up a few times a second at most. */
    @Override
    public boolean isCancelled() {
        if (isStopping()) {
            return true;
        }
        long now = System.nanoTime();
        if (!isLost && now - lastLook > BETWEEN_LOOKS) {
            lastLook = now;
            isLost = !workspace.tasks().claims().holds(claim);
        }
        return isLost;
    }
}
