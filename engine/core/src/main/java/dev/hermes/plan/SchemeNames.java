package dev.hermes.plan;

import dev.hermes.formula.Symbol;
import dev.hermes.formula.Symbol.OfValue;
import dev.hermes.formula.Symbol.Source;
import dev.hermes.model.Message;
import dev.hermes.model.Parameter;
import dev.hermes.model.Scheme;
import dev.hermes.model.Type;
import dev.hermes.model.Unit;

/** What formulas of a scheme see besides the names of the period. */
final class SchemeNames {

    private SchemeNames() {}

    static Symbol parameter(Parameter parameter, Unit money) {
        Unit unit = parameter.unit().isMoney() ? money : parameter.unit();
        return new OfValue(new Source.OfParameter(parameter.code()), Type.number(unit), false,
                Message.verbatim(parameter.name()));
    }

    static Symbol balance(Scheme.Balance balance) {
        return new OfValue(new Source.OfBalance(balance.code()), Type.number(balance.unit()), false,
                Message.of("the balance on entry to the period"));
    }

    static Symbol payout(Unit money) {
        return new OfValue(new Source.OfPayout(), Type.number(money), false, Message.of("the payout of the period"));
    }

    static Symbol item(String name, Unit unit) {
        return new OfValue(new Source.OfItem(name), Type.number(unit), false,
                Message.of("the rule value of the item {0}", name));
    }
}
