package dev.hermes.jdbc;

import dev.hermes.spi.UnreadableTableException;
import java.io.InterruptedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The thread that waits for a database. Drivers do not listen to interrupts, and their own time limits do not stop a
 * query that runs away; so whoever waits for this thread listens and looks at the clock, and cancels the statement from
 * outside. Of one thread, the one that waits.
 */
final class DatabaseThread {

    private static final int ATTEMPTS = 15;
    private static final long BETWEEN_ATTEMPTS_MILLIS = 200;
    private static final long LONGEST_CLOSING_MILLIS = 3_000;

    private final ExecutorService executor = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("database").factory());
    private long nanosLeft;

    /** @param longest how long the database may take in all */
    DatabaseThread(Duration longest) {
        nanosLeft = longest.toNanos();
    }

    /** What is called. */
    @FunctionalInterface
    interface Call<T> {
        T call() throws SQLException, UnreadableTableException;
    }

    /** Stops what is called; called again as long as that has not helped, for it may have come too early. */
    @FunctionalInterface
    interface Stop {
        void stop() throws SQLException;
    }

    /**
     * Calls, and waits for what comes of it.
     *
     * @throws OutOfTimeException
     *             where the database takes longer than it may
     * @throws InterruptedIOException
     *             where this thread was interrupted
     */
    <T> T call(Call<T> call, Stop stop)
            throws SQLException, UnreadableTableException, OutOfTimeException, InterruptedIOException {
        long start = System.nanoTime();
        Future<T> answer = executor.submit(call::call);
        try {
            return answer.get(nanosLeft, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            stop(answer, stop);
            throw new OutOfTimeException();
        } catch (InterruptedException e) {
            stop(answer, stop);
            throw new InterruptedIOException("The query was cancelled.");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case SQLException failed -> throw failed;
                case UnreadableTableException unreadable -> throw unreadable;
                case Error error -> throw error;
                case RuntimeException fault -> throw fault;
                case null, default -> throw new IllegalStateException("Calls throw nothing else.", e);
            }
        } finally {
            nanosLeft -= System.nanoTime() - start;
        }
    }

    private static void stop(Future<?> answer, Stop stop) throws SQLException {
        for (int i = 0; i < ATTEMPTS && !answer.isDone(); i++) {
            stop.stop();
            await(answer, BETWEEN_ATTEMPTS_MILLIS);
        }
    }

    private static void await(Future<?> answer, long millis) {
        try {
            answer.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // Whether it goes on is asked of itself; what it says when it is stopped is of no interest.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes what was opened on this thread, even where the opening has not ended yet, and the thread behind it. */
    void close(Call<?> closing) {
        Future<?> closed = executor.submit(closing::call);
        executor.shutdown();
        await(closed, LONGEST_CLOSING_MILLIS);
    }
}
