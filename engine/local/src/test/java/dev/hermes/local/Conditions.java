package dev.hermes.local;

import dev.hermes.decimal.Decimal;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Expression.ComparisonOperator;
import dev.hermes.formula.Function;
import dev.hermes.formula.Span;
import dev.hermes.formula.Symbol;
import dev.hermes.model.Type;
import java.time.LocalDate;
import java.util.List;

/** Typed conditions, written short. */
final class Conditions {

    private static final Span NOWHERE = new Span(0, 0);

    private Conditions() {}

    static Expression column(String alias, String name, Type type) {
        return new Expression.ReadValue(new Symbol.Source.OfFact(alias, name), type, NOWHERE);
    }

    static Expression number(String name) {
        return column("", name, Type.NUMBER);
    }

    static Expression text(String name) {
        return column("", name, Type.TEXT);
    }

    static Expression bool(String name) {
        return column("", name, Type.BOOLEAN);
    }

    static Expression literal(Object value) {
        return switch (value) {
            case String text -> new Expression.TextLiteral(text, Type.TEXT, NOWHERE);
            case Boolean bool -> new Expression.BooleanLiteral(bool, Type.BOOLEAN, NOWHERE);
            case LocalDate day -> new Expression.DateLiteral(day, Type.DATE, NOWHERE);
            case Integer whole -> literal(Decimal.of(whole));
            case Decimal number when number.signum() < 0 -> new Expression.Negate(literal(number.negated()),
                    Type.NUMBER, NOWHERE);
            case Decimal number -> new Expression.NumberLiteral(number, Type.NUMBER, NOWHERE);
            default -> throw new IllegalArgumentException("no literal: " + value);
        };
    }

    static Expression decimal(String value) {
        return literal(Decimal.parse(value));
    }

    static Expression compare(Expression left, ComparisonOperator operator, Expression right) {
        return new Expression.Comparison(operator, left, right, Type.BOOLEAN, NOWHERE);
    }

    static Expression equal(Expression left, Expression right) {
        return compare(left, ComparisonOperator.EQUAL, right);
    }

    static Expression not(Expression operand) {
        return new Expression.Not(operand, Type.BOOLEAN, NOWHERE);
    }

    static Expression and(Expression left, Expression right) {
        return new Expression.Logical(true, left, right, Type.BOOLEAN, NOWHERE);
    }

    static Expression or(Expression left, Expression right) {
        return new Expression.Logical(false, left, right, Type.BOOLEAN, NOWHERE);
    }

    static Expression in(Expression value, List<Expression> options) {
        return new Expression.InList(value, options, Type.BOOLEAN, NOWHERE);
    }

    static Expression between(Expression value, Expression low, Expression high, boolean lowIncluded,
            boolean highIncluded) {
        return new Expression.InRange(value, low, high, lowIncluded, highIncluded, Type.BOOLEAN, NOWHERE);
    }

    static Expression isMissing(Expression value) {
        return new Expression.Call(Function.IS_MISSING, List.of(value), Type.BOOLEAN, NOWHERE);
    }
}
