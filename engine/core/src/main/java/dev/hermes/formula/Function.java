package dev.hermes.formula;

/**
 * The functions that evaluators implement one by one. Names, signatures and documentation are in {@link FunctionRegistry}.
 * Unless said here: a missing argument gives missing, a failed one fails.
 */
public enum Function {
    /** The least of two or more numbers or dates. */
    MIN,
    /** The greatest of two or more numbers or dates. */
    MAX, ABS,
    /** {@code round(x, digits)}: HALF_UP; digits 0 to 12, 0 unless given. */
    ROUND,
    /** {@code floor(x, digits)}: towards minus infinity. */
    FLOOR,
    /** {@code ceil(x, digits)}: towards plus infinity. */
    CEIL,
    /** {@code clamp(x, low, high)}; low above high is a {@code BAD_ARGUMENT}. */
    CLAMP,
    /** {@code orElse(x, y)}: y where x is missing (not where it failed); y is reached only then. Of any type. */
    OR_ELSE,
    /** Whether x is missing; fails where x fails. Of any type. */
    IS_MISSING,
    /** {@code steps(x, size)}: whole steps of a positive size in x, towards zero; exact quotient truncated. */
    STEPS,
    /** {@code steps(x, size, false)}: x ÷ size with its fraction. */
    PARTIAL_STEPS,
    /** {@code days(from, to)}: days of {@code [from, to)} within the period, 0 where there are none. */
    DAYS_OVERLAP,
    /** {@code days(period)}. */
    DAYS_OF_PERIOD, UPPER, LOWER, TRIM,
    /** {@code length(text)} in characters. */
    LENGTH, CONTAINS, STARTS_WITH, ENDS_WITH,
    /** {@code concat(a, b, ...)}: at most 4,000 characters, else {@code BAD_ARGUMENT}. */
    CONCAT,
    /** {@code substring(text, start, length)}: start counted from 1; what lies outside is left out. */
    SUBSTRING,
    /** {@code replace(text, what, by)}: every occurrence of a literal text. */
    REPLACE,
    /** {@code text(x)}: canonical text of a number, boolean or date. */
    TEXT,
    /** {@code number(text)}: a plain decimal, else {@code BAD_ARGUMENT}. */
    NUMBER, YEAR, MONTH, DAY,
    /** 1 for Monday to 7 for Sunday. */
    WEEKDAY,
    /** {@code daysBetween(from, to)}: negative where to is earlier. */
    DAYS_BETWEEN,
    /** {@code monthsBetween(from, to)}: whole months, towards zero. */
    MONTHS_BETWEEN,
    /** {@code addDays(date, whole number)}. */
    ADD_DAYS,
    /** {@code addMonths(date, whole number)}; the last day of a shorter month where the day does not exist. */
    ADD_MONTHS,
    /** {@code startOfMonth(date)}. */
    START_OF_MONTH,
    /** {@code endOfMonth(date)}: the last day. */
    END_OF_MONTH
}
