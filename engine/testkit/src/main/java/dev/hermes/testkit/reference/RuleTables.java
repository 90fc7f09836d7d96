package dev.hermes.testkit.reference;

import dev.hermes.formula.Expression.ArithmeticOperator;
import dev.hermes.model.Failure;
import dev.hermes.model.FailureCode;
import dev.hermes.model.Message;
import dev.hermes.model.RuleTable.HitPolicy;
import dev.hermes.plan.CompiledFormula;
import dev.hermes.plan.CompiledLibrary;
import dev.hermes.plan.CompiledRules;
import dev.hermes.plan.CompiledRules.CompiledRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The value of a rule table at one place. */
record RuleTables(CompiledLibrary library, CompiledRules rules, Place place) {

    /** A number or a failure. */
    Figure value() {
        return (rules.document().hitPolicy() == HitPolicy.FIRST ? first() : all()).within(rules.document().code());
    }

    private Figure first() {
        for (int i = 0; i < rules.rules().size(); i++) {
            Figure holds = holds(i);
            if (holds.isFailed()) {
                return holds;
            }
            if (holds.isTrue()) {
                return expression(i);
            }
        }
        return otherwise();
    }

    private Figure all() {
        List<Integer> matching = new ArrayList<>();
        for (int i = 0; i < rules.rules().size(); i++) {
            Figure holds = holds(i);
            if (holds.isFailed()) {
                return holds;
            }
            if (holds.isTrue()) {
                matching.add(i);
            }
        }
        if (matching.isEmpty()) {
            return otherwise();
        }
        if (rules.document().hitPolicy() == HitPolicy.UNIQUE && matching.size() > 1) {
            return Figure.failed(Failure.of(FailureCode.SEVERAL_RULES, Message.of("Rules {0} match, but only one may",
                    matching.stream().map(rule -> String.valueOf(rule + 1)).collect(Collectors.joining(" and ")))));
        }
        Figure sum = Figure.of(0);
        for (int rule : matching) {
            sum = Arithmetic.apply(ArithmeticOperator.PLUS, sum, expression(rule));
            if (sum.isFailed()) {
                return sum;
            }
        }
        return sum;
    }

    private Figure holds(int index) {
        CompiledFormula condition = rules.rules().get(index).condition();
        return condition == null
                ? Figure.of(true)
                : Formulas.required(library, condition, place).within("rule " + (index + 1));
    }

    private Figure expression(int index) {
        CompiledRule rule = rules.rules().get(index);
        return Formulas.required(library, rule.expression(), place).within("rule " + (index + 1));
    }

    private Figure otherwise() {
        CompiledFormula otherwise = rules.otherwise();
        return otherwise == null
                ? Figure.failed(
                        Failure.of(FailureCode.NO_RULE, Message.of("No rule matches and there is no otherwise")))
                : Formulas.required(library, otherwise, place).within("otherwise");
    }
}
