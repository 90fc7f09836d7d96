package dev.hermes.kernel.internal.evaluation;

import dev.hermes.column.BooleanColumn;
import dev.hermes.column.Column;
import dev.hermes.column.Columns;
import dev.hermes.column.DateColumn;
import dev.hermes.column.NumberColumn;
import dev.hermes.column.TextColumn;
import dev.hermes.decimal.Decimal;
import dev.hermes.formula.Expression.ArithmeticOperator;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Function;
import dev.hermes.kernel.Labels;
import dev.hermes.model.Failure;
import dev.hermes.model.ValueType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates formulas at many positions of a frame at once. Where a formula decides ({@code && || ?: in orElse}), what
 * is not reached is evaluated at no position that does not reach it. Not thread-safe: one for each worker.
 */
public final class Evaluator {

    private final Frame frame;
    private final Map<String, Expression> scales;
    private final @Nullable Recorder recorder;
    private final Numbers numbers = new Numbers();
    private final Functions functions = new Functions(numbers.register());
    private final Rates rates;

    /** An evaluator; {@code scales} are the scales of the rate tables that its formulas read. */
    public Evaluator(Frame frame, Map<String, Expression> scales, @Nullable Recorder recorder) {
        this.frame = frame;
        this.scales = scales;
        this.recorder = recorder;
        this.rates = new Rates(numbers);
    }

    /** The value at each of the positions. */
    public Column evaluate(Expression expression, int[] positions) {
        Column values = switch (expression) {
            case Expression.NumberLiteral literal -> NumberColumn.constant(positions.length, literal.value());
            case Expression.TextLiteral literal -> constant(literal, positions.length);
            case Expression.BooleanLiteral literal -> constant(literal, positions.length);
            case Expression.DateLiteral literal -> constant(literal, positions.length);
            case Expression.ReadIndicator read -> frame.read(read, positions);
            case Expression.ReadValue read -> frame.read(read, positions);
            case Expression.ReadRatio ratio -> numbers.value(frame.ratio(ratio, positions));
            case Expression.Daily daily -> frame.overDays(daily, scales, positions);
            case Expression.DaysPresent days -> frame.overDays(days, scales, positions);
            case Expression.DaysAssigned days -> frame.read(days, positions);
            case Expression.Relative relative -> frame.read(relative, positions);
            case Expression.Negate negate -> numbers.negate(number(negate.operand(), positions));
            case Expression.Not not -> not(not, positions);
            case Expression.Arithmetic arithmetic -> numbers.apply(arithmetic.operator(),
                    number(arithmetic.left(), positions), number(arithmetic.right(), positions));
            case Expression.Comparison comparison -> comparison(comparison, positions);
            case Expression.Logical logical -> logical(logical, positions);
            case Expression.Conditional conditional -> conditional(conditional, positions);
            case Expression.InList in -> inList(in, positions);
            case Expression.InRange in -> inRange(in, positions);
            case Expression.Call call -> call(call, positions);
            case Expression.ReadRate rate -> rate(rate, positions);
        };
        if (recorder != null) {
            recorder.record(expression, positions, values);
        }
        return values;
    }

    public NumberColumn number(Expression expression, int[] positions) {
        return (NumberColumn) evaluate(expression, positions);
    }

    /** A number that is needed: where it is missing, it fails. */
    public NumberColumn required(Expression expression, int[] positions) {
        NumberColumn values = number(expression, positions);
        for (int i = 0; i < positions.length && !values.allPresent(); i++) {
            if (values.isMissing(i)) {
                values.setFailure(i, missing(expression, positions[i]));
            }
        }
        return values;
    }

    /** A condition: where it is missing, it fails. */
    public BooleanColumn condition(Expression expression, int[] positions) {
        BooleanColumn values = (BooleanColumn) evaluate(expression, positions);
        for (int i = 0; i < positions.length && !values.allPresent(); i++) {
            if (values.isMissing(i)) {
                values.setFailure(i, missing(expression, positions[i]));
            }
        }
        return values;
    }

