package dev.hermes.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Lets Ctrl+C end work cleanly: the work is told, and the process waits for it to let go of its files. Thread-safe.
 */
final class Cancellation implements BooleanSupplier {

    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean wanted;

    /** Listens to the end of the process, which Ctrl+C brings about. */
    static Cancellation ofProcess() {
        Cancellation cancellation = new Cancellation();
        Runtime.getRuntime().addShutdownHook(new Thread(cancellation::cancel, "cancellation"));
        return cancellation;
    }

    private void cancel() {
        wanted = true;
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                // What was not written completely has no name yet, and is removed when the workspace is opened again.
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The work is over; the process need not wait for it. */
    void workEnded() {
        ended.countDown();
    }

    @Override
    public boolean getAsBoolean() {
        return wanted;
    }
}
