package dev.hermes.model;

import org.jspecify.annotations.Nullable;

/** Where one series of an indicator (actual, target or baseline) comes from. */
public sealed interface SeriesSource {

    SeriesSource NONE = new None();

    /** The series does not exist: to read it in a formula is an error. */
    record None() implements SeriesSource {}

    /**
     * Facts of a dataset, aggregated.
     *
     * @param measure
     *            a column or measure of the dataset; null for {@code count}
     * @param where
     *            the filter on facts; null for all
     * @param date
     *            the date column that decides the period, the assignment and the hierarchy; null for the dataset's own
     * @param empty
     *            what no facts mean: zero, missing or a failure
     */
    record Facts(String dataset, Aggregation aggregate, @Nullable String measure, @Nullable Formula where,
            @Nullable String date, Treatment empty) implements SeriesSource {}

    /**
     * One read-only SELECT over the datasets, returning a credit column ({@code assignment} or {@code person}) and a
     * column {@code value}; {@code $from} and {@code $to} are the bounds {@code [from, to)} of what is asked.
     */
    record Query(String sql, Treatment empty) implements SeriesSource {}

    /**
     * Brought in by period and payee.
     *
     * @param rolledUp
     *            true: a superior's value is the roll-up of the members' ones; false: each payee has an own upload
     */
    record Upload(boolean rolledUp) implements SeriesSource {}

    /** The dated value of the last day on which the payee's assignment holds in the period. */
    record FromDatedValue(String code, boolean rolledUp) implements SeriesSource {}

    /** The actual of another indicator. */
    record FromIndicator(String code) implements SeriesSource {}

    /**
     * A formula over indicators, dated values and parameters of the period.
     *
     * @param eachDay
     *            true: the formula holds day by day, as a dated value does, and is read within {@code daily} and
     *            {@code days} only
     * @param rollUpValues
     *            true: a superior's value is the sum of the members' values; false: the formula over rolled-up inputs
     */
    record Composite(Formula formula, boolean eachDay, boolean rollUpValues) implements SeriesSource {}

    /** A superior's score between two bounds, both inclusive; where there is none, the default (null: missing). */
    record Score(dev.hermes.decimal.Decimal lowest, dev.hermes.decimal.Decimal highest,
            dev.hermes.decimal.@Nullable Decimal otherwise) implements SeriesSource {}
}
