package dev.hermes.formula.internal;

import dev.hermes.decimal.Decimal;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Expression.ArithmeticOperator;
import dev.hermes.formula.Expression.ComparisonOperator;
import dev.hermes.formula.Names;
import dev.hermes.formula.Span;
import dev.hermes.model.Message;
import dev.hermes.model.Type;
import dev.hermes.model.Unit;
import dev.hermes.model.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Gives every node its type and unit, or says what does not go together. One checker for one body. */
final class TypeChecker {

    private final SourceText source;
    private final NameChecker nameChecker;
    private final CallChecker callChecker;

    /**
     * @param eachDay
     *            whether the body holds day by day
     */
    TypeChecker(SourceText source, Names names, boolean eachDay) {
        this.source = source;
        this.nameChecker = new NameChecker(source, names, eachDay);
        this.callChecker = new CallChecker(source, names, eachDay, this, nameChecker);
    }

    /** Whether what was checked names anything that holds day by day. */
    boolean readsDays() {
        return nameChecker.readsDays();
    }

    Expression check(Syntax syntax) {
        return switch (syntax) {
            case Syntax.Digits number -> new Expression.NumberLiteral(Decimal.parse(number.digits()), Type.NUMBER,
                    number.span());
            case Syntax.Text text -> new Expression.TextLiteral(text.value(), Type.TEXT, text.span());
            case Syntax.Truth truth -> new Expression.BooleanLiteral(truth.value(), Type.BOOLEAN, truth.span());
            case Syntax.Name name -> nameChecker.read(name);
            case Syntax.Member member -> nameChecker.read(member);
            case Syntax.Call call -> callChecker.check(call);
            case Syntax.Minus minus -> {
                Expression operand = number("-", minus.operand());
                yield new Expression.Negate(operand, operand.type(), minus.span());
            }
            case Syntax.Not not -> new Expression.Not(condition("!", not.operand()), Type.BOOLEAN, not.span());
            case Syntax.Binary binary -> binary(binary);
            case Syntax.Conditional conditional -> conditional(conditional);
            case Syntax.ListOf list -> throw source.problem(list.span(),
                    Message.of("A list stands only after 'in'. Maybe x in [a, b]."));
            case Syntax.Range range -> throw source.problem(range.span(),
                    Message.of("A range stands only after 'in'. Maybe x in a..b."));
        };
    }

    private Expression binary(Syntax.Binary binary) {
        return switch (binary.operator()) {
            case "&&", "||" -> new Expression.Logical(binary.operator().equals("&&"),
                    condition(binary.operator(), binary.left()), condition(binary.operator(), binary.right()),
                    Type.BOOLEAN, binary.span());
            case "in" -> membership(binary);
            case "+", "-", "*", "/" -> arithmetic(binary);
            default -> comparison(binary);
        };
    }

    private Expression arithmetic(Syntax.Binary binary) {
        ArithmeticOperator operator = Arrays.stream(ArithmeticOperator.values())
                .filter(candidate -> candidate.sign().equals(binary.operator())).findFirst().orElseThrow();
        Expression left = number(binary.operator(), binary.left());
        Expression right = number(binary.operator(), binary.right());
        Unit one = left.type().unit();
        Unit other = right.type().unit();
        Optional<Unit> result = switch (operator) {
            case PLUS, MINUS -> UnitRules.common(one, other);
            case TIMES -> UnitRules.product(one, other);
            case DIVIDED_BY -> UnitRules.quotient(one, other);
        };
        if (result.isEmpty()) {
            throw source.problem(binary.operatorSpan(),
                    Message.of(
                            "{0} {1} {2} has no meaning. Maybe one of the two should be a ratio or a rate, or another "
                                    + "name was meant.",
                            one.said(), binary.operator(), other.said()));
        }
        return new Expression.Arithmetic(operator, left, right, Type.number(result.get()), binary.span());
    }