    private static Column constant(Expression literal, int size) {
        Column column = Columns.of(literal.type().value(), size);
        for (int i = 0; i < size; i++) {
            switch (literal) {
                case Expression.TextLiteral text -> ((TextColumn) column).set(i, text.value());
                case Expression.BooleanLiteral truth -> ((BooleanColumn) column).set(i, truth.value());
                case Expression.DateLiteral date -> ((DateColumn) column).set(i,
                        Math.toIntExact(date.value().toEpochDay()));
                default -> throw new IllegalArgumentException("Not a literal: " + literal);
            }
        }
        return column;
    }

    private BooleanColumn not(Expression.Not not, int[] positions) {
        BooleanColumn operand = condition(not.operand(), positions);
        BooleanColumn result = new BooleanColumn(positions.length);
        for (int i = 0; i < positions.length; i++) {
            result.copyState(i, operand, i);
            result.set(i, !operand.get(i));
        }
        return result;
    }

    private BooleanColumn logical(Expression.Logical logical, int[] positions) {
        BooleanColumn result = (BooleanColumn) condition(logical.left(), positions)
                .gather(Positions.all(positions.length));
        int[] reached = Positions.where(positions.length, i -> result.isPresent(i) && result.get(i) == logical.and());
        if (reached.length > 0) {
            result.scatter(0, reached, condition(logical.right(), Positions.pick(positions, reached)));
        }
        return result;
    }

    private Column conditional(Expression.Conditional conditional, int[] positions) {
        BooleanColumn condition = condition(conditional.condition(), positions);
        Column result = Columns.of(conditional.type().value(), positions.length);
        if (!condition.allPresent()) {
            for (int i = 0; i < positions.length; i++) {
                result.copyState(i, condition, i);
            }
        }
        branch(conditional.then(), positions, Positions.where(positions.length,
                i -> condition.isPresent(i) && condition.get(i)), result);
        branch(conditional.otherwise(), positions, Positions.where(positions.length,
                i -> condition.isPresent(i) && !condition.get(i)), result);
        return result;
    }

    private void branch(Expression expression, int[] positions, int[] reached, Column result) {
        if (reached.length > 0) {
            result.scatter(0, reached, evaluate(expression, Positions.pick(positions, reached)));
        }
    }

    private BooleanColumn comparison(Expression.Comparison comparison, int[] positions) {
        if (comparison.left().type().isNumber()) {
            Operand left = operand(comparison.left(), positions);
            Operand right = operand(comparison.right(), positions);
            BooleanColumn result = compared(comparison.left(), left.numerator(), comparison.right(),
                    right.numerator(), positions);
            boolean allPresent = result.allPresent();
            for (int i = 0; i < positions.length; i++) {
                if (allPresent || result.isPresent(i)) {
                    result.set(i, holds(comparison.operator(), left.compare(i, right, i)));
                }
            }
            return result;
        }
        Column left = evaluate(comparison.left(), positions);
        Column right = evaluate(comparison.right(), positions);
        BooleanColumn result = compared(comparison.left(), left, comparison.right(), right, positions);
        for (int i = 0; i < positions.length; i++) {
            if (result.isPresent(i)) {
                result.set(i, holds(comparison.operator(), compare(left, i, right, i)));
            }
        }
        return result;
    }

    static boolean holds(Expression.ComparisonOperator operator, int sign) {
        return switch (operator) {
            case EQUAL -> sign == 0;
            case NOT_EQUAL -> sign != 0;
            case LESS -> sign < 0;
            case AT_MOST -> sign <= 0;
            case GREATER -> sign > 0;
            case AT_LEAST -> sign >= 0;
        };
    }

