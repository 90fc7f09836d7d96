package dev.hermes.app.indicators;

import dev.hermes.model.Message;

/**
 * Whether what is shown is of the documents, the rows and the period of now.
 *
 * @param isCalculating
 *            whether it is of what was there before, and is about to change
 * @param reason
 *            why there is nothing; empty where nothing went wrong
 */
record Freshness(boolean isCalculating, Message reason) {

    static final Freshness FRESH = new Freshness(false, Message.EMPTY);
    static final Freshness CALCULATING = new Freshness(true, Message.EMPTY);

    static Freshness failed(Message reason) {
        return new Freshness(false, reason);
    }

    boolean isFresh() {
        return !isCalculating && reason.equals(Message.EMPTY);
    }
}
