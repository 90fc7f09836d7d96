package dev.hermes.formula.internal;

import dev.hermes.formula.Expression;
import dev.hermes.formula.FunctionDescription;
import dev.hermes.formula.FunctionDescription.Result;
import dev.hermes.formula.Symbol;
import dev.hermes.model.Message;
import dev.hermes.model.Type;
import dev.hermes.model.Unit;
import dev.hermes.model.ValueType;
import java.util.ArrayList;
import java.util.List;

/** Checks the functions that read a rate table: its name, the quantity against its bands, and its keys. */
final class RateChecker {

    private final SourceText source;
    private final TypeChecker types;
    private final NameChecker nameChecker;

    RateChecker(SourceText source, TypeChecker types, NameChecker nameChecker) {
        this.source = source;
        this.types = types;
        this.nameChecker = nameChecker;
    }

    Expression check(Syntax.Call call, FunctionDescription description, Expression.RateFunction function) {
        boolean lookup = function == Expression.RateFunction.LOOKUP;
        int tableAt = lookup ? 0 : 1;
        Symbol.OfRateTable table = nameChecker.rateTable(call.arguments().get(tableAt));
        List<Expression> keys = keys(call, table, call.arguments().subList(tableAt + 1, call.arguments().size()));
        if (lookup) {
            return new Expression.ReadRate(function, null, table.code(), keys, Type.number(table.value()), call.span());
        }
        Expression quantity = types.check(call.arguments().getFirst());
        if (UnitRules.common(quantity.type(), Type.number(table.quantity())).isEmpty()) {
            throw source.problem(quantity.span(),
                    Message.of(
                            "The bands of {0} are of {1}, and this is {2}. Maybe another table or another quantity was "
                                    + "meant.",
                            SourceText.quote(table.code()), table.quantity().said(), quantity.type().said()));
        }
        Unit unit = description.result() == Result.RATE_VALUE ? table.value() : amount(call, quantity, table);
        return new Expression.ReadRate(function, quantity, table.code(), keys, Type.number(unit), call.span());
    }

    private Unit amount(Syntax.Call call, Expression quantity, Symbol.OfRateTable table) {
        Unit counted = UnitRules.common(quantity.type().unit(), table.quantity()).orElseThrow();
        return UnitRules.product(counted, table.value())
                .orElseThrow(() -> source.problem(call.nameSpan(), Message.of(
                        "{0} multiplies {1} by {2}, which has no meaning. Maybe band or interpolate, which give the "
                                + "value itself.",
                        SourceText.quote(call.name()), counted.said(), table.value().said())));
    }

    private List<Expression> keys(Syntax.Call call, Symbol.OfRateTable table, List<Syntax> given) {
        List<ValueType> wanted = table.keys();
        String shown = SourceText.quote(table.code());
        if (given.size() != wanted.size()) {
            Message remedy = given.size() < wanted.size()
                    ? Message.of("Maybe one was left out.")
                    : Message.of("Maybe one is too many.");
            Message words = wanted.stream().map(ValueType::said)
                    .reduce((one, other) -> Message.of("{0}, {1}", one, other)).orElse(Message.EMPTY);
            throw source.problem(call.nameSpan(), wanted.isEmpty()
                    ? Message.of("{0} has no keys, and here are {1}. {2}", shown, given.size(), remedy)
                    : Message.of("{0} has the keys {1}, and here are {2}. {3}", shown, words, given.size(), remedy));
        }
        List<Expression> keys = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Expression key = types.check(given.get(i));
            if (key.type().value() != wanted.get(i)) {
                throw source.problem(key.span(), Message.of(
                        "The key of {0} at this place is {1}, and this is {2}. Maybe the keys are in another order.",
                        shown, wanted.get(i).said(), key.type().said()));
            }
            keys.add(key);
        }
        return List.copyOf(keys);
    }
}
