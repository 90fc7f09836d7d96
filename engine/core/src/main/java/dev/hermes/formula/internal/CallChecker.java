package dev.hermes.formula.internal;

import dev.hermes.decimal.Decimal;
import dev.hermes.formula.Argument;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Expressions;
import dev.hermes.formula.FormulaException;
import dev.hermes.formula.Function;
import dev.hermes.formula.FunctionDescription;
import dev.hermes.formula.FunctionDescription.Meaning;
import dev.hermes.formula.FunctionDescription.Result;
import dev.hermes.formula.FunctionRegistry;
import dev.hermes.formula.Names;
import dev.hermes.model.Message;
import dev.hermes.model.Series;
import dev.hermes.model.Type;
import dev.hermes.model.Unit;
import dev.hermes.model.ValueType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Checks calls of functions against the registry. */
final class CallChecker {

    private static final Unit MONTHS = Unit.parse("months");
    private static final Decimal MOST_DIGITS = Decimal.of(12);
    private static final int ISO_DATE_LENGTH = 10;

    private final SourceText source;
    private final Names names;
    private final boolean eachDay;
    private final TypeChecker types;
    private final RateChecker rateChecker;

    CallChecker(SourceText source, Names names, boolean eachDay, TypeChecker types, NameChecker nameChecker) {
        this.source = source;
        this.names = names;
        this.eachDay = eachDay;
        this.types = types;
        this.rateChecker = new RateChecker(source, types, nameChecker);
    }

    Expression check(Syntax.Call call) {
        FunctionDescription function = find(call);
        return switch (function.meaning()) {
            case Meaning.Plain plain -> plain(call, function, plain.function());
            case Meaning.Rate rate -> rateChecker.check(call, function, rate.function());
            case Meaning.Relative relative -> relative(call, relative.function());
            case Meaning.Special.DATE -> date(call);
            case Meaning.Special.STEPS -> steps(call, function);
            case Meaning.Special.DAILY -> {
                Expression body = bodyOfDay(call, function);
                yield new Expression.Daily(body, body.type(), call.span());
            }
            case Meaning.Special.DAYS_PRESENT -> new Expression.DaysPresent(bodyOfDay(call, function),
                    Type.number(Unit.DAYS), call.span());
            case Meaning.Special.DAYS_ASSIGNED -> new Expression.DaysAssigned(Type.number(Unit.DAYS), call.span());
        };
    }

    /** The first form that takes the arguments. */
    private FunctionDescription find(Syntax.Call call) {
        List<FunctionDescription> forms = FunctionRegistry.find(call.name());
        if (forms.isEmpty()) {
            throw source.problem(call.nameSpan(), Message.of("There is no function {0}. {1}",
                    SourceText.quote(call.name()), NameChecker.nearest(call.name(), FunctionRegistry.names())));
        }
        FunctionDescription found = forms.stream().filter(form -> fits(call, form)).findFirst()
                .orElseThrow(() -> wrongCount(call, forms));
        boolean ofPeriod = found.meaning() instanceof Meaning.Relative || call.name().equals("daily")
                || call.name().equals("days");
        if (ofPeriod && names.find("period").isEmpty()) {
            throw source.problem(call.nameSpan(), Message.of(
                    "{0} is about a period, and this formula stands outside of any. Maybe move it to an indicator.",
                    SourceText.quote(call.name())));
        }
        return found;
    }

    private static boolean fits(Syntax.Call call, FunctionDescription form) {
        List<Syntax> arguments = call.arguments();
        if (!form.takes(arguments.size())) {
            return false;
        }
        return switch (form.argument(0).kind()) {
            case PERIOD -> isWord(arguments.getFirst(), "period");
            case ASSIGNMENT -> isWord(arguments.getFirst(), "assignment");
            default -> true;
        };
    }

    private static boolean isWord(Syntax argument, String word) {
        return argument instanceof Syntax.Name name && name.name().equals(word);
    }

