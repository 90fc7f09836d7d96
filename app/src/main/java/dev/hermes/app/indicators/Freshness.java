package dev.hermes.app.indicators;

/**
 * Whether what is shown is of the documents, the rows and the period of now.
 *
 * @param isCalculating
 *            whether it is of what was there before, and is about to change
 * @param reason
 *            why there is nothing; empty where nothing went wrong
 */
record Freshness(boolean isCalculating, String reason) {

    static final Freshness FRESH = new Freshness(false, "");
    static final Freshness CALCULATING = new Freshness(true, "");

    static Freshness failed(String reason) {
        return new Freshness(false, reason);
    }

    boolean isFresh() {
        return !isCalculating && reason.isEmpty();
    }
}
