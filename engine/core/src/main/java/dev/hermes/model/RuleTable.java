package dev.hermes.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ordered pairs of condition and expression. Formulas read the item's indicator as {@code indicator}, and, per fact,
 * the fact's columns as {@code fact.column}.
 *
 * @param unit
 *            the unit of the expressions' values
 * @param eachFact
 *            true: evaluated for each fact of the indicator, and the values summed; false: once for the period
 * @param otherwise
 *            the expression where no rule matches; null: a failure
 */
public record RuleTable(String code, String name, Unit unit, HitPolicy hitPolicy, boolean eachFact, List<Rule> rules,
        @Nullable Formula otherwise, String otherwiseReason) implements Document {

    public RuleTable {
        rules = List.copyOf(rules);
    }

    public enum HitPolicy {
        /** The first rule that matches. */
        FIRST,
        /** The one rule that matches; two are a failure. */
        UNIQUE,
        /** All rules that match, summed. */
        SUM
    }

    /**
     * One row.
     *
     * @param condition
     *            null: always matches
     * @param reason
     *            the label that statements show; empty for none
     */
    public record Rule(@Nullable Formula condition, Formula expression, String reason) {}

    @Override
    public DocumentKind kind() {
        return DocumentKind.RULE_TABLE;
    }
}