    private FormulaException wrongCount(Syntax.Call call, List<FunctionDescription> forms) {
        int count = call.arguments().size();
        String name = SourceText.quote(call.name());
        Message signatures = forms.stream().map(form -> Message.verbatim(form.signature()))
                .reduce((one, other) -> Message.of("{0} or {1}", one, other)).orElseThrow();
        return source.problem(call.nameSpan(), count == 1
                ? Message.of("{0} does not take 1 argument. Maybe {1}.", name, signatures)
                : Message.of("{0} does not take {1} arguments. Maybe {2}.", name, count, signatures));
    }

    private Expression plain(Syntax.Call call, FunctionDescription description, Function function) {
        List<Expression> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Argument.Kind kind = description.argument(i).kind();
            if (kind != Argument.Kind.PERIOD) {
                arguments.add(accept(call, kind, types.check(call.arguments().get(i))));
            }
        }
        return new Expression.Call(function, List.copyOf(arguments), result(description.result(), call, arguments),
                call.span());
    }

    private Type result(Result result, Syntax.Call call, List<Expression> arguments) {
        return switch (result) {
            case NUMBER -> Type.NUMBER;
            case RATIO -> Type.number(Unit.RATIO);
            case DAYS -> Type.number(Unit.DAYS);
            case MONTHS -> Type.number(MONTHS);
            case TEXT -> Type.TEXT;
            case BOOLEAN -> Type.BOOLEAN;
            case DATE -> Type.DATE;
            case LIKE_FIRST -> arguments.getFirst().type();
            case LIKE_ALL -> alike(call, arguments);
            case RATE_VALUE, RATE_TIMES_QUANTITY -> throw new IllegalStateException(
                    "The function " + call.name() + " reads no rate table.");
        };
    }

    private Type alike(Syntax.Call call, List<Expression> arguments) {
        Type common = arguments.getFirst().type();
        for (Expression argument : arguments) {
            Type before = common;
            common = UnitRules.common(before, argument.type())
                    .orElseThrow(() -> source.problem(argument.span(), Message.of(
                            "{0} takes values that are alike, and these are {1} and {2}. Maybe one of them should be "
                                    + "converted.",
                            SourceText.quote(call.name()), before.said(), argument.type().said())));
        }
        return common;
    }

    private Expression accept(Syntax.Call call, Argument.Kind kind, Expression checked) {
        boolean accepted = switch (kind) {
            case DIGITS -> checked instanceof Expression.NumberLiteral digits && digits.value().isInteger()
                    && digits.value().signum() >= 0 && digits.value().compareTo(MOST_DIGITS) <= 0;
            case TRUTH -> checked instanceof Expression.BooleanLiteral;
            case DAYS -> isNumberOf(checked.type(), Unit.DAYS);
            case MONTHS -> isNumberOf(checked.type(), MONTHS);
            default -> kind.accepts(checked.type().value());
        };
        if (!accepted) {
            throw source.problem(checked.span(),
                    Message.of("{0} takes {1} here, and this is {2}. {3}", SourceText.quote(call.name()), kind.words(),
                            checked.type().said(), remedy(kind, checked.type().value())));
        }
        return checked;
    }

    private static boolean isNumberOf(Type type, Unit unit) {
        return type.isNumber() && UnitRules.common(type.unit(), unit).isPresent();
    }

    private static Message remedy(Argument.Kind kind, ValueType given) {
        return switch (kind) {
            case TEXT -> Message.of("Maybe text(x).");
            case NUMBER, DAYS, MONTHS, NUMBER_OR_DATE -> given == ValueType.TEXT
                    ? Message.of("Maybe number(text).")
                    : Message.of("Maybe another value was meant.");
            case DATE -> Message.of("Maybe date('2026-01-31').");
            case DIGITS, TRUTH -> Message.of("Maybe write it out.");
            case VALUE_OF_DAY -> Message
                    .of("Maybe daily(condition ? 1 : 0), which counts the days on which it is true.");
            default -> Message.of("Maybe another value was meant.");
        };
    }

    private Expression date(Syntax.Call call) {
        Syntax argument = call.arguments().getFirst();
        if (argument instanceof Syntax.Text text && text.value().length() == ISO_DATE_LENGTH) {
            try {
                LocalDate date = LocalDate.parse(text.value());
                if (date.getYear() > 0) {
                    return new Expression.DateLiteral(date, Type.DATE, call.span());
                }
            } catch (DateTimeParseException noDate) {
                throw source.problem(argument.span(),
                        Message.of("{0} is no day of the calendar. Maybe '2026-01-31': year, month, day.",
                                SourceText.quote(text.value())));
            }
        }
        throw source.problem(argument.span(),
                Message.of("'date' takes a day written out in quotation marks. Maybe date('2026-01-31')."));
    }

    private Expression steps(Syntax.Call call, FunctionDescription description) {
        List<Expression> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            arguments.add(accept(call, description.argument(i).kind(), types.check(call.arguments().get(i))));
        }
        alike(call, arguments.subList(0, 2));
        if (arguments.get(1) instanceof Expression.NumberLiteral size && size.value().signum() <= 0) {
            throw source.problem(size.span(), Message
                    .of("The size of a step ({0}) must be positive. Maybe its sign belongs elsewhere.", size.value()));
        }
        boolean partial = arguments.size() > 2 && arguments.get(2) instanceof Expression.BooleanLiteral whole
                && !whole.value();
        return new Expression.Call(partial ? Function.PARTIAL_STEPS : Function.STEPS,
                List.copyOf(arguments.subList(0, 2)), Type.NUMBER, call.span());
    }

    private Expression bodyOfDay(Syntax.Call call, FunctionDescription description) {
        if (eachDay) {
            throw source.problem(call.nameSpan(), Message
                    .of("{0} stands within what already holds day by day. Maybe take it out, to an indicator of its "
                            + "own.", SourceText.quote(call.name())));
        }
        TypeChecker ofDay = new TypeChecker(source, names, true);
        Expression body = accept(call, description.argument(0).kind(), ofDay.check(call.arguments().getFirst()));
        if (!ofDay.readsDays()) {
            throw source.problem(body.span(),
                    Message.of("Nothing here holds day by day, and so there is nothing for {0} to go by. Maybe x * "
                            + "days(period).", SourceText.quote(call.name())));
        }
        return body;
    }

    private Expression relative(Syntax.Call call, Expression.RelativeFunction function) {
        if (eachDay) {
            throw source.problem(call.nameSpan(),
                    Message.of("{0} compares whole periods, not days. Maybe take it out of daily(...).",
                            SourceText.quote(call.name())));
        }
        Syntax first = call.arguments().getFirst();
        if (!(types.check(first) instanceof Expression.ReadIndicator of) || of.series() != Series.ACTUAL) {
            throw source.problem(first.span(), Message.of(
                    "{0} takes an indicator, by its name. Maybe declare an indicator for what is to be compared.",
                    SourceText.quote(call.name())));
        }
        Type type = function == Expression.RelativeFunction.RANK ? Type.NUMBER : Type.number(Unit.RATIO);
        if (call.arguments().size() == 1) {
            return new Expression.Relative(function, of, null, null, type, call.span());
        }
        if (call.arguments().get(1) instanceof Syntax.Text population) {
            return new Expression.Relative(function, of, null, population.value(), type, call.span());
        }
        Expression group = accept(call, Argument.Kind.TEXT, types.check(call.arguments().get(1)));
        Expressions.visit(group, node -> {
            if (node instanceof Expression.ReadValue read && !read.source().isKnownOfPayees()) {
                throw source.problem(read.span(), Message.of(
                        "{0} groups payees by what is known of each of them, and this is not. Maybe organisation, or "
                                + "a dated value.",
                        SourceText.quote(call.name())));
            }
        });
        return new Expression.Relative(function, of, group, null, type, call.span());
    }
}
