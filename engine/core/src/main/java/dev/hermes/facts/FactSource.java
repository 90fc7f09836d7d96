package dev.hermes.facts;

import java.time.LocalDate;

/**
 * The keeper of facts. Thread-safe: passes over different datasets run side by side. Every method may throw
 * {@link java.util.concurrent.CancellationException} where the run was cancelled.
 */
public interface FactSource {

    /** Filters, groups and aggregates one dataset in one pass. */
    FactGroups aggregate(FactPass pass);

    /** Hands over rows in batches, in no particular order. */
    void scan(FactScan scan, FactSink sink);

    /**
     * Runs one read-only SELECT with the datasets as tables by their codes, {@code $from} and {@code $to} bound to the
     * days given.
     *
     * @throws dev.hermes.model.FindingsException
     *             where it is not one SELECT, reads anything but datasets, or does not return what is expected
     */
    QueryRows query(String sql, LocalDate from, LocalDate to);

    /** A text that changes whenever any fact changes. */
    String version();
}
