package dev.hermes.kernel.internal.evaluation;

import dev.hermes.column.BooleanColumn;
import dev.hermes.column.NumberColumn;
import dev.hermes.formula.Expression;
import dev.hermes.model.Failure;
import dev.hermes.model.FailureCode;
import dev.hermes.model.Message;
import dev.hermes.model.RuleTable.HitPolicy;
import dev.hermes.plan.CompiledFormula;
import dev.hermes.plan.CompiledRules.CompiledRule;
import dev.hermes.plan.CompiledRules;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates a rule table at many positions. Under {@code FIRST} a condition that fails, fails the position, and later
 * rules are not reached. Under {@code UNIQUE} and {@code SUM} all conditions come first, then the expressions of the
 * rules that match, in order. A rule that gives no value is a failure.
 */
public final class Rules {

    /** No rule matched; {@code otherwise} was taken. */
    static final short OTHERWISE = -1;
    /** Nothing was taken. */
    public static final short NONE = -2;
    /** Several rules matched. */
    public static final short SEVERAL = -3;

    /**
     * What a table gives.
     *
     * @param values
     *            present or failed
     * @param matched
     *            the index of the rule that matched, or one of the constants
     */
    public record Outcome(NumberColumn values, short[] matched) {}

    private final CompiledRules rules;
    private final Frame frame;
    private final @Nullable Recorder recorder;

    public Rules(CompiledRules rules, Frame frame, @Nullable Recorder recorder) {
        this.rules = rules;
        this.frame = frame;
        this.recorder = recorder;
    }

    public Outcome evaluate(int[] positions) {
        NumberColumn values = new NumberColumn(positions.length);
        short[] matched = new short[positions.length];
        Arrays.fill(matched, NONE);
        return switch (rules.document().hitPolicy()) {
            case FIRST -> first(positions, values, matched);
            case UNIQUE, SUM -> all(positions, values, matched);
        };
    }

    private Outcome first(int[] positions, NumberColumn values, short[] matched) {
        int[] open = Positions.all(positions.length);
        for (int rule = 0; rule < rules.rules().size() && open.length > 0; rule++) {
            BooleanColumn holds = condition(rule, Positions.pickEach(positions, open));
            take(holds, rule, open, values);
            int[] candidates = open;
            int[] hits = Positions.pickEach(candidates,
                    Positions.where(candidates.length, k -> holds.isPresent(k) && holds.get(k)));
            expression(rules.rules().get(rule).expression(), "rule " + (rule + 1), positions, hits, values);
            for (int hit : hits) {
                matched[hit] = (short) rule;
            }
            open = Positions.pickEach(candidates,
                    Positions.where(candidates.length, k -> holds.isPresent(k) && !holds.get(k)));
        }
        otherwise(positions, open, values, matched);
        return new Outcome(values, matched);
    }

    private Outcome all(int[] positions, NumberColumn values, short[] matched) {
        int[] all = Positions.all(positions.length);
        BooleanColumn[] holds = new BooleanColumn[rules.rules().size()];
        for (int rule = 0; rule < holds.length; rule++) {
            holds[rule] = condition(rule, positions);
            take(holds[rule], rule, all, values);
        }
        int[] hits = new int[positions.length];
        for (int i = 0; i < positions.length; i++) {
            for (int rule = 0; rule < holds.length && values.isPresent(i); rule++) {
                if (holds[rule].get(i)) {
                    hits[i]++;
                    matched[i] = hits[i] == 1 ? (short) rule : SEVERAL;
                }
            }
        }
        boolean unique = rules.document().hitPolicy() == HitPolicy.UNIQUE;
        for (int i = 0; i < positions.length; i++) {
            if (unique && hits[i] > 1 && values.isPresent(i)) {
                values.setFailure(i, several(holds, i));
            }
        }
        for (int rule = 0; rule < holds.length; rule++) {
            BooleanColumn of = holds[rule];
            int[] reached = Positions.where(positions.length, i -> values.isPresent(i) && of.get(i));
            NumberColumn added = new NumberColumn(positions.length);
            expression(rules.rules().get(rule).expression(), "rule " + (rule + 1), positions, reached, added);
            NumberColumn sums = new Numbers().apply(Expression.ArithmeticOperator.PLUS, values, added);
            for (int i : reached) {
                values.copy(i, sums, i);
                Failure failure = sums.failure(i);
                if (failure != null && !added.isFailed(i)) {
                    values.setFailure(i, failure.within(rules.document().code()));
                }
            }
        }
        otherwise(positions, Positions.where(positions.length, i -> values.isPresent(i) && hits[i] == 0), values,
                matched);
        return new Outcome(values, matched);
    }

    private Failure several(BooleanColumn[] holds, int i) {
        Message which = IntStream.range(0, holds.length).filter(rule -> holds[rule].get(i))
                .mapToObj(rule -> Message.verbatim(String.valueOf(rule + 1)))
                .reduce((one, other) -> Message.of("{0} and {1}", one, other)).orElseThrow();
        return Failure.of(FailureCode.SEVERAL_RULES, Message.of("Rules {0} match, but only one may", which))
                .within(rules.document().code());
    }

    private BooleanColumn condition(int rule, int[] positions) {
        CompiledFormula condition = rules.rules().get(rule).condition();
        if (condition == null) {
            BooleanColumn always = new BooleanColumn(positions.length);
            for (int i = 0; i < positions.length; i++) {
                always.set(i, true);
            }
            return always;
        }
        return new Evaluator(frame, condition.scales(), recorder).condition(condition.expression(), positions);
    }

    /** Fails the positions at which a condition failed, unless they failed before. */
    private void take(BooleanColumn holds, int rule, int[] open, NumberColumn values) {
        for (int k = 0; k < open.length && !holds.allPresent(); k++) {
            Failure failure = holds.failure(k);
            if (failure != null && values.isPresent(open[k])) {
                values.setFailure(open[k], failure.within("rule " + (rule + 1)).within(rules.document().code()));
            }
        }
    }

    private void expression(CompiledFormula expression, String place, int[] positions, int[] reached,
            NumberColumn values) {
        if (reached.length == 0) {
            return;
        }
        NumberColumn found = new Evaluator(frame, expression.scales(), recorder).required(expression.expression(),
                Positions.pickEach(positions, reached));
        values.scatter(0, reached, found);
        for (int k = 0; k < reached.length && !found.noneFailed(); k++) {
            Failure failure = found.failure(k);
            if (failure != null) {
                values.setFailure(reached[k], failure.within(place).within(rules.document().code()));
            }
        }
    }

    private void otherwise(int[] positions, int[] open, NumberColumn values, short[] matched) {
        CompiledFormula otherwise = rules.otherwise();
        if (otherwise == null) {
            for (int i : open) {
                values.setFailure(i,
                        Failure.of(FailureCode.NO_RULE, Message.of("No rule matches and there is no otherwise"))
                                .within(rules.document().code()));
            }
            return;
        }
        expression(otherwise, "otherwise", positions, open, values);
        for (int i : open) {
            matched[i] = OTHERWISE;
        }
    }

    /** The label of what matched; empty where it has none. */
    public static String reason(CompiledRules rules, short matched) {
        if (matched >= 0) {
            CompiledRule rule = rules.rules().get(matched);
            return rule.reason();
        }
        return matched == OTHERWISE ? rules.document().otherwiseReason() : "";
    }
}
