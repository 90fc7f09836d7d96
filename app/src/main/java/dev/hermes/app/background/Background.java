package dev.hermes.app.background;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Runs work beside the screen and hands what it made back to the screen's thread. Edits run in the order in which they
 * were made; other work runs beside them. Begun from the screen's thread.
 */
public final class Background implements AutoCloseable {

    private static final int THREADS = 2;

    private final ExecutorService edits = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("hermes-edits").factory());
    private final ExecutorService work = Executors.newFixedThreadPool(THREADS,
            Thread.ofPlatform().daemon().name("hermes-background-", 1).factory());
    private final ObservableList<Job> jobs = FXCollections.observableArrayList();
    private final AtomicInteger pending = new AtomicInteger();

    /** Work that makes something. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Job job) throws Exception;
    }

    /** What is going on, the oldest first. */
    public ObservableList<Job> jobs() {
        return FXCollections.unmodifiableObservableList(jobs);
    }

    /**
     * Begins work.
     *
     * @param done
     *            takes what was made, on the screen's thread
     * @param failed
     *            takes why nothing was made, on the screen's thread; not told where the work was cancelled
     */
    public <T> Job run(String title, Work<T> task, Consumer<T> done, Consumer<Throwable> failed) {
        return begin(work, title, task, done, failed);
    }

    /** As {@link #run}, after all edits that were begun before. */
    public <T> Job edit(String title, Work<T> task, Consumer<T> done, Consumer<Throwable> failed) {
        return begin(edits, title, task, done, failed);
    }

    /** As {@link #run}, for what is over before anybody could read its title: it is not among the jobs. */
    public <T> Job glance(Work<T> task, Consumer<T> done, Consumer<Throwable> failed) {
        return begin(work, new Job(""), task, done, failed);
    }

    private <T> Job begin(Executor executor, String title, Work<T> task, Consumer<T> done, Consumer<Throwable> failed) {
        Job job = new Job(title);
        jobs.add(job);
        return begin(executor, job, task, done, failed);
    }

    private <T> Job begin(Executor executor, Job job, Work<T> task, Consumer<T> done, Consumer<Throwable> failed) {
        pending.incrementAndGet();
        executor.execute(() -> {
            Runnable end = outcome(job, task, done, failed);
            Platform.runLater(() -> {
                jobs.remove(job);
                try {
                    end.run();
                } finally {
                    pending.decrementAndGet();
                }
            });
        });
        return job;
    }

    private static <T> Runnable outcome(Job job, Work<T> task, Consumer<T> done, Consumer<Throwable> failed) {
        try {
            job.checkCancelled();
            T made = task.run(job);
            return () -> done.accept(made);
        } catch (CancellationException cancelled) {
            return () -> {
                // Who cancels it knows.
            };
        } catch (Throwable problem) {
            return () -> failed.accept(problem);
        }
    }

    /** Whether nothing is going on, and all that was made has been handed back; of any thread. */
    public boolean isIdle() {
        return pending.get() == 0;
    }

    /** Cancels what is going on, and waits for the edits that were begun. */
    @Override
    public void close() {
        jobs.forEach(Job::cancel);
        work.shutdown();
        edits.shutdown();
        try {
            if (!edits.awaitTermination(1, TimeUnit.MINUTES) || !work.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("Work in the background does not end.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