    /** A result in which everything fails that cannot be compared. */
    private BooleanColumn compared(Expression leftNode, Column left, Expression rightNode, Column right,
            int[] positions) {
        BooleanColumn result = new BooleanColumn(positions.length);
        if (left.allPresent() && right.allPresent()) {
            return result;
        }
        for (int i = 0; i < positions.length; i++) {
            if (left.isFailed(i)) {
                result.copyState(i, left, i);
            } else if (right.isFailed(i)) {
                result.copyState(i, right, i);
            } else if (left.isMissing(i)) {
                result.setFailure(i, missing(leftNode, positions[i]));
            } else if (right.isMissing(i)) {
                result.setFailure(i, missing(rightNode, positions[i]));
            }
        }
        return result;
    }

    /** The sign of a difference of present values of one type; of texts and booleans only zero has a meaning. */
    private static int compare(Column left, int i, Column right, int k) {
        return switch (left) {
            case NumberColumn number -> new Operand(number, null).compare(i, new Operand((NumberColumn) right, null),
                    k);
            case TextColumn text -> text.get(i).equals(((TextColumn) right).get(k)) ? 0 : 1;
            case BooleanColumn truth -> truth.get(i) == ((BooleanColumn) right).get(k) ? 0 : 1;
            case DateColumn date -> Integer.compare(date.day(i), ((DateColumn) right).day(k));
        };
    }

    /** A number to be compared: a division stays a quotient. */
    private Operand operand(Expression expression, int[] positions) {
        Operand operand = switch (expression) {
            case Expression.Arithmetic division when division.operator() == ArithmeticOperator.DIVIDED_BY -> numbers
                    .quotient(number(division.left(), positions), number(division.right(), positions));
            case Expression.ReadRatio ratio -> frame.ratio(ratio, positions);
            default -> new Operand(number(expression, positions), null);
        };
        if (recorder != null && operand.denominator() != null) {
            recorder.record(expression, positions, numbers.value(operand));
        }
        return operand;
    }

    private BooleanColumn inList(Expression.InList in, int[] positions) {
        boolean ofNumbers = in.value().type().isNumber();
        Operand operand = ofNumbers ? operand(in.value(), positions) : null;
        Column value = operand == null ? evaluate(in.value(), positions) : operand.numerator();
        BooleanColumn result = new BooleanColumn(positions.length);
        for (int i = 0; i < positions.length && !value.allPresent(); i++) {
            if (value.isFailed(i)) {
                result.copyState(i, value, i);
            } else if (value.isMissing(i)) {
                result.setFailure(i, missing(in.value(), positions[i]));
            }
        }
        for (Expression option : in.options()) {
            int[] open = Positions.where(positions.length, i -> result.isPresent(i) && !result.get(i));
            if (open.length == 0) {
                break;
            }
            int[] there = Positions.pick(positions, open);
            Operand optionOperand = ofNumbers ? operand(option, there) : null;
            Column options = optionOperand == null ? evaluate(option, there) : optionOperand.numerator();
            for (int k = 0; k < open.length; k++) {
                int i = open[k];
                if (options.isFailed(k)) {
                    result.copyState(i, options, k);
                } else if (options.isMissing(k)) {
                    result.setFailure(i, missing(option, there[k]));
                } else {
                    int sign = operand == null || optionOperand == null
                            ? compare(value, i, options, k)
                            : operand.compare(i, optionOperand, k);
                    result.set(i, sign == 0);
                }
            }
        }
        return result;
    }

    private BooleanColumn inRange(Expression.InRange in, int[] positions) {
        if (in.value().type().value() == ValueType.DATE) {
            return inDateRange(in, positions);
        }
        Operand value = operand(in.value(), positions);
        Operand low = operand(in.low(), positions);
        Operand high = operand(in.high(), positions);
        BooleanColumn result = between(in, value.numerator(), low.numerator(), high.numerator(), positions);
        for (int i = 0; i < positions.length; i++) {
            if (result.isPresent(i)) {
                result.set(i, within(in, value.compare(i, low, i), value.compare(i, high, i)));
            }
        }
        return result;
    }

