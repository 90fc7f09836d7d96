package dev.hermes.testkit.reference;

import dev.hermes.formula.Expression;
import dev.hermes.formula.Expression.ArithmeticOperator;
import dev.hermes.formula.Function;
import dev.hermes.kernel.Labels;
import dev.hermes.model.Failure;
import dev.hermes.model.Indicator;
import dev.hermes.model.RateTable;
import dev.hermes.model.Series;
import dev.hermes.model.Treatment;
import dev.hermes.plan.CompiledFormula;
import dev.hermes.plan.CompiledLibrary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates formulas, a node at a time.
 *
 * @param scales
 *            the scales of the rate tables that the formula reads
 */
record Formulas(CompiledLibrary library, Map<String, Expression> scales) {

    /** The value of a formula at a place. */
    static Figure value(CompiledLibrary library, CompiledFormula formula, Place place) {
        return new Formulas(library, formula.scales()).evaluate(formula.expression(), place);
    }

    /** The value of a formula that must have one: a number that is paid, or a condition. */
    static Figure required(CompiledLibrary library, CompiledFormula formula, Place place) {
        return new Formulas(library, formula.scales()).required(formula.expression(), place);
    }

    Figure required(Expression node, Place place) {
        Figure value = evaluate(node, place);
        return value.isMissing() ? missing(node, place) : value;
    }

    /** Says which name in a node is missing: the first one of the text. */
    private Figure missing(Expression node, Place place) {
        for (Expression read : Labels.reads(node)) {
            if (evaluate(read, place).isMissing()) {
                return Figure.failed(Failure.missing(Labels.of(read)));
            }
        }
        return Figure.failed(Failure.missing(Labels.of(node)));
    }

    Figure evaluate(Expression node, Place place) {
        return switch (node) {
            case Expression.NumberLiteral literal -> Figure.of(literal.value().toBigDecimal());
            case Expression.TextLiteral literal -> Figure.of(literal.value());
            case Expression.BooleanLiteral literal -> Figure.of(literal.value());
            case Expression.DateLiteral literal -> Figure.of(literal.value());
            case Expression.ReadIndicator read -> place.indicator(read.code(), read.series(), read.window());
            case Expression.ReadValue read -> place.value(read);
            case Expression.ReadRatio ratio -> ratio(ratio, place).rounded();
            case Expression.Daily daily -> place.ofPayee(daily, this, place);
            case Expression.DaysPresent days -> place.ofPayee(days, this, place);
            case Expression.DaysAssigned days -> place.ofPayee(days, this, place);
            case Expression.Relative relative -> place.ofPayee(relative, this, place);
            case Expression.Negate negate -> {
                Figure operand = evaluate(negate.operand(), place);
                yield operand.isPresent() ? Figure.of(operand.number().negate()) : operand;
            }
            case Expression.Not not -> {
                Figure operand = required(not.operand(), place);
                yield operand.isPresent() ? Figure.of(!operand.isTrue()) : operand;
            }
            case Expression.Arithmetic arithmetic -> Arithmetic.apply(arithmetic.operator(),
                    evaluate(arithmetic.left(), place), evaluate(arithmetic.right(), place));
            case Expression.Comparison comparison -> comparison(comparison, place);
            case Expression.Logical logical -> {
                Figure left = required(logical.left(), place);
                boolean decided = left.isFailed() || left.isTrue() != logical.and();
                yield decided ? left : required(logical.right(), place);
            }
            case Expression.Conditional conditional -> {
                Figure condition = required(conditional.condition(), place);
                yield condition.isFailed()
                        ? condition
                        : evaluate(condition.isTrue() ? conditional.then() : conditional.otherwise(), place);
            }
            case Expression.InList in -> inList(in, place);
            case Expression.InRange in -> inRange(in, place);
            case Expression.Call call -> call(call, place);
            case Expression.ReadRate rate -> rate(rate, place);
        };
    }

    /** A value to be compared: a division, attainment or growth stays a quotient. */
    private Fraction operand(Expression node, Place place) {
        return switch (node) {
            case Expression.Arithmetic division when division.operator() == ArithmeticOperator.DIVIDED_BY -> Fraction
                    .of(evaluate(division.left(), place), evaluate(division.right(), place));
            case Expression.ReadRatio ratio -> ratio(ratio, place);
            default -> Fraction.whole(evaluate(node, place));
        };
    }

    private Fraction ratio(Expression.ReadRatio ratio, Place place) {
        Figure actual = place.indicator(ratio.code(), Series.ACTUAL, ratio.window());
        if (ratio.ratio() == Expression.Ratio.GROWTH) {
            Figure baseline = place.indicator(ratio.code(), Series.BASELINE, ratio.window());
            return Fraction.of(Arithmetic.apply(ArithmeticOperator.MINUS, actual, baseline), baseline);
        }
        Figure target = place.indicator(ratio.code(), Series.TARGET, ratio.window());
        if (actual.isFailed() || target.isFailed()) {
            return Fraction.whole(actual.isFailed() ? actual : target);
        }
        if (target.isMissing() || target.number().signum() == 0) {
            return Fraction.whole(withoutTarget(library.library().indicator(ratio.code()).orElseThrow(), actual,
                    target));
        }
        return Fraction.of(actual, target);
    }

