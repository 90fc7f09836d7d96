package dev.hermes.app.indicators;

/** Whether what is shown is of the documents, the rows and the period of now. */
sealed interface Freshness {

    Freshness FRESH = new Fresh();
    Freshness CALCULATING = new Calculating();

    /** It is. */
    record Fresh() implements Freshness {}

    /** It is of what was there before, and is about to change. */
    record Calculating() implements Freshness {}

    /** Nothing could be calculated. */
    record Failed(String reason) implements Freshness {}

    static Freshness failed(String reason) {
        return new Failed(reason);
    }

    default boolean isCalculating() {
        return this instanceof Calculating;
    }

    /** Why there is nothing; empty where there is something. */
    default String reason() {
        return this instanceof Failed failed ? failed.reason() : "";
    }
}
