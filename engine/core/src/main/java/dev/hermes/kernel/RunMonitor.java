package dev.hermes.kernel;

import java.util.concurrent.CancellationException;

/** Follows a run, and may end it. Called from several threads. */
public interface RunMonitor {

    /** Follows nothing and never cancels. */
    RunMonitor NONE = new RunMonitor() {
        @Override
        public void progress(String stage, long done, long total) {
            // nobody looks
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /** So much of a stage has been done. */
    void progress(String stage, long done, long total);

    /** Whether the run is to end. */
    boolean isCancelled();

    /**
     * Ends the run if that was asked for.
     *
     * @throws CancellationException
     *             if so
     */
    default void checkCancelled() {
        if (isCancelled()) {
            throw new CancellationException("The run was cancelled.");
        }
    }
}
