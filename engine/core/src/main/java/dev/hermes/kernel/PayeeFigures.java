package dev.hermes.kernel;

import dev.hermes.column.Column;
import dev.hermes.column.NumberColumn;
import dev.hermes.formula.Expression;
import dev.hermes.kernel.internal.evaluation.Evaluator;
import dev.hermes.kernel.internal.evaluation.Recording;
import dev.hermes.kernel.internal.indicators.PeriodFrame;
import dev.hermes.kernel.internal.indicators.Surroundings;
import dev.hermes.model.Adjustment;
import dev.hermes.model.Failure;
import dev.hermes.model.Scheme;
import dev.hermes.plan.Bindings;
import dev.hermes.plan.CalcPlan;
import dev.hermes.plan.CompiledFormula;
import dev.hermes.plan.CompiledIndicator;
import dev.hermes.plan.CompiledParameter;
import dev.hermes.plan.CompiledParameter.CompiledItem;
import dev.hermes.plan.CompiledScheme;
import dev.hermes.plan.NodeId;
import dev.hermes.plan.PlanNode;
import dev.hermes.roster.Days;
import dev.hermes.trace.Trace;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every figure that one payee's payout is made of, for whoever shows them in a form of their own. A figure is the only
 * value of a column: present, missing or failed. Not thread-safe; of use as long as the facts are there.
 */
public final class PayeeFigures {

    private final Calculation calculation;
    private final SchemeResult result;
    private final int index;
    private final Recording recording = new Recording();
    private final SchemeResult recorded;
    private final Map<NodeId, PlanNode> producers = new HashMap<>();

    PayeeFigures(Calculation calculation, SchemeResult result, int index) {
        this.calculation = calculation;
        this.result = result;
        this.index = index;
        recorded = calculation.scheme(scheme().document().code()).record(result, index, recording);
        plan().nodes().forEach(node -> producers.put(node.id(), node));
    }

    public CompiledScheme scheme() {
        return result.scheme();
    }

    public CalcPlan plan() {
        return calculation.result().plan();
    }

    /** The payee's assignment key in text form, or the person. */
    public String payee() {
        return result.payee(index);
    }

    public String name() {
        return result.name(index);
    }

    /** The organisation of the payee's assignment; empty for persons. */
    public String organisation() {
        return result.organisation(index);
    }

    /** Why there is no payout; null where there is one, or the scheme does not apply. */
    public @Nullable Failure failure() {
        return recorded.failure(0);
    }

    /** Whether the payee came to the parameters of the scheme. */
    public boolean isCalculated() {
        return recorded.isCalculated(0);
    }

    public List<Adjustment> adjustments() {
        return result.adjustments(index);
    }

    /** How it all came about, down to the facts. */
    public Trace trace() {
        return calculation.explain(scheme().document().code(), payee()).orElseThrow();
    }

    /** Which columns the scheme's own formulas read. */
    public Bindings bindings() {
        return calculation.bindings(scheme().document().code());
    }

    /** The balance with which the payee enters the period. */
    public Column opening(Scheme.Balance balance) {
        return calculation.scheme(scheme().document().code()).opening(balance, payee());
    }

    /** The balance that is carried on; missing where the payout failed. */
    public Column closing(Scheme.Balance balance) {
        NumberColumn closing = new NumberColumn(1);
        Optional.ofNullable(recorded.closingBalances(0).get(balance.code()))
                .ifPresentOrElse(value -> closing.set(0, value), () -> closing.setMissing(0));
        return closing;
    }

    /**
     * A parameter on its way.
     *
     * @param items
     *            what the rules of each item give
     * @param rounded
     *            what the pay expression reads; missing where the parameter does not apply
     */
    public record ParameterFigures(CompiledParameter parameter, List<Column> items, List<Integer> matched,
            Column combined, Column prorated, Column capped, Column rounded) {

        public ParameterFigures {
            items = List.copyOf(items);
            matched = List.copyOf(matched);
        }
    }

    /** The parameters of the scheme, in order; {@code matched} counts rules from 0, and is negative for none of them. */
    public List<ParameterFigures> parameters() {
        return recorded.parameters().stream()
                .map(parameter -> new ParameterFigures(parameter.parameter(),
                        parameter.items().stream().map(PayeeFigures::first).toList(),
                        parameter.matched().stream().map(rules -> (int) rules[0]).toList(),
                        first(parameter.combined()), first(parameter.prorated()), first(parameter.capped()),
                        first(parameter.rounded())))
                .toList();
    }

    /** The amount after each step from the pay expression on. */
    public record PayFigures(Column pay, Column withCoefficient, Column adjustedWithin, Column capped, Column rounded,
            Column payout) {}

    /** The steps of the payout; without a meaning where it failed before. */
    public PayFigures pay() {
        return new PayFigures(first(recorded.pay()), first(recorded.withCoefficient()),
                first(recorded.adjustedWithin()), first(recorded.capped()), first(recorded.rounded()),
                first(recorded.payouts()));
    }

    private static Column first(Column column) {
        return column.gather(new int[] {0});
    }

    /** The value that a node of a scheme's formula had; null where it was not reached. */
    public @Nullable Column recorded(Expression node) {
        return recording.column(node);
    }

    /** The payee's value of a column of the plan. */
    public Column value(NodeId id) {
        return surroundings().store().number(id).gather(new int[] {row()});
    }

    /** How a column of the plan is computed. */
    public PlanNode producer(NodeId id) {
        PlanNode producer = producers.get(id);
        if (producer == null) {
            return producers.values().stream()
                    .filter(node -> node instanceof PlanNode.RollUp rollUp && rollUp.outputs().contains(id))
                    .findFirst().orElseThrow();
        }
        return producer;
    }

    public CompiledIndicator indicator(String code) {
        return surroundings().indicator(code);
    }

    /**
     * The payee's value of a part of a formula, reached or not.
     *
     * @param bindings
     *            which columns the formula reads
     * @param scales
     *            the scales of the rate tables that it reads
     */
    public Column value(Expression node, Bindings bindings, Map<String, Expression> scales) {
        PeriodFrame frame = bindings.equals(bindings()) ? frame() : new PeriodFrame(surroundings(), bindings);
        return new Evaluator(frame, scales, null).evaluate(node, new int[] {row()});
    }

    /**
     * A fact and what the rules of an item gave for it.
     *
     * @param value
     *            the credit's share of it
     * @param share
     *            of the fact; null for all of it
     */
    public record PaidFact(LocalDate day, String key, Column value, @Nullable CompiledFormula share,
            Values values) {}

    /** The values that nodes of formulas had. */
    @FunctionalInterface
    public interface Values {
        /** Null where the node was not reached. */
        @Nullable
        Column of(Expression node);
    }

    /** The facts that an item's rules are evaluated for, in the order of days and keys. */
    public List<PaidFact> paidFacts(CompiledItem item) {
        return new EachFact(calculation.evidence().facts()).record(item, frame(), row()).stream()
                .map(paid -> new PaidFact(Days.date(paid.day()), paid.key(), paid.paid(), paid.credit().share(),
                        paid.recording()::column))
                .toList();
    }

    private PeriodFrame frame() {
        return calculation.frame(scheme().document().code());
    }

    private Surroundings surroundings() {
        return calculation.evidence().surroundings();
    }

    private int row() {
        return result.rows()[index];
    }
}
