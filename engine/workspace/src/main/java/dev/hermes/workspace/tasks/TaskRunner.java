package dev.hermes.workspace.tasks;

import dev.hermes.workspace.Task;
import dev.hermes.workspace.Task.Claim;
import dev.hermes.workspace.TaskClaims;
import dev.hermes.workspace.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Does the tasks of a workspace whose kinds it has handlers for; others wait for a program that knows them. Each worker
 * has a queue, and whoever has nothing to do takes from the queues of others. Thread-safe; to be closed before the
 * workspace is.
 */
public final class TaskRunner implements AutoCloseable {

    private static final int QUEUED_A_WORKER = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Bound while a thread is at a task: where that waits for parts of its own, the pool may offer it another one. */
    private static final ScopedValue<Task> AT_WORK = ScopedValue.newInstance();

    private final Workspace workspace;
    private final TaskClaims claims;
    private final Map<String, TaskHandler> handlers;
    private final Terms terms;
    private final BooleanSupplier cancelled;
    private final TaskListener listener;
    private final Lane light;
    private final Lane heavy;
    private final ForkJoinPool pool;
    /** The tasks that have a place. */
    private final Phaser underWay = new UnderWay();
    /** What came of tasks and could not be written. */
    private final Queue<Runnable> unrecorded = new ConcurrentLinkedQueue<>();
    /** Why the tasks cannot be looked after; until somebody was told none is begun. */
    private final AtomicReference<@Nullable RuntimeException> trouble = new AtomicReference<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("hermes-tasks-watch").factory());
    private volatile boolean closing;

    /**
     * How tasks are done.
     *
     * @param threads
     *            how many run at once, at most
     * @param heavy
     *            how many of these may be heavy
     * @param random
     *            draws when a task is tried again
     */
    public record Terms(int threads, int heavy, Backoff backoff, RandomGenerator random) {

        /** One for each processor, one heavy one. */
        public static Terms standard() {
            return new Terms(Runtime.getRuntime().availableProcessors(), 1, Backoff.STANDARD,
                    RandomGenerator.getDefault());
        }

        /** The same with so many threads. */
        public Terms withThreads(int count) {
            return new Terms(count, heavy, backoff, random);
        }

        Duration delay(int failures) {
            // Generators are of one thread.
            synchronized (random) {
                return backoff.delay(failures, random);
            }
        }
    }

    /** Goes on when everybody has left: others come. */
    private static final class UnderWay extends Phaser {

        @Override
        protected boolean onAdvance(int phase, int registered) {
            return false;
        }
    }

    /**
     * @param handlers
     *            one a kind
     * @param cancelled
     *            whether tasks that run are to end, and none is to be begun
     */
    public TaskRunner(Workspace workspace, Collection<? extends TaskHandler> handlers, Terms terms,
            BooleanSupplier cancelled, TaskListener listener) {
        this.workspace = workspace;
        this.handlers = handlers.stream().collect(Collectors.toUnmodifiableMap(TaskHandler::kind, Function.identity()));
        this.terms = terms;
        this.cancelled = cancelled;
        this.listener = listener;
        claims = workspace.tasks().claims();
        heavy = lane(true, terms.heavy());
        light = lane(false, QUEUED_A_WORKER * terms.threads());
        pool = new ForkJoinPool(terms.threads(), ForkJoinPool.defaultForkJoinWorkerThreadFactory, null, true);
    }

    private Lane lane(boolean isHeavy, int capacity) {
        return new Lane(handlers.values().stream().filter(handler -> handler.isHeavy() == isHeavy)
                .map(TaskHandler::kind).collect(Collectors.toUnmodifiableSet()), capacity);
    }

    /**
     * Does tasks until none is due, or it is cancelled.
     *
     * @throws dev.hermes.workspace.WorkspaceException
     *             where the workspace cannot be used; what is done by then is done
     */
    public void run() {
        boolean more = true;
        while (more) {
            underWay.register();
            try {
                more = look();
            } finally {
                underWay.awaitAdvance(underWay.arriveAndDeregister());
            }
            RuntimeException problem = trouble.getAndSet(null);
            if (problem != null) {
                throw problem;
            }
        }
    }

    /** Does tasks whenever they are due, until it is closed. */
    public void start() {
        var _ = watch.scheduleWithFixedDelay(this::watch, 0, 1, TimeUnit.SECONDS);
    }

    private void watch() {
        try {
            look();
        } catch (RuntimeException problem) {
            trouble.compareAndSet(null, problem);
        }
        RuntimeException problem = trouble.getAndSet(null);
        if (problem != null) {
            listener.troubled(problem);
        }
    }

    /** Brings everything up to the present, and returns whether any task is begun now. */
    private boolean look() {
        recordRest();
        claims.tidy(terms.backoff().attempts());
        workspace.schedules().queueDue();
        return begin();
    }

    private void recordRest() {
        for (Runnable ending = unrecorded.peek(); ending != null; ending = unrecorded.peek()) {
            ending.run();
            unrecorded.remove(ending);
        }
    }

    private boolean isStopping() {
        return closing || cancelled.getAsBoolean();
    }

    /** Puts tasks that are due into the queue of this thread if it is a worker, else into those of all. */
    private boolean begin() {
        if (isStopping() || trouble.get() != null) {
            return false;
        }
        List<Task> begun = new ArrayList<>();
        for (Lane lane : List.of(heavy, light)) {
            for (Task task : lane.fill(claims)) {
                underWay.register();
                pool.execute(() -> work(lane, task));
                begun.add(task);
            }
        }
        return !begun.isEmpty();
    }

    private void work(Lane lane, Task task) {
        try {
            if (AT_WORK.isBound()) {
                // Not within another one: it would be a part of that one's transaction. It is found again after that.
                lane.leave(task);
            } else {
                ScopedValue.where(AT_WORK, task).run(() -> attempt(lane, task));
            }
        } finally {
            underWay.arriveAndDeregister();
        }
    }

    private void attempt(Lane lane, Task task) {
        try {
            if (!isStopping()) {
                claims.claim(task.number()).ifPresent(this::attempt);
            }
        } catch (RuntimeException problem) {
            trouble.compareAndSet(null, problem);
        } finally {
            lane.leave(task);
        }
        try {
            begin();
        } catch (RuntimeException problem) {
            trouble.compareAndSet(null, problem);
        }
    }

    private void attempt(Claim claim) {
        TaskHandler handler = Objects.requireNonNull(handlers.get(claim.task().kind()));
        TaskRun run = new TaskRun(workspace, claim, this::isStopping, listener);
        Runnable ending = new Attempt(claims, claim, handler, run, terms).go();
        try {
            ending.run();
        } catch (RuntimeException problem) {
            unrecorded.add(ending);
            throw problem;
        }
        workspace.tasks().find(claim.task().number()).ifPresent(listener::ended);
    }

    /** How often a worker has taken a task from the queue of another one, or from that of all. */
    long steals() {
        return pool.getStealCount();
    }

    /** Asks the tasks that run to end; they will be done another time, as if they had not been begun. */
    @Override
    public void close() {
        closing = true;
        watch.shutdown();
        try {
            underWay.register();
            underWay.awaitAdvanceInterruptibly(underWay.arriveAndDeregister(), PATIENCE.toSeconds(), TimeUnit.SECONDS);
            recordRest();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException stillAtWork) {
            // Whoever does not listen may go on; its claim ends with the program.
            listener.troubled(new IllegalStateException("A task did not end when it was asked to.", stillAtWork));
        } catch (RuntimeException problem) {
            listener.troubled(problem);
        } finally {
            pool.shutdown();
        }
    }
}
