package dev.hermes.document;

import dev.hermes.document.Value.Placed;
import dev.hermes.document.internal.Quotation;
import dev.hermes.model.Formula;
import dev.hermes.model.Message;
import dev.hermes.model.RuleTable;
import dev.hermes.model.RuleTable.HitPolicy;
import dev.hermes.model.RuleTable.Rule;
import dev.hermes.model.Unit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of a rule table. */
final class RuleTableForm {

    private static final Words<HitPolicy> HIT_POLICIES = Words.of(HitPolicy.class);
    private static final Words<Boolean> EACH = Words.of("period", false).and("fact", true);
    private static final String FAILURE = "failure";

    private RuleTableForm() {}

    static RuleTable read(String code, String name, Fields fields) {
        Unit unit = fields.unit("unit");
        HitPolicy hitPolicy = fields.word("hitPolicy", HIT_POLICIES, HitPolicy.FIRST);
        boolean eachFact = fields.word("each", EACH, false);
        List<Placed<Rule>> rules = fields.some("rules", value -> value.fields(RuleTableForm::rule));
        Repeats.refuse(rules, rule -> identity(rule, hitPolicy), RuleTableForm::name);
        Rule otherwise = fields.optional("otherwise", RuleTableForm::otherwise);
        return new RuleTable(code, name, unit, hitPolicy, eachFact, rules.stream().map(Placed::read).toList(),
                otherwise == null ? null : otherwise.expression(), otherwise == null ? "" : otherwise.reason());
    }

    static void write(RuleTable table, Output output) {
        output.text("unit", table.unit().name()).word("hitPolicy", table.hitPolicy(), HIT_POLICIES, HitPolicy.FIRST)
                .word("each", table.eachFact(), EACH, false)
                .list("rules", table.rules(), rule -> write(rule).fields());
        Formula otherwise = table.otherwise();
        if (otherwise == null) {
            if (!table.otherwiseReason().isEmpty()) {
                throw new IllegalArgumentException("No document can say that there is a reason ("
                        + table.otherwiseReason() + ") for nothing that holds otherwise.");
            }
        } else if (table.otherwiseReason().isEmpty() && !otherwise.text().equals(FAILURE)) {
            output.formula("otherwise", otherwise);
        } else {
            output.put("otherwise", write(new Rule(null, otherwise, table.otherwiseReason())).fields());
        }
    }

    private static Rule rule(Fields fields) {
        Formula condition = fields.optionalFormula("condition");
        return new Rule(condition, fields.formula("expression"), fields.optional("reason", Readings::text, ""));
    }

    /** A formula, or one with a reason; the word {@code failure} is as if nothing were said. */
    private static @Nullable Rule otherwise(Value value) {
        if (!value.isScalar()) {
            return value.fields(fields -> {
                fields.notHere(Message.of("What holds otherwise has no condition."), "condition");
                return new Rule(null, fields.formula("expression"), fields.optional("reason", Readings::text, ""));
            });
        }
        if (value.is(FAILURE)) {
            return null;
        }
        Formula expression = Readings.formula(value);
        return expression == null ? null : new Rule(null, expression, "");
    }

    private static Output write(Rule rule) {
        return new Output().formula("condition", rule.condition()).formula("expression", rule.expression())
                .text("reason", rule.reason(), "");
    }

    /** Two rules are one where they match together and, if every match counts, pay the same. */
    private static Object identity(Rule rule, HitPolicy hitPolicy) {
        return hitPolicy == HitPolicy.SUM
                ? new Rule(rule.condition(), rule.expression(), "")
                : Optional.ofNullable(rule.condition());
    }

    private static Message name(Rule rule) {
        Formula condition = rule.condition();
        return condition == null
                ? Message.of("rule without a condition")
                : Message.of("condition {0}", Quotation.of(condition.text()));
    }
}
