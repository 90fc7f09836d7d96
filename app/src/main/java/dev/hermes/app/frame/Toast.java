package dev.hermes.app.frame;

import org.jspecify.annotations.Nullable;

/** A short message that goes away by itself. Each is one of its own, whatever it says. */
public final class Toast {

    private final String text;
    private final @Nullable Runnable undo;

    /**
     * A message.
     *
     * @param undo
     *            takes back what it tells of; null where there is nothing to take back
     */
    public Toast(String text, @Nullable Runnable undo) {
        this.text = text;
        this.undo = undo;
    }

    public String text() {
        return text;
    }

    /** Takes back what it tells of; null where there is nothing to take back. */
    public @Nullable Runnable undo() {
        return undo;
    }
}
