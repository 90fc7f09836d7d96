package dev.hermes.app.report;

import dev.hermes.model.FailureCode;
import java.util.Locale;

/** What to do about failed payouts. Stateless. */
final class Remedies {

    private Remedies() {}

    /** The reason of a failure in words. */
    static String words(FailureCode code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What most likely helps. */
    static String of(FailureCode code) {
        return switch (code) {
            case MISSING_DATA -> "Maybe import the value, or say what holds without it, such as orElse(x, 0).";
            case NO_FACTS -> "Maybe import the facts, or let the indicator say what none mean: 'empty: zero'.";
            case DIVISION_BY_ZERO -> "Maybe test the divisor first, or say what holds without a target: "
                    + "'attainmentWithoutTarget'.";
            case OVERFLOW -> "Maybe a figure was imported in the wrong unit.";
            case NO_RULE -> "Maybe add a rule for this case, or 'otherwise' to the rule table.";
            case SEVERAL_RULES -> "Maybe let the conditions exclude each other, or use 'hitPolicy: first'.";
            case NO_RATE -> "Maybe add a row to the rate table, or say what holds outside: 'below', 'above', 'gap'.";
            case AMBIGUOUS -> "Maybe end one of the two where the other begins, or name the assignment.";
            case OUT_OF_BOUNDS -> "Maybe correct the score, or widen the bounds of the indicator.";
            case NO_BALANCE -> "Maybe calculate the period before, or import an opening balance.";
            case BAD_ARGUMENT -> "Maybe limit what the function is given, or correct the figure.";
        };
    }
}
