package dev.hermes.app.graph;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/** Runs parts of a test on the JavaFX thread and waits for them. */
final class FxThread {

    private static boolean started;

    private FxThread() {}

    private static synchronized void start() throws InterruptedException {
        if (!started) {
            CountDownLatch up = new CountDownLatch(1);
            try {
                Platform.startup(up::countDown);
            } catch (IllegalStateException _) {
                // Another test has started it.
                up.countDown();
            }
            if (!up.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("JavaFX did not start.");
            }
            Platform.setImplicitExit(false);
            started = true;
        }
    }

    static <T> T call(Callable<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            start();
            Platform.runLater(() -> {
                try {
                    result.complete(task.call());
                } catch (Throwable thrown) {
                    result.completeExceptionally(thrown);
                }
            });
            return result.get(120, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e.getCause() == null ? e : e.getCause());
        }
    }

    static void run(Runnable task) {
        call(() -> {
            task.run();
            return true;
        });
    }
}
