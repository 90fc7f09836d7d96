package dev.hermes.app.data;

import dev.hermes.app.background.Background;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** Runs parts of a test on the screen's thread. */
final class OnScreen {

    private static final int PATIENCE = 120;
    private static boolean started;

    private OnScreen() {}

    private static synchronized void start() throws InterruptedException {
        if (!started) {
            CountDownLatch up = new CountDownLatch(1);
            try {
                Platform.startup(up::countDown);
            } catch (IllegalStateException _) {
                // Another test has started it.
                up.countDown();
            }
            if (!up.await(PATIENCE, TimeUnit.SECONDS)) {
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
            return result.get(PATIENCE, TimeUnit.SECONDS);
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

    /** Waits until nothing goes on in the background. */
    static void calm(Background background) {
        until(background::isIdle);
    }

    /** Waits until something is so, asking once a frame. */
    static void until(BooleanSupplier condition) {
        CompletableFuture<Boolean> met = new CompletableFuture<>();
        run(() -> new AnimationTimer() {

            @Override
            public void handle(long now) {
                if (condition.getAsBoolean()) {
                    stop();
                    met.complete(true);
                }
            }
        }.start());
        try {
            met.get(PATIENCE, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
