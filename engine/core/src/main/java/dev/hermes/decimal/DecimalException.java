package dev.hermes.decimal;

import java.io.Serial;

/** A number that does not exist as a {@link Decimal}. The message names the operands or the text, and a remedy. */
public final class DecimalException extends ArithmeticException {

    /** Why there is no number. */
    public enum Kind {
        /** More than 26 digits before the decimal point. */
        OVERFLOW,
        /** A divisor of zero. */
        DIVISION_BY_ZERO,
        /** A text that is no plain decimal, or more than 12 fractional digits. */
        FORMAT
    }

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int LONGEST_QUOTATION = 80;

    private final Kind kind;

    private DecimalException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** What went wrong. */
    public Kind kind() {
        return kind;
    }

    static DecimalException overflow(String operation) {
        return new DecimalException(Kind.OVERFLOW, operation
                + " does not fit: a number has at most 26 digits before the decimal point.\n"
                + "Maybe an amount or a rate was given in the wrong unit.");
    }

    static DecimalException divisionByZero(String operation) {
        return new DecimalException(Kind.DIVISION_BY_ZERO, operation
                + " is a division by zero.\nMaybe test the divisor first, or say what the result is without it.");
    }

    static DecimalException format(String text, String problem, String remedy) {
        return new DecimalException(Kind.FORMAT, quote(text) + " " + problem + ".\nMaybe " + remedy + ".");
    }

    static String quote(String text) {
        String shown = text.length() <= LONGEST_QUOTATION ? text : text.substring(0, LONGEST_QUOTATION) + "…";
        return "The number \"" + shown + "\"";
    }
}
