package dev.hermes.formula.internal;

import dev.hermes.formula.Expression;
import dev.hermes.formula.FunctionDescription;
import dev.hermes.formula.FunctionDescription.Result;
import dev.hermes.formula.Symbol;
import dev.hermes.model.Type;
import dev.hermes.model.Unit;
import dev.hermes.model.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
                    "The bands of " + SourceText.quote(table.code()) + " are of " + UnitRules.word(table.quantity())
                            + ", and this is " + UnitRules.word(quantity.type())
                            + ". Maybe another table or another quantity was meant.");
        }
        Unit unit = description.result() == Result.RATE_VALUE ? table.value() : amount(call, quantity, table);
        return new Expression.ReadRate(function, quantity, table.code(), keys, Type.number(unit), call.span());
    }

    private Unit amount(Syntax.Call call, Expression quantity, Symbol.OfRateTable table) {
        Unit counted = UnitRules.common(quantity.type().unit(), table.quantity()).orElseThrow();
        return UnitRules.product(counted, table.value())
                .orElseThrow(() -> source.problem(call.nameSpan(),
                        SourceText.quote(call.name()) + " multiplies " + UnitRules.word(counted) + " by "
                                + UnitRules.word(table.value())
                                + ", which has no meaning. Maybe band or interpolate, which give the value itself."));
    }

    private List<Expression> keys(Syntax.Call call, Symbol.OfRateTable table, List<Syntax> given) {
        List<ValueType> wanted = table.keys();
        String shown = SourceText.quote(table.code());
        if (given.size() != wanted.size()) {
            String words = wanted.stream().map(ValueType::word).collect(Collectors.joining(", "));
            throw source.problem(call.nameSpan(), shown + " has " + (wanted.isEmpty() ? "no keys" : "the keys " + words)
                    + ", and here are " + given.size() + ". Maybe " + (given.size() < wanted.size()
                            ? "one was left out."
                            : "one is too many."));
        }
        List<Expression> keys = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Expression key = types.check(given.get(i));
            if (key.type().value() != wanted.get(i)) {
                throw source.problem(key.span(), "The key of " + shown + " at this place is " + wanted.get(i).word()
                        + ", and this is " + UnitRules.word(key.type()) + ". Maybe the keys are in another order.");
            }
            keys.add(key);
        }
        return List.copyOf(keys);
    }
}
