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
 * Runs work beside the screen and hands what came of it back to the screen's thread: each piece of work ends in exactly
 * one of its two callbacks, whoever ended it. Begun from the screen's thread. Work goes three ways:
 * <ul>
 * <li>edits, and what must see them, in the order in which they were made; they are never cancelled, so that nothing is
 * lost that somebody entered;
 * <li>long work that brings something in, one after the other, after the edits that were made before; edits that are made
 * later do not wait for it;
 * <li>everything else, beside all of that.
 * </ul>
 */
public final class Background implements AutoCloseable {

    private static final int THREADS = 2;

    private final ExecutorService edits = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("hermes-edits").factory());
    private final ExecutorService deliveries = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("hermes-deliveries").factory());
    private final ExecutorService work = Executors.newFixedThreadPool(THREADS,
            Thread.ofPlatform().daemon().name("hermes-background-", 1).factory());
    private final ObservableList<Job> jobs = FXCollections.observableArrayList();
    private final AtomicInteger pending = new AtomicInteger();
    private volatile boolean hasEnded;

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
     *            takes why nothing was made, on the screen's thread: a {@link CancellationException} where the work was
     *            cancelled
     */
    public <T> Job run(String title, Work<T> task, Consumer<T> done, Consumer<Throwable> failed) {
        return begin(work, new Job(title, true), task, done, failed);
    }

    /** As {@link #run}, after all edits that were begun before; it cannot be cancelled. */
    public <T> Job edit(String title, Work<T> task, Consumer<T> done, Consumer<Throwable> failed) {
        return begin(edits, new Job(title, false), task, done, failed);
    }

    /** As {@link #run}, after all edits and all other deliveries that were begun before. */
    public <T> Job deliver(String title, Work<T> task, Consumer<T> done, Consumer<Throwable> failed) {
        return begin(this::afterEdits, new Job(title, true), task, done, failed);
    }

    /** As {@link #deliver}, for what must be done after them and cannot be cancelled. */
    public <T> Job conclude(String title, Work<T> task, Consumer<T> done, Consumer<Throwable> failed) {
        return begin(this::afterEdits, new Job(title, false), task, done, failed);
    }

    private void afterEdits(Runnable task) {
        edits.execute(() -> deliveries.execute(task));
    }

    /** As {@link #run}, for what is over before anybody could read its title: it is not among the jobs. */
    public <T> Job glance(Work<T> task, Consumer<T> done, Consumer<Throwable> failed) {
        Job job = new Job("", true);
        if (!hasEnded) {
            start(work, job, task, done, failed);
        }
        return job;
    }

    private <T> Job begin(Executor executor, Job job, Work<T> task, Consumer<T> done, Consumer<Throwable> failed) {
        // Once it has ended, nobody is there to see what would come of it.
        if (!hasEnded) {
            jobs.add(job);
            start(executor, job, task, done, failed);
        }
        return job;
    }

    private <T> void start(Executor executor, Job job, Work<T> task, Consumer<T> done, Consumer<Throwable> failed) {
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
    }

    private static <T> Runnable outcome(Job job, Work<T> task, Consumer<T> done, Consumer<Throwable> failed) {
        try {
            job.checkCancelled();
            T made = task.run(job);
            return () -> done.accept(made);
        } catch (Throwable problem) {
            return () -> failed.accept(problem);
        }
    }

    /** Whether nothing is going on, and all that was made has been handed back; of any thread. */
    public boolean isIdle() {
        return pending.get() == 0;
    }

    /**
     * Takes no more work, cancels what can be cancelled, and lets edits come to their end; waits for nothing. On the
     * screen's thread.
     */
    public void end() {
        if (hasEnded) {
            return;
        }
        hasEnded = true;
        jobs.forEach(Job::cancel);
        work.shutdown();
        // The last of what waits for edits is handed over before.
        edits.execute(deliveries::shutdown);
        edits.shutdown();
    }

    /** Waits until all has come to its end after {@link #end}; of any thread. */
    public void awaitEnd() {
        try {
            // However long they take: what somebody entered is not thrown away.
            edits.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
            deliveries.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
            if (!work.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("Work in the background does not end.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@linkplain #end Ends} and {@linkplain #awaitEnd waits} for that. */
    @Override
    public void close() {
        end();
        awaitEnd();
    }
}
