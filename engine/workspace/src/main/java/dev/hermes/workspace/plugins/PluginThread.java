package dev.hermes.workspace.plugins;

import dev.hermes.spi.AdapterOptionException;
import dev.hermes.spi.TableReader;
import dev.hermes.spi.UnreadableTableException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The thread that a plugin reads a table on, so that whoever waits for it can still be cancelled. A plugin that does not
 * end when it is interrupted is left alone: its thread keeps no process from ending. Of one thread, the one that waits.
 */
final class PluginThread implements AutoCloseable {

    private static final long BETWEEN_QUESTIONS_MILLIS = 100;
    private static final long PATIENCE_SECONDS = 5;

    private final PluginCalls calls;
    private final Runnable meanwhile;
    private final CompletableFuture<Thread> thread = new CompletableFuture<>();
    private final ExecutorService executor;
    private boolean abandoned;

    /**
     * @param meanwhile
     *            called now and then while the plugin works; where it throws, the plugin is interrupted
     */
    PluginThread(PluginCalls calls, Runnable meanwhile) {
        this.calls = calls;
        this.meanwhile = meanwhile;
        executor = Executors.newSingleThreadExecutor(work -> {
            Thread made = Thread.ofPlatform().daemon().name("plugin " + calls.plugin()).unstarted(work);
            thread.complete(made);
            return made;
        });
    }

    PluginCalls calls() {
        return calls;
    }

    /** Calls what reads a table, and waits for it. */
    <T extends @Nullable Object> T reading(PluginCalls.Call<T> call)
            throws PluginFailure, AdapterOptionException, UnreadableTableException, IOException {
        Future<T> answer = executor.submit(() -> calls.reading(call));
        while (true) {
            try {
                return answer.get(BETWEEN_QUESTIONS_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillWorking) {
                ask(answer);
            } catch (ExecutionException e) {
                throw rethrown(e);
            } catch (InterruptedException e) {
                end(answer);
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("The plugin " + calls.plugin() + " was interrupted");
            }
        }
    }

    private void ask(Future<?> answer) {
        try {
            meanwhile.run();
        } catch (RuntimeException | Error cancelled) {
            end(answer);
            throw cancelled;
        }
    }

    /** Interrupts the plugin, and gives it time to let go of what it holds. */
    private void end(Future<?> answer) {
        thread.join().interrupt();
        try {
            answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException ended) {
            // As it should: what it says about that is of no interest.
            abandoned = false;
        } catch (TimeoutException deaf) {
            abandoned = true;
        } catch (InterruptedException e) {
            abandoned = true;
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Closes a reader, which nobody cancels.
     *
     * @throws IOException
     *             where that fails, be it by a failure of the plugin, or takes too long
     */
    void closing(TableReader reader) throws IOException {
        if (abandoned) {
            throw new IOException("The plugin " + calls.plugin() + " still works on what was cancelled");
        }
        Future<?> answer = executor.submit(() -> calls.reading(() -> {
            reader.close();
            return true;
        }));
        try {
            answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IOException(e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            end(answer);
            throw new IOException("The plugin " + calls.plugin() + " does not let go of the file", e);
        } catch (InterruptedException e) {
            end(answer);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The plugin " + calls.plugin() + " was interrupted");
        }
    }

    private static IOException rethrown(ExecutionException thrown)
            throws PluginFailure, AdapterOptionException, UnreadableTableException {
        return switch (thrown.getCause()) {
            case PluginFailure failure -> throw failure;
            case AdapterOptionException refused -> throw refused;
            case UnreadableTableException unreadable -> throw unreadable;
            case IOException unread -> unread;
            case Error error -> throw error;
            case null, default -> throw new IllegalStateException("Calls throw nothing else.", thrown);
        };
    }

    @Override
    public void close() {
        executor.shutdown();
    }
}
