package dev.hermes.app.background;

import java.util.concurrent.CancellationException;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/** Work that goes on beside the screen. Its properties are of the screen's thread. */
public final class Job {

    /** How far work has come that cannot tell. */
    public static final double UNKNOWN = -1;

    private final String title;
    private final boolean isCancellable;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(UNKNOWN);
    private volatile boolean cancelled;
    private volatile double latest = UNKNOWN;
    private volatile boolean told = true;

    Job(String title, boolean isCancellable) {
        this.title = title;
        this.isCancellable = isCancellable;
    }

    /** What is done, in the user's language when it began. */
    public String title() {
        return title;
    }

    /** The part that is done, from 0 to 1; {@link #UNKNOWN} where nobody knows. */
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /** Whether the work can be asked to end: not where something would be lost that somebody entered. */
    public boolean isCancellable() {
        return isCancellable;
    }

    /** Asks the work to end, where that is possible. */
    public void cancel() {
        cancelled = isCancellable;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /**
     * Ends the work where it is to end; of any thread.
     *
     * @throws CancellationException
     *             then
     */
    public void checkCancelled() {
        if (cancelled) {
            throw new CancellationException(title + " was cancelled.");
        }
    }

    /** Tells how far the work has come, and ends it where it is to end; of any thread, as often as one likes. */
    public void report(long done, long total) {
        checkCancelled();
        latest = total <= 0 ? UNKNOWN : Math.min(1.0, (double) done / total);
        if (told) {
            told = false;
            Platform.runLater(() -> {
                told = true;
                progress.set(latest);
            });
        }
    }
}
