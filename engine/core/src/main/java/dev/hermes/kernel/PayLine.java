package dev.hermes.kernel;

import dev.hermes.decimal.Decimal;

/**
 * One line of a statement: what a step added to the amount.
 *
 * @param label
 *            the parameter or the step
 * @param reason
 *            the labels of the rules that matched, or why the step changed the amount; empty for none
 */
public record PayLine(Kind kind, String label, Decimal amount, String reason) {

    public enum Kind {
        /** What the rules of a parameter give. */
        RULES, PRORATION, PARAMETER_CAP, PARAMETER_FLOOR, PARAMETER_ROUNDING,
        /** The difference between the pay expression and the sum of the parameters. */
        PAY, COEFFICIENT, CAP, FLOOR, ROUNDING, ADJUSTMENT
    }

    /** Whether the line says that something was cut off. */
    public boolean isCap() {
        return kind == Kind.PARAMETER_CAP || kind == Kind.CAP;
    }
}
