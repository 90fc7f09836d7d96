package dev.hermes.facts;

import dev.hermes.formula.Expression;
import dev.hermes.formula.Function;
import dev.hermes.formula.Symbol;

/**
 * Which conditions a keeper of facts must be able to decide on its own: comparisons of stored columns and literals,
 * lists and ranges of them, joined by and, or and not, and whether a column is missing. The order of evaluation holds:
 * what {@code &&} and {@code ||} do not reach cannot be undecided.
 */
public final class PushDown {

    private PushDown() {}

    public static boolean accepts(Expression condition) {
        return switch (condition) {
            case Expression.BooleanLiteral _ -> true;
            case Expression.ReadValue read -> read.source() instanceof Symbol.Source.OfFact;
            case Expression.Not not -> accepts(not.operand());
            case Expression.Logical logical -> accepts(logical.left()) && accepts(logical.right());
            case Expression.Comparison comparison -> isOperand(comparison.left()) && isOperand(comparison.right());
            case Expression.InList in -> isOperand(in.value()) && in.options().stream().allMatch(PushDown::isLiteral);
            case Expression.InRange in -> isOperand(in.value()) && isLiteral(in.low()) && isLiteral(in.high());
            case Expression.Call call when call.function() == Function.IS_MISSING -> isOperand(call.arguments().get(0));
            default -> false;
        };
    }

    private static boolean isOperand(Expression operand) {
        return isLiteral(operand)
                || operand instanceof Expression.ReadValue read && read.source() instanceof Symbol.Source.OfFact;
    }

    private static boolean isLiteral(Expression operand) {
        return operand instanceof Expression.NumberLiteral || operand instanceof Expression.TextLiteral
                || operand instanceof Expression.BooleanLiteral || operand instanceof Expression.DateLiteral
                || operand instanceof Expression.Negate negate
                        && negate.operand() instanceof Expression.NumberLiteral;
    }
}
