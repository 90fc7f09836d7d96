package dev.hermes.kernel;

import dev.hermes.decimal.Decimal;
import dev.hermes.formula.Symbol.Source;
import dev.hermes.kernel.internal.evaluation.Evaluator;
import dev.hermes.kernel.internal.evaluation.Recording;
import dev.hermes.kernel.internal.evaluation.Rules;
import dev.hermes.kernel.internal.explanation.FormulaTraces;
import dev.hermes.kernel.internal.explanation.IndicatorTraces;
import dev.hermes.kernel.internal.indicators.PeriodFrame;
import dev.hermes.model.Adjustment;
import dev.hermes.model.Failure;
import dev.hermes.model.Scheme;
import dev.hermes.model.Series;
import dev.hermes.plan.Bindings;
import dev.hermes.plan.CompiledFormula;
import dev.hermes.plan.CompiledParameter;
import dev.hermes.plan.CompiledRules;
import dev.hermes.plan.CompiledScheme;
import dev.hermes.plan.CompiledSource;
import dev.hermes.roster.Days;
import dev.hermes.roster.Roster;
import dev.hermes.trace.SourceRow;
import dev.hermes.trace.Trace;
import dev.hermes.trace.TraceNode.Kind;
import dev.hermes.trace.TraceNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Explains one payout: lets the payee be evaluated once more and writes down what was evaluated. Not thread-safe. */
final class Explainer {

    private final Calculation calculation;
    private final CompiledScheme scheme;
    private final SchemeResult result;
    private final int payee;
    private final Recording recording = new Recording();
    private final FormulaTraces formulas;
    private final SchemeResult recorded;

    Explainer(Calculation calculation, SchemeResult result, int payee) {
        this.calculation = calculation;
        this.result = result;
        this.payee = payee;
        scheme = result.scheme();
        Bindings bindings = calculation.bindings(scheme.document().code());
        IndicatorTraces indicators = new IndicatorTraces(calculation.evidence());
        formulas = new FormulaTraces(indicators, frame(), bindings);
        recorded = calculation.scheme(scheme.document().code()).record(result, payee, recording);
    }

    Trace explain() {
        List<TraceNode> children = new ArrayList<>(population());
        add(children, formula("applies when", scheme.appliesWhen()));
        if (recorded.isCalculated(0)) {
            addSteps(children);
        }
        return new Trace(new TraceNode(Kind.PAYOUT, "Payout of " + result.name(payee) + " (" + result.payee(payee)
                + ")", value(), heading(), children));
    }

    /** Why the payee's assignments belong to the population. */
    private List<TraceNode> population() {
        CompiledFormula condition = scheme.population().condition();
        if (condition == null) {
            return List.of();
        }
        List<TraceNode> nodes = new ArrayList<>();
        Roster roster = frame().roster();
        for (int assignment : roster.assignmentsHeld(row(), frame().from(), frame().to())) {
            Recording values = new Recording();
            new Evaluator(frame(), condition.scales(), values).condition(condition.expression(),
                    new int[] {assignment});
            String label = "population " + scheme.population().document().code()
                    + (assignment == row() ? "" : " for " + roster.text(assignment));
            add(nodes, formulas.trace(Kind.FORMULA, label, condition, values, assignment));
        }
        return nodes;
    }

    private void addSteps(List<TraceNode> children) {
        for (Scheme.Balance balance : scheme.document().balances()) {
            formulas.readable(new Source.OfBalance(balance.code()), "balance " + balance.code() + " on entry",
                    new SourceRow.OpeningBalance(scheme.document().lineage(), balance.code(), result.payee(payee),
                            calculation.result().plan().period().code()));
        }
        for (ParameterResult parameter : recorded.parameters()) {
            children.add(parameter(parameter));
        }
        add(children, formula("pay expression", scheme.pay()));
        add(children, formula("coefficient", scheme.coefficient()));
        add(children, formula("cap", scheme.cap()));
        add(children, formula("floor", scheme.floor()));
        Map<Adjustment, Integer> alike = new HashMap<>();
        for (Adjustment adjustment : result.adjustments(payee)) {
            children.add(TraceNode.leaf(Kind.LINE, "adjustment", adjustment.amount().toString(), adjustment.reason())
                    .from(SourceRow.Adjustment.of(adjustment, alike.merge(adjustment, 1, Integer::sum))));
        }
        children.add(lines());
        for (int k = 0; k < scheme.closings().size(); k++) {
            String code = scheme.document().balances().get(k).code();
            Decimal closing = recorded.closingBalances(0).get(code);
            children.add(new TraceNode(Kind.BALANCE, "balance " + code + " carried on",
                    closing == null ? "" : closing.toString(), scheme.closings().get(k).text(),
                    formulas.reads(scheme.closings().get(k), recording, row())));
        }
    }

    private PeriodFrame frame() {
        return calculation.frame(scheme.document().code());
    }

    private int row() {
        return result.rows()[payee];
    }

    private String value() {
        Failure failure = recorded.failure(0);
        if (failure != null) {
            return "failed: " + failure.text();
        }
        return recorded.payout(0)
                .map(amount -> amount.toStringMinimum(scheme.document().minorUnit()) + " "
                        + scheme.document().currency())
                .orElse("not applicable");
    }

