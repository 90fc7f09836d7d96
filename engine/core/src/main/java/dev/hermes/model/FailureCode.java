package dev.hermes.model;

/** The reasons for which a figure cannot be computed. */
public enum FailureCode {
    /** A value that is needed is not there. */
    MISSING_DATA,
    /** Facts were required and there are none. */
    NO_FACTS,
    /** A divisor is zero. */
    DIVISION_BY_ZERO,
    /** The result does not fit {@code DECIMAL(38,12)}. */
    OVERFLOW,
    /** No rule matched and the table declares no {@code otherwise}. */
    NO_RULE,
    /** Two rules matched under {@code UNIQUE}. */
    SEVERAL_RULES,
    /** A quantity lies outside all bands, or no row has the key. */
    NO_RATE,
    /** Two values hold on one day, or a person's row fits several assignments. */
    AMBIGUOUS,
    /** A score is outside its bounds. */
    OUT_OF_BOUNDS,
    /** The closing balance of the period before is not known. */
    NO_BALANCE,
    /** An argument of a function is outside what it takes. */
    BAD_ARGUMENT
}