    private static Figure withoutTarget(Indicator indicator, Figure actual, Figure target) {
        return switch (indicator.attainmentWithoutTarget()) {
            case Treatment.Miss _ -> Figure.MISSING;
            case Treatment.Value value -> Figure.of(value.value().toBigDecimal());
            case Treatment.Fail _ -> Figure.failed(target.isMissing()
                    ? Failure.missing(indicator.code() + ".target")
                    : Failure.divisionByZero(actual.text(), "0"));
        };
    }

    private Figure comparison(Expression.Comparison comparison, Place place) {
        List<Expression> nodes = List.of(comparison.left(), comparison.right());
        List<Fraction> operands = nodes.stream().map(node -> operand(node, place)).toList();
        Figure absent = notComparable(nodes, operands, place);
        if (absent != null) {
            return absent;
        }
        int sign = compare(operands.get(0), operands.get(1));
        return Figure.of(switch (comparison.operator()) {
            case EQUAL -> sign == 0;
            case NOT_EQUAL -> sign != 0;
            case LESS -> sign < 0;
            case AT_MOST -> sign <= 0;
            case GREATER -> sign > 0;
            case AT_LEAST -> sign >= 0;
        });
    }

    /** Why operands cannot be compared: the first failure, or else the first that is missing. */
    private @Nullable Figure notComparable(List<Expression> nodes, List<Fraction> operands, Place place) {
        for (Fraction operand : operands) {
            if (operand.dividend().isFailed()) {
                return operand.dividend();
            }
        }
        for (int i = 0; i < nodes.size(); i++) {
            if (operands.get(i).dividend().isMissing()) {
                return missing(nodes.get(i), place);
            }
        }
        return null;
    }

    private static int compare(Fraction left, Fraction right) {
        return ((Figure.Present) left.dividend()).value() instanceof BigDecimal
                ? left.compareTo(right)
                : Calls.compare(left.dividend(), right.dividend());
    }

    private Figure inList(Expression.InList in, Place place) {
        Fraction value = operand(in.value(), place);
        Figure absent = notComparable(List.of(in.value()), List.of(value), place);
        if (absent != null) {
            return absent;
        }
        for (Expression node : in.options()) {
            Fraction option = operand(node, place);
            absent = notComparable(List.of(node), List.of(option), place);
            if (absent != null) {
                return absent;
            }
            if (compare(value, option) == 0) {
                return Figure.of(true);
            }
        }
        return Figure.of(false);
    }

    private Figure inRange(Expression.InRange in, Place place) {
        List<Expression> nodes = List.of(in.value(), in.low(), in.high());
        List<Fraction> operands = nodes.stream().map(node -> operand(node, place)).toList();
        Figure absent = notComparable(nodes, operands, place);
        if (absent != null) {
            return absent;
        }
        int low = compare(operands.get(0), operands.get(1));
        int high = compare(operands.get(0), operands.get(2));
        return Figure.of((low > 0 || low == 0 && in.lowIncluded()) && (high < 0 || high == 0 && in.highIncluded()));
    }

    private Figure call(Expression.Call call, Place place) {
        List<Expression> nodes = call.arguments();
        if (call.function() == Function.OR_ELSE) {
            Figure value = evaluate(nodes.get(0), place);
            return value.isMissing() ? evaluate(nodes.get(1), place) : value;
        }
        if (call.function() == Function.IS_MISSING) {
            Figure value = evaluate(nodes.get(0), place);
            return value.isFailed() ? value : Figure.of(value.isMissing());
        }
        if (call.function() == Function.DAYS_OF_PERIOD) {
            return Figure.of(place.to().toEpochDay() - place.from().toEpochDay());
        }
        List<Figure> arguments = nodes.stream().map(node -> evaluate(node, place)).toList();
        Figure absent = Arithmetic.absent(arguments);
        if (absent != null) {
            return absent;
        }
        return call.function() == Function.DAYS_OVERLAP
                ? overlap(arguments.get(0), arguments.get(1), place)
                : Calls.apply(call, arguments);
    }

    private static Figure overlap(Figure from, Figure to, Place place) {
        LocalDate first = (LocalDate) ((Figure.Present) from).value();
        LocalDate end = (LocalDate) ((Figure.Present) to).value();
        return Figure.of(place.from().datesUntil(place.to())
                .filter(day -> !day.isBefore(first) && day.isBefore(end)).count());
    }

    private Figure rate(Expression.ReadRate rate, Place place) {
        RateTable table = library.library().rateTable(rate.table()).orElseThrow();
        boolean rounds = rate.function() != Expression.RateFunction.BAND;
        Fraction quantity = rate.quantity() == null ? null : operand(rate.quantity(), place);
        if (quantity != null && rounds) {
            quantity = Fraction.whole(quantity.rounded());
        }
        List<Figure> keys = rate.keys().stream().map(key -> evaluate(key, place)).toList();
        Expression scaleNode = scales.get(rate.table());
        Figure scale = scaleNode == null ? Figure.of(1) : evaluate(scaleNode, place);
        List<Figure> all = new ArrayList<>();
        if (quantity != null) {
            all.add(quantity.dividend());
        }
        all.addAll(keys);
        Figure absent = Arithmetic.absent(all);
        if (absent != null) {
            return absent.isMissing() && scale.isFailed() ? scale : absent;
        }
        if (scaleNode != null && scale.isMissing()) {
            return missing(scaleNode, place);
        }
        return scale.isFailed()
                ? scale
                : new Rates(table, keys.stream().map(Figure::text).toList(), scale.number(), place.day())
                        .read(rate.function(), quantity);
    }
}