    private String heading() {
        return "scheme " + scheme.document().code() + ", period " + calculation.result().plan().period().code()
                + ", plan " + calculation.result().plan().fingerprint().substring(0, 12);
    }

    private static void add(List<TraceNode> nodes, @Nullable TraceNode node) {
        if (node != null) {
            nodes.add(node);
        }
    }

    private @Nullable TraceNode formula(String label, @Nullable CompiledFormula formula) {
        return formula == null ? null : formulas.trace(Kind.FORMULA, label, formula, recording, row());
    }

    private TraceNode lines() {
        List<TraceNode> lines = new ArrayList<>();
        for (PayLine line : recorded.lines(0)) {
            lines.add(TraceNode.leaf(Kind.LINE, line.label(), line.amount().toString(), line.reason()));
        }
        return new TraceNode(Kind.STEP, "statement", recorded.payout(0).map(Decimal::toString).orElse(""), "",
                lines);
    }

    private TraceNode parameter(ParameterResult parameter) {
        List<TraceNode> children = new ArrayList<>();
        CompiledParameter compiled = parameter.parameter();
        add(children, formula("applies when", compiled.appliesWhen()));
        for (int k = 0; k < compiled.items().size() && applies(compiled); k++) {
            children.add(item(compiled.items().get(k), parameter, k));
        }
        add(children, formula("combined", compiled.combine()));
        if (parameter.prorated() != parameter.combined()) {
            children.add(new TraceNode(Kind.STEP, "prorated", Recording.text(parameter.prorated(), 0),
                    "amount × days ÷ basis", prorationChildren()));
        }
        add(children, formula("cap", compiled.cap()));
        add(children, formula("floor", compiled.floor()));
        return new TraceNode(Kind.PARAMETER, "parameter " + compiled.document().code(),
                Recording.text(parameter.rounded(), 0), compiled.document().name(), children);
    }

    /** Whether the payee came to the rules of a parameter. */
    private boolean applies(CompiledParameter parameter) {
        CompiledFormula appliesWhen = parameter.appliesWhen();
        return appliesWhen == null || "true".equals(recording.value(appliesWhen.expression()));
    }

    private List<TraceNode> prorationChildren() {
        List<TraceNode> children = new ArrayList<>();
        add(children, formula("days", scheme.prorationDays()));
        add(children, formula("basis", scheme.prorationBasis()));
        return children;
    }

    private TraceNode item(CompiledParameter.CompiledItem item, ParameterResult parameter, int index) {
        CompiledRules rules = item.rules();
        short matched = parameter.matched().get(index)[0];
        List<TraceNode> children = new ArrayList<>();
        if (rules.document().eachFact()) {
            for (EachFact.Paid paid : new EachFact(calculation.evidence().facts()).record(item, frame(), row())) {
                children.add(fact(item, paid));
            }
        } else {
            children.addAll(rules(rules, matched, recording, formulas));
        }
        return new TraceNode(Kind.ITEM, "rules " + rules.document().code() + " for " + item.name(),
                Recording.text(parameter.items().get(index), 0), Rules.reason(rules, matched), children);
    }

    /** What one fact paid, by which rule. */
    private TraceNode fact(CompiledParameter.CompiledItem item, EachFact.Paid paid) {
        CompiledFormula share = paid.credit().share();
        return new TraceNode(Kind.FACT, dataset(item) + " " + paid.key(), paid.value(),
                Days.date(paid.day()) + (share == null ? "" : ", share " + share.text()),
                rules(item.rules(), paid.matched(), paid.recording(), formulas.onDay(paid.day())),
                new SourceRow.Fact(dataset(item), paid.key()));
    }

    private static String dataset(CompiledParameter.CompiledItem item) {
        return item.indicator().source(Series.ACTUAL) instanceof CompiledSource.Facts facts
                ? facts.dataset().document().code()
                : "";
    }

    private List<TraceNode> rules(CompiledRules rules, short matched, Recording values, FormulaTraces traces) {
        List<TraceNode> nodes = new ArrayList<>();
        for (int k = 0; k < rules.rules().size(); k++) {
            add(nodes, rule(rules.rules().get(k), k, matched, values, traces));
        }
        CompiledFormula otherwise = rules.otherwise();
        add(nodes, otherwise == null ? null : traces.trace(Kind.FORMULA, "otherwise", otherwise, values, row()));
        return nodes;
    }

    private @Nullable TraceNode rule(CompiledRules.CompiledRule rule, int index, short matched,
            Recording values, FormulaTraces traces) {
        List<TraceNode> children = new ArrayList<>();
        add(children, rule.condition() == null
                ? null
                : traces.trace(Kind.CONDITION, "condition", rule.condition(), values, row()));
        add(children, traces.trace(Kind.FORMULA, "expression", rule.expression(), values, row()));
        if (children.isEmpty()) {
            return null;
        }
        String label = "rule " + (index + 1) + (rule.reason().isEmpty() ? "" : " (" + rule.reason() + ")");
        return new TraceNode(Kind.RULE, label, matched == index ? "matched" : "", "", children);
    }
}
