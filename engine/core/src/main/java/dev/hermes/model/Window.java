package dev.hermes.model;

/** Which stretch of time a series is read over, seen from the period that is calculated. */
public enum Window {
    /** The period itself. */
    CURRENT(""),
    /** The period before it in the calendar. */
    PREVIOUS("previous"),
    /** From the start of the calendar's year to the end of the period. */
    TO_DATE("toDate"),
    /** From the start of the calendar's year to the start of the period. */
    BEFORE("before");

    private final String word;

    Window(String word) {
        this.word = word;
    }

    /** The word after the dot in formulas; empty for the period itself. */
    public String word() {
        return word;
    }
}
