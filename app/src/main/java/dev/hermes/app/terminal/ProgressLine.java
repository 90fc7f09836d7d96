package dev.hermes.app.terminal;

import dev.hermes.kernel.RunMonitor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Says on the error stream how far long work has come: on a terminal one line that is overwritten and at the end
 * removed, elsewhere now and then a line. Work that is soon over is passed over in silence. Thread-safe.
 */
public final class ProgressLine implements RunMonitor, AutoCloseable {

    private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long SHORT_ELSEWHERE = TimeUnit.SECONDS.toNanos(3);
    private static final long BETWEEN_UPDATES = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long BETWEEN_LINES = TimeUnit.SECONDS.toNanos(5);
    private static final String BACK_AND_ERASE = "\r\u001b[K";

    private final Terminal terminal;
    private final String activity;
    private final boolean quiet;
    private final BooleanSupplier cancelled;
    private final LongSupplier nanoTime;
    private long next;
    private boolean shown;

    /**
     * @param activity
     *            what is going on as a whole: {@code Importing}
     * @param quiet
     *            whether nothing is to be said
     * @param cancelled
     *            whether the work is to end
     * @param nanoTime
     *            as {@link System#nanoTime}
     */
    public ProgressLine(Terminal terminal, String activity, boolean quiet, BooleanSupplier cancelled,
            LongSupplier nanoTime) {
        this.terminal = terminal;
        this.activity = activity;
        this.quiet = quiet;
        this.cancelled = cancelled;
        this.nanoTime = nanoTime;
        next = nanoTime.getAsLong() + (terminal.isInteractive() ? SHORT : SHORT_ELSEWHERE);
    }

    @Override
    public void progress(String stage, long done, long total) {
        say(total > 1 ? stage + "  " + Figures.count(done) + " of " + Figures.count(total) : stage);
    }

    /** So many of a number that is not known. */
    public void progress(String stage, long done, String what) {
        say(stage + "  " + Figures.count(done) + " " + what);
    }

    private synchronized void say(String text) {
        if (quiet || nanoTime.getAsLong() - next < 0) {
            return;
        }
        String line = activity + " · " + text;
        if (terminal.isInteractive()) {
            terminal.err().print(BACK_AND_ERASE + terminal.dim(Printable.line(line)));
            terminal.err().flush();
            shown = true;
            next = nanoTime.getAsLong() + BETWEEN_UPDATES;
        } else {
            terminal.note(line);
            next = nanoTime.getAsLong() + BETWEEN_LINES;
        }
    }

    /** Something is over, which stays on a line of its own. */
    public synchronized void ended(String text) {
        close();
        if (!quiet) {
            terminal.note(text);
        }
    }

    @Override
    public boolean isCancelled() {
        return cancelled.getAsBoolean();
    }

    /** Removes the line, so that whatever is printed next starts on an empty one. */
    @Override
    public synchronized void close() {
        if (shown) {
            terminal.err().print(BACK_AND_ERASE);
            terminal.err().flush();
            shown = false;
        }
    }
}
