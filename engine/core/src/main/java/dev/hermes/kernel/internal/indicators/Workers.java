package dev.hermes.kernel.internal.indicators;

import dev.hermes.kernel.RunMonitor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Supplier;

/** Runs the parts of a calculation side by side. Thread-safe; to be closed. */
public final class Workers implements AutoCloseable {

    private static final int BATCH = 2048;

    private final ForkJoinPool pool;
    private final RunMonitor monitor;

    /** Work on {@code threads} threads, as long as the monitor does not cancel. */
    public Workers(int threads, RunMonitor monitor) {
        pool = new ForkJoinPool(threads);
        this.monitor = monitor;
    }

    /** A part of the work on positions {@code [from, to)}. */
    @FunctionalInterface
    public interface Range {
        void run(int from, int to);
    }

    /** Runs all tasks; the first exception that one of them threw is thrown here. */
    void run(List<Runnable> tasks) {
        if (pool.equals(ForkJoinTask.getPool())) {
            ForkJoinTask.invokeAll(tasks.stream().map(task -> ForkJoinTask.adapt(checked(task))).toList());
            return;
        }
        try {
            pool.submit(() -> run(tasks)).get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The calculation was interrupted.");
        } catch (ExecutionException failed) {
            throw unwrap(failed);
        }
    }

    /** Runs a part for each batch of positions below the size. */
    public void forRanges(int size, Range part) {
        List<Runnable> tasks = new ArrayList<>();
        for (int from = 0; from < size; from += BATCH) {
            int start = from;
            tasks.add(() -> part.run(start, Math.min(size, start + BATCH)));
        }
        run(tasks);
    }

    /** Computes in the pool and waits for the result. */
    <T> T compute(Supplier<T> work) {
        List<T> result = new ArrayList<>(1);
        run(List.of(() -> result.add(work.get())));
        return result.getFirst();
    }

    private Runnable checked(Runnable task) {
        return () -> {
            monitor.checkCancelled();
            task.run();
        };
    }

    /** Exceptions cross threads wrapped in others of their own kind; the innermost of them says what happened. */
    private static RuntimeException unwrap(ExecutionException failed) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        for (Throwable inner = cause.getCause(); inner != null && inner.getClass() == cause.getClass(); inner = cause
                .getCause()) {
            cause = inner;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
