package dev.hermes.local;

import dev.hermes.decimal.Decimal;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Symbol;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Conditions on one row, decided step by step as the engine's reference says them; null: cannot be decided. */
final class NaiveFilter {

    private final Map<String, Object> row;

    /** @param row present values by {@code column} or {@code alias.column} */
    NaiveFilter(Map<String, Object> row) {
        this.row = row;
    }

    @Nullable
    Boolean decide(Expression condition) {
        return switch (condition) {
            case Expression.BooleanLiteral literal -> literal.value();
            case Expression.ReadValue read -> (Boolean) value(read);
            case Expression.Not not -> {
                Boolean operand = decide(not.operand());
                yield operand == null ? null : !operand;
            }
            case Expression.Logical logical -> {
                Boolean left = decide(logical.left());
                // Undecided stays undecided; false && and true || end here.
                yield left == null || left != logical.and() ? left : decide(logical.right());
            }
            case Expression.Comparison comparison -> {
                Object left = value(comparison.left());
                Object right = value(comparison.right());
                yield left == null || right == null ? null : holds(comparison.operator(), order(left, right));
            }
            case Expression.InList in -> contains(in);
            case Expression.InRange in -> {
                Object value = value(in.value());
                yield value == null ? null : isWithin(in, value);
            }
            case Expression.Call call -> value(call.arguments().get(0)) == null;
            default -> throw new IllegalArgumentException("not pushed down: " + condition);
        };
    }

    private @Nullable Boolean contains(Expression.InList in) {
        Object value = value(in.value());
        for (Expression option : in.options()) {
            if (value == null) {
                return null;
            }
            if (value.equals(value(option))) {
                return true;
            }
        }
        return false;
    }

    private boolean isWithin(Expression.InRange in, Object value) {
        int toLow = order(value, present(in.low()));
        int toHigh = order(value, present(in.high()));
        return (in.lowIncluded() ? toLow >= 0 : toLow > 0) && (in.highIncluded() ? toHigh <= 0 : toHigh < 0);
    }

    private Object present(Expression operand) {
        Object value = value(operand);
        if (value == null) {
            throw new IllegalArgumentException("not a literal: " + operand);
        }
        return value;
    }

    private @Nullable Object value(Expression operand) {
        return switch (operand) {
            case Expression.NumberLiteral literal -> literal.value();
            case Expression.TextLiteral literal -> literal.value();
            case Expression.BooleanLiteral literal -> literal.value();
            case Expression.DateLiteral literal -> literal.value();
            case Expression.Negate negate -> negate.operand() instanceof Expression.NumberLiteral literal
                    ? literal.value().negated()
                    : null;
            case Expression.ReadValue read when read.source() instanceof Symbol.Source.OfFact fact -> row
                    .get(fact.alias().isEmpty() ? fact.column() : fact.alias() + "." + fact.column());
            default -> throw new IllegalArgumentException("not an operand: " + operand);
        };
    }

    private static boolean holds(Expression.ComparisonOperator operator, int order) {
        return switch (operator) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }

    private static int order(Object left, Object right) {
        return switch (left) {
            case Decimal number -> number.compareTo((Decimal) right);
            case String text -> text.compareTo((String) right);
            case Boolean bool -> bool.compareTo((Boolean) right);
            case LocalDate day -> day.compareTo((LocalDate) right);
            default -> throw new IllegalArgumentException("no order: " + left);
        };
    }
}
