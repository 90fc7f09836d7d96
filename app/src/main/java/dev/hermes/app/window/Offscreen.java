package dev.hermes.app.window;

import dev.hermes.app.background.Background;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** The window from outside, for pictures and tests: drawn in memory, no display is needed. Not of the screen's thread. */
public final class Offscreen {

    /** So many frames without work, and all of it is drawn. */
    private static final int CALM_FRAMES = 5;
    private static final long PATIENCE_SECONDS = 600;

    private Offscreen() {}

    /** Starts JavaFX where that is not done yet. */
    public static void start() {
        Display.beHeadless();
        Display.quieten();
        CompletableFuture<Boolean> up = new CompletableFuture<>();
        try {
            Platform.startup(() -> up.complete(true));
        } catch (IllegalStateException running) {
            up.complete(true);
        }
        result(up);
        Platform.setImplicitExit(false);
    }

    /** What work on the screen's thread makes; what it throws is thrown here. */
    public static <T> T call(Callable<T> work) {
        CompletableFuture<T> made = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                made.complete(work.call());
            } catch (Throwable problem) {
                made.completeExceptionally(problem);
            }
        });
        return result(made);
    }

    /** As {@link #call}, for work that makes nothing. */
    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /** Waits until nothing goes on in the background and some frames have gone by since. */
    public static void calm(Background background) {
        until(background::isIdle, CALM_FRAMES);
    }

    /** Waits until something is so, asking once a frame. */
    public static void until(BooleanSupplier condition) {
        until(condition, 1);
    }

    private static void until(BooleanSupplier condition, int frames) {
        CompletableFuture<Boolean> met = new CompletableFuture<>();
        run(() -> new AnimationTimer() {

            private int since;

            @Override
            public void handle(long now) {
                since = condition.getAsBoolean() ? since + 1 : 0;
                if (since >= frames) {
                    stop();
                    met.complete(true);
                }
            }
        }.start());
        result(met);
    }

    private static <T> T result(CompletableFuture<T> future) {
        try {
            return future.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException problem -> throw problem;
                case Error problem -> throw problem;
                case null, default -> throw e;
            }
        }
    }
}
