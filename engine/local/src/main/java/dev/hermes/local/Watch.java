package dev.hermes.local;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a running statement every few milliseconds and cancels it where the run was cancelled or its time is over. A
 * cancellation reaches only what is running at that moment, hence it is repeated until the watch is closed.
 */
final class Watch implements AutoCloseable {

    private static final long PERIOD_MILLIS = 25;

    private final Statement statement;
    private final BooleanSupplier cancelled;
    private final long started = System.nanoTime();
    private final @Nullable Duration limit;
    private final ScheduledFuture<?> timer;
    private boolean closed;
    private boolean timedOut;
    private @Nullable SQLException notCancelled;

    Watch(ScheduledExecutorService timers, Statement statement, BooleanSupplier cancelled, @Nullable Duration limit) {
        this.statement = statement;
        this.cancelled = cancelled;
        this.limit = limit;
        timer = timers.scheduleWithFixedDelay(this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Whether the statement's time was over before it ended. */
    synchronized boolean timedOut() {
        return timedOut;
    }

    /** Why the statement could not be cancelled; null where it could, or was not. */
    synchronized @Nullable SQLException notCancelled() {
        return notCancelled;
    }

    private synchronized void look() {
        timedOut |= limit != null && System.nanoTime() - started > limit.toNanos();
        if (!closed && (timedOut || cancelled.getAsBoolean())) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                notCancelled = e;
            }
        }
    }

    /** Ends the watch; afterwards nothing is cancelled any more. */
    @Override
    public synchronized void close() {
        closed = true;
        timer.cancel(false);
    }
}
