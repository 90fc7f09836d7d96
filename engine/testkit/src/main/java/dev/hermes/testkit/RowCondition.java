package dev.hermes.testkit;

import dev.hermes.facts.ColumnName;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Symbol;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decides the conditions on rows that every keeper of facts has to decide. */
final class RowCondition {

    private final Function<ColumnName, @Nullable Object> row;

    RowCondition(Function<ColumnName, @Nullable Object> row) {
        this.row = row;
    }

    /** Whether a condition is true of the row; empty where something that it compares is missing. */
    Optional<Boolean> holds(Expression condition) {
        return switch (condition) {
            case Expression.BooleanLiteral literal -> Optional.of(literal.value());
            case Expression.ReadValue read -> value(read).map(Boolean.class::cast);
            case Expression.Not not -> holds(not.operand()).map(holds -> !holds);
            case Expression.Logical logical -> holds(logical.left()).flatMap(
                    left -> left == logical.and() ? holds(logical.right()) : Optional.of(left));
            case Expression.Comparison comparison -> compare(comparison.left(), comparison.right()).map(
                    sign -> switch (comparison.operator()) {
                        case EQUAL -> sign == 0;
                        case NOT_EQUAL -> sign != 0;
                        case LESS -> sign < 0;
                        case AT_MOST -> sign <= 0;
                        case GREATER -> sign > 0;
                        case AT_LEAST -> sign >= 0;
                    });
            case Expression.InList in -> inList(in.value(), in.options());
            case Expression.InRange in -> compare(in.value(), in.low()).flatMap(low -> compare(in.value(), in.high())
                    .map(high -> (low > 0 || low == 0 && in.lowIncluded())
                            && (high < 0 || high == 0 && in.highIncluded())));
            case Expression.Call call when call.function() == dev.hermes.formula.Function.IS_MISSING -> Optional
                    .of(value(call.arguments().getFirst()).isEmpty());
            default -> throw new IllegalArgumentException("Not to be decided by a keeper of facts: " + condition);
        };
    }

    private Optional<Boolean> inList(Expression value, List<Expression> options) {
        return value(value)
                .map(_ -> options.stream().anyMatch(option -> compare(value, option).equals(Optional.of(0))));
    }

    private Optional<Integer> compare(Expression left, Expression right) {
        return value(left).flatMap(a -> value(right).map(b -> switch (a) {
            case BigDecimal number -> Integer.signum(number.compareTo((BigDecimal) b));
            case LocalDate date -> Integer.signum(date.compareTo((LocalDate) b));
            default -> a.equals(b) ? 0 : 1;
        }));
    }

    private Optional<Object> value(Expression operand) {
        return switch (operand) {
            case Expression.NumberLiteral literal -> Optional.of(literal.value().toBigDecimal());
            case Expression.TextLiteral literal -> Optional.of(literal.value());
            case Expression.BooleanLiteral literal -> Optional.of(literal.value());
            case Expression.DateLiteral literal -> Optional.of(literal.value());
            case Expression.Negate negate -> value(negate.operand()).map(number -> ((BigDecimal) number).negate());
            case Expression.ReadValue read when read.source() instanceof Symbol.Source.OfFact fact -> Optional
                    .ofNullable(row.apply(new ColumnName(fact.alias(), fact.column())));
            default -> throw new IllegalArgumentException("Not to be read by a keeper of facts: " + operand);
        };
    }
}