    private Expression comparison(Syntax.Binary binary) {
        ComparisonOperator operator = Arrays.stream(ComparisonOperator.values())
                .filter(candidate -> candidate.sign().equals(binary.operator())).findFirst().orElseThrow();
        Expression left = check(binary.left());
        Expression right = check(binary.right());
        requireAlike(binary.operatorSpan(), left.type(), right.type());
        ValueType compared = left.type().value();
        boolean ordering = operator != ComparisonOperator.EQUAL && operator != ComparisonOperator.NOT_EQUAL;
        if (ordering && compared != ValueType.NUMBER && compared != ValueType.DATE) {
            throw source.problem(binary.operatorSpan(),
                    Message.of("{0} orders numbers and dates, and this is {1}. Maybe == or !=.",
                            SourceText.quote(binary.operator()), compared.said()));
        }
        return new Expression.Comparison(operator, left, right, Type.BOOLEAN, binary.span());
    }

    private Expression membership(Syntax.Binary binary) {
        Expression value = check(binary.left());
        return switch (binary.right()) {
            case Syntax.ListOf list -> {
                List<Expression> options = new ArrayList<>();
                for (Syntax element : list.elements()) {
                    Expression option = check(element);
                    requireAlike(option.span(), value.type(), option.type());
                    options.add(option);
                }
                yield new Expression.InList(value, List.copyOf(options), Type.BOOLEAN, binary.span());
            }
            case Syntax.Range range -> range(binary, value, range);
            default -> throw source.problem(binary.right().span(),
                    Message.of("After 'in' stands a list or a range. Maybe x in [a, b], or x in a..b."));
        };
    }

    private Expression range(Syntax.Binary binary, Expression value, Syntax.Range range) {
        if (value.type().value() != ValueType.NUMBER && value.type().value() != ValueType.DATE) {
            throw source.problem(range.span(),
                    Message.of("A range is of numbers or dates, and this is {0}. Maybe a list: x in [a, b].",
                            value.type().value().said()));
        }
        Expression low = check(range.low());
        requireAlike(low.span(), value.type(), low.type());
        Expression high = check(range.high());
        requireAlike(high.span(), value.type(), high.type());
        if (low instanceof Expression.NumberLiteral from && high instanceof Expression.NumberLiteral to
                && from.value().compareTo(to.value()) > 0) {
            throw source.problem(range.span(),
                    Message.of("The range from {0} to {1} has nothing in it. Maybe its bounds were swapped.",
                            from.value(), to.value()));
        }
        return new Expression.InRange(value, low, high, range.lowIncluded(), range.highIncluded(), Type.BOOLEAN,
                binary.span());
    }

    private Expression conditional(Syntax.Conditional conditional) {
        Expression condition = condition("?", conditional.condition());
        Expression then = check(conditional.then());
        Expression otherwise = check(conditional.otherwise());
        Type type = UnitRules.common(then.type(), otherwise.type())
                .orElseThrow(() -> source.problem(otherwise.span(), Message.of(
                        "Both branches of '?' must be alike, and these are {0} and {1}. Maybe one of them should be "
                                + "converted.",
                        then.type().said(), otherwise.type().said())));
        return new Expression.Conditional(condition, then, otherwise, type, conditional.span());
    }

    private void requireAlike(Span where, Type left, Type right) {
        if (UnitRules.common(left, right).isEmpty()) {
            throw source.problem(where, Message
                    .of("{0} cannot be compared with {1}. Maybe another name was meant, or one of the two should be "
                            + "converted.", left.said(), right.said()));
        }
    }

    private Expression number(String operator, Syntax operand) {
        Expression checked = check(operand);
        if (!checked.type().isNumber()) {
            throw source.problem(checked.span(), Message.of("{0} takes numbers, and this is {1}. {2}",
                    SourceText.quote(operator), checked.type().said(), switch (checked.type().value()) {
                        case TEXT -> Message.of("Maybe concat(a, b), which joins texts, or number(text).");
                        case DATE -> Message.of("Maybe addDays(date, n) or daysBetween(from, to).");
                        case BOOLEAN, NUMBER -> Message.of("Maybe condition ? 1 : 0.");
                    }));
        }
        return checked;
    }

    private Expression condition(String operator, Syntax operand) {
        Expression checked = check(operand);
        if (checked.type().value() != ValueType.BOOLEAN) {
            throw source.problem(checked.span(), Message.of("{0} takes conditions, and this is {1}. Maybe compare it "
                    + "with something: x != 0.", SourceText.quote(operator), checked.type().said()));
        }
        return checked;
    }
}
