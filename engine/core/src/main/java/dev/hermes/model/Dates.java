package dev.hermes.model;

import java.time.LocalDate;

/** The two ends of time as rows write them. */
public final class Dates {

    /** The first day of rows that always held. */
    public static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);
    /** The day after the last of rows that hold for ever. */
    public static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    private Dates() {}
}