    private BooleanColumn inDateRange(Expression.InRange in, int[] positions) {
        Column value = evaluate(in.value(), positions);
        Column low = evaluate(in.low(), positions);
        Column high = evaluate(in.high(), positions);
        BooleanColumn result = between(in, value, low, high, positions);
        for (int i = 0; i < positions.length; i++) {
            if (result.isPresent(i)) {
                result.set(i, within(in, compare(value, i, low, i), compare(value, i, high, i)));
            }
        }
        return result;
    }

    private BooleanColumn between(Expression.InRange in, Column value, Column low, Column high, int[] positions) {
        BooleanColumn result = compared(in.value(), value, in.low(), low, positions);
        if (!high.allPresent()) {
            for (int i = 0; i < positions.length; i++) {
                if (high.isFailed(i) && !value.isFailed(i) && !low.isFailed(i)) {
                    result.copyState(i, high, i);
                } else if (result.isPresent(i) && high.isMissing(i)) {
                    result.setFailure(i, missing(in.high(), positions[i]));
                }
            }
        }
        return result;
    }

    private static boolean within(Expression.InRange in, int fromLow, int fromHigh) {
        return (in.lowIncluded() ? fromLow >= 0 : fromLow > 0) && (in.highIncluded() ? fromHigh <= 0 : fromHigh < 0);
    }

    private Column call(Expression.Call call, int[] positions) {
        if (call.function() == Function.OR_ELSE) {
            return orElse(call, positions);
        }
        if (call.function() == Function.IS_MISSING) {
            Column value = evaluate(call.arguments().getFirst(), positions);
            BooleanColumn result = new BooleanColumn(positions.length);
            for (int i = 0; i < positions.length; i++) {
                if (value.isFailed(i)) {
                    result.copyState(i, value, i);
                }
                result.set(i, value.isMissing(i));
            }
            return result;
        }
        if (call.function() == Function.DAYS_OF_PERIOD) {
            return NumberColumn.constant(positions.length, Decimal.of(frame.to() - frame.from()));
        }
        Column[] arguments = new Column[call.arguments().size()];
        for (int k = 0; k < arguments.length; k++) {
            arguments[k] = evaluate(call.arguments().get(k), positions);
        }
        if (call.function() == Function.DAYS_OVERLAP) {
            return functions.overlap((DateColumn) arguments[0], (DateColumn) arguments[1], frame.from(), frame.to());
        }
        return functions.apply(call, arguments, positions.length);
    }

    private Column orElse(Expression.Call call, int[] positions) {
        Column value = evaluate(call.arguments().get(0), positions);
        if (value.allPresent()) {
            return value;
        }
        Column result = value.gather(Positions.all(positions.length));
        branch(call.arguments().get(1), positions, Positions.where(positions.length, value::isMissing), result);
        return result;
    }

    private NumberColumn rate(Expression.ReadRate rate, int[] positions) {
        Expression quantityNode = rate.quantity();
        Operand quantity = quantityNode == null ? null : operand(quantityNode, positions);
        Column[] keys = new Column[rate.keys().size()];
        for (int k = 0; k < keys.length; k++) {
            keys[k] = evaluate(rate.keys().get(k), positions);
        }
        Expression scaleNode = scales.get(rate.table());
        NumberColumn scale = scaleNode == null ? null : number(scaleNode, positions);
        return rates.read(rate, frame.rates(), quantity, keys, scale,
                position -> missing(scaleNode == null ? rate : scaleNode, position), positions, frame, recorder);
    }

    /** Why a node cannot be compared at a position: the first name in it that is missing there. */
    private Failure missing(Expression node, int position) {
        int[] there = {position};
        Evaluator silent = new Evaluator(frame, scales, null);
        for (Expression read : Labels.reads(node)) {
            if (silent.evaluate(read, there).isMissing(0)) {
                return Failure.missing(Labels.of(read));
            }
        }
        return Failure.missing(Labels.of(node));
    }
}
