package dev.hermes.plan;

import dev.hermes.model.RuleTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule table, checked for one item.
 *
 * @param otherwise
 *            null: a failure
 */
public record CompiledRules(RuleTable document, List<CompiledRule> rules, @Nullable CompiledFormula otherwise) {

    public CompiledRules {
        rules = List.copyOf(rules);
    }

    /**
     * A condition with its expression.
     *
     * @param condition
     *            null: always
     */
    public record CompiledRule(@Nullable CompiledFormula condition, CompiledFormula expression, String reason) {}
}
