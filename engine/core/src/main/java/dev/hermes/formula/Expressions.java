package dev.hermes.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Walks over expressions. */
public final class Expressions {

    private Expressions() {}

    /** The parts of a node, in the order of the text. */
    public static List<Expression> children(Expression node) {
        return switch (node) {
            case Expression.NumberLiteral _,Expression.TextLiteral _,Expression.BooleanLiteral _,Expression.DateLiteral _,Expression.ReadIndicator _,Expression.ReadRatio _,Expression.ReadValue _,Expression.DaysAssigned _ -> List
                    .of();
            case Expression.Negate negate -> List.of(negate.operand());
            case Expression.Not not -> List.of(not.operand());
            case Expression.Arithmetic arithmetic -> List.of(arithmetic.left(), arithmetic.right());
            case Expression.Comparison comparison -> List.of(comparison.left(), comparison.right());
            case Expression.Logical logical -> List.of(logical.left(), logical.right());
            case Expression.Conditional conditional -> List.of(conditional.condition(), conditional.then(),
                    conditional.otherwise());
            case Expression.InList in -> {
                List<Expression> parts = new ArrayList<>();
                parts.add(in.value());
                parts.addAll(in.options());
                yield parts;
            }
            case Expression.InRange in -> List.of(in.value(), in.low(), in.high());
            case Expression.Call call -> call.arguments();
            case Expression.ReadRate rate -> {
                List<Expression> parts = new ArrayList<>();
                Expression quantity = rate.quantity();
                if (quantity != null) {
                    parts.add(quantity);
                }
                parts.addAll(rate.keys());
                yield parts;
            }
            case Expression.Daily daily -> List.of(daily.body());
            case Expression.DaysPresent days -> List.of(days.body());
            case Expression.Relative relative -> {
                Expression group = relative.group();
                yield group == null ? List.of(relative.of()) : List.of(relative.of(), group);
            }
        };
    }

    /** Visits a node, then everything below it, in the order of the text. */
    public static void visit(Expression node, Consumer<Expression> visitor) {
        visitor.accept(node);
        children(node).forEach(child -> visit(child, visitor));
    }
}
