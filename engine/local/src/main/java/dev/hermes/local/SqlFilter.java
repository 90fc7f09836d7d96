package dev.hermes.local;

import dev.hermes.decimal.Decimal;
import dev.hermes.facts.ColumnName;
import dev.hermes.facts.PushDown;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Expression.ComparisonOperator;
import dev.hermes.formula.Symbol;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a typed condition that {@link PushDown} accepts into SQL with the same answer for every row: true, false, or
 * NULL where a value that it compares is missing and nothing to its left decides.
 */
final class SqlFilter {

    private final ViewTables tables;

    SqlFilter(ViewTables tables) {
        this.tables = tables;
    }

    Condition translate(Expression condition) {
        return switch (condition) {
            case Expression.BooleanLiteral literal -> Condition.constant(literal.value());
            case Expression.ReadValue read -> {
                SqlColumn column = column(read);
                yield new Condition(column.sql(), column.nullable());
            }
            case Expression.Not not -> translate(not.operand()).negated();
            case Expression.Logical logical -> logical.and()
                    ? translate(logical.left()).and(translate(logical.right()))
                    : translate(logical.left()).or(translate(logical.right()));
            case Expression.Comparison comparison -> comparison(comparison.operator(), comparison.left(),
                    comparison.right());
            case Expression.InList in -> inList(in.value(), in.options());
            case Expression.InRange in -> comparison(
                    in.lowIncluded() ? ComparisonOperator.AT_LEAST : ComparisonOperator.GREATER, in.value(), in.low())
                    .and(comparison(in.highIncluded() ? ComparisonOperator.AT_MOST : ComparisonOperator.LESS,
                            in.value(), in.high()));
            case Expression.Call call when PushDown.accepts(call) -> isMissing(call.arguments().get(0));
            default -> throw new IllegalArgumentException("The condition " + condition
                    + " cannot be decided where facts are kept. Ask PushDown first.");
        };
    }

    private Condition isMissing(Expression operand) {
        if (operand instanceof Expression.ReadValue read && column(read).nullable()) {
            return new Condition("(" + column(read).sql() + " IS NULL)", false);
        }
        return Condition.constant(false);
    }

    /** Options that no value can equal are left out; an empty list contains nothing, not even what is missing. */
    private Condition inList(Expression value, List<Expression> options) {
        if (options.isEmpty()) {
            return Condition.constant(false);
        }
        if (!(value instanceof Expression.ReadValue read)) {
            return Condition.constant(options.stream().anyMatch(option -> literal(option).equals(literal(value))));
        }
        SqlColumn column = column(read);
        List<String> texts = new ArrayList<>();
        for (Expression option : options) {
            Object literal = literal(option);
            if (!(literal instanceof Decimal number)) {
                texts.add(sql(literal));
            } else if (NumberComparison.canEqual(column, number)) {
                texts.add(Sql.decimal(number.toBigDecimal(), column.digits(), column.scale()));
            }
        }
        return texts.isEmpty()
                ? Condition.constant(false, column)
                : new Condition("(" + column.sql() + " IN (" + String.join(", ", texts) + "))", column.nullable());
    }

    private Condition comparison(ComparisonOperator operator, Expression left, Expression right) {
        if (left instanceof Expression.ReadValue leftRead) {
            SqlColumn column = column(leftRead);
            return right instanceof Expression.ReadValue rightRead
                    ? compare(operator, column, column(rightRead))
                    : compare(operator, column, literal(right));
        }
        if (right instanceof Expression.ReadValue rightRead) {
            return compare(NumberComparison.flipped(operator), column(rightRead), literal(left));
        }
        return Condition.constant(decide(operator, literal(left), literal(right)));
    }

    private static Condition compare(ComparisonOperator operator, SqlColumn left, SqlColumn right) {
        return left.declared().type().isNumber()
                ? NumberComparison.of(operator, left, right)
                : new Condition("(" + left.sql() + NumberComparison.sign(operator) + right.sql() + ")",
                        left.nullable() || right.nullable());
    }

    private static Condition compare(ComparisonOperator operator, SqlColumn column, Object literal) {
        return literal instanceof Decimal number
                ? NumberComparison.of(operator, column, number)
                : new Condition("(" + column.sql() + NumberComparison.sign(operator) + sql(literal) + ")",
                        column.nullable());
    }

    private static boolean decide(ComparisonOperator operator, Object left, Object right) {
        return switch (operator) {
            case EQUAL -> left.equals(right);
            case NOT_EQUAL -> !left.equals(right);
            case LESS -> order(left, right) < 0;
            case AT_MOST -> order(left, right) <= 0;
            case GREATER -> order(left, right) > 0;
            case AT_LEAST -> order(left, right) >= 0;
        };
    }

    private static int order(Object left, Object right) {
        return switch (left) {
            case Decimal number when right instanceof Decimal other -> number.compareTo(other);
            case String text when right instanceof String other -> text.compareTo(other);
            case LocalDate day when right instanceof LocalDate other -> day.compareTo(other);
            default -> throw new IllegalArgumentException("The literals " + left + " and " + right + " have no order.");
        };
    }

    private SqlColumn column(Expression.ReadValue read) {
        if (read.source() instanceof Symbol.Source.OfFact fact) {
            return tables.column(new ColumnName(fact.alias(), fact.column()));
        }
        throw new IllegalArgumentException("The value " + read.source()
                + " is not in the facts. Ask PushDown first.");
    }

    /** The literal as a {@link Decimal}, text, boolean or day. */
    private static Object literal(Expression operand) {
        return switch (operand) {
            case Expression.NumberLiteral number -> number.value();
            case Expression.Negate negate when negate.operand() instanceof Expression.NumberLiteral number -> number
                    .value().negated();
            case Expression.TextLiteral text -> text.value();
            case Expression.BooleanLiteral bool -> bool.value();
            case Expression.DateLiteral date -> date.value();
            default -> throw new IllegalArgumentException("The operand " + operand
                    + " is not a literal. Ask PushDown first.");
        };
    }

    private static String sql(Object literal) {
        return switch (literal) {
            case String text -> Sql.text(text);
            case Boolean bool -> Condition.constant(bool).sql();
            case LocalDate day -> Sql.date(day);
            default -> throw new IllegalArgumentException("The literal " + literal + " has no SQL.");
        };
    }
}
