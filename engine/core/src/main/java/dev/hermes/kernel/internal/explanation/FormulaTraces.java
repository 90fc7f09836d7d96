package dev.hermes.kernel.internal.explanation;

import dev.hermes.formula.Expression;
import dev.hermes.formula.Expressions;
import dev.hermes.formula.Symbol.Source;
import dev.hermes.kernel.Labels;
import dev.hermes.kernel.internal.evaluation.Recording;
import dev.hermes.kernel.internal.indicators.DayFormulas;
import dev.hermes.kernel.internal.indicators.PeriodFrame;
import dev.hermes.model.Series;
import dev.hermes.plan.Bindings;
import dev.hermes.plan.CompiledFormula;
import dev.hermes.plan.NodeId;
import dev.hermes.roster.Days;
import dev.hermes.trace.SourceRow;
import dev.hermes.trace.TraceNode.Kind;
import dev.hermes.trace.TraceNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes down what was recorded of formulas: the comparisons with their values, and everything that was read. */
public final class FormulaTraces {

    /** A value that was there before the formulas. */
    private record Brought(String label, SourceRow row) {}

    private final IndicatorTraces indicators;
    private final PeriodFrame frame;
    private final Bindings bindings;
    private final Map<Source, Brought> values;
    /** The day whose rates hold; null: that of the frame. */
    private final @Nullable Integer ratesOn;

    public FormulaTraces(IndicatorTraces indicators, PeriodFrame frame, Bindings bindings) {
        this(indicators, frame, bindings, new HashMap<>(), null);
    }

    private FormulaTraces(IndicatorTraces indicators, PeriodFrame frame, Bindings bindings,
            Map<Source, Brought> values, @Nullable Integer ratesOn) {
        this.indicators = indicators;
        this.frame = frame;
        this.bindings = bindings;
        this.values = values;
        this.ratesOn = ratesOn;
    }

    /** Formulas over a fact, for which the rates of its day hold. */
    public FormulaTraces onDay(int day) {
        return new FormulaTraces(indicators, frame, bindings, values, day);
    }

    /** Shows a source under a label of its own, as brought in with a row. */
    public void readable(Source source, String label, SourceRow row) {
        values.put(source, new Brought(label, row));
    }

    /** A formula with its value; null where it was not reached. */
    @Nullable
    public TraceNode trace(Kind kind, String label, CompiledFormula formula, Recording recording, int row) {
        String value = recording.value(formula.expression());
        if (value == null) {
            return null;
        }
        List<TraceNode> nodes = reads(formula, recording, row);
        if (nodes.size() == 1 && saysItAll(nodes.getFirst(), formula)) {
            TraceNode whole = nodes.getFirst();
            return new TraceNode(kind, label, value, formula.text() + ": " + whole.detail(), whole.children());
        }
        return new TraceNode(kind, label, value, formula.text(), nodes);
    }

    /** Whether a node is the whole formula, so that it need not stand below it once more. */
    private static boolean saysItAll(TraceNode node, CompiledFormula formula) {
        return node.label().equals(formula.text()) && (node.kind() == Kind.COMPARISON || node.kind() == Kind.RATE);
    }

    /** The comparisons and reads of a formula that were reached, in the order of the text. */
    public List<TraceNode> reads(CompiledFormula formula, Recording recording, int row) {
        List<TraceNode> nodes = new ArrayList<>();
        collect(formula.expression(), formula, recording, row, nodes);
        return nodes;
    }

    private void collect(Expression node, CompiledFormula formula, Recording recording, int row,
            List<TraceNode> nodes) {
        String value = recording.value(node);
        if (value == null) {
            return;
        }
        switch (node) {
            case Expression.Comparison _,Expression.InRange _,Expression.InList _ -> {
                List<TraceNode> inside = new ArrayList<>();
                below(node, formula, recording, row, inside);
                nodes.add(new TraceNode(Kind.COMPARISON, node.span().of(formula.text()), value,
                        compared(node, recording), inside));
            }
            case Expression.ReadIndicator read -> nodes
                    .add(indicators.trace(bindings.column(read.code(), read.series(), read.window()), row));
            case Expression.ReadRatio read -> nodes.add(ratio(read, value, row));
            case Expression.ReadValue read -> nodes.add(value(read, value, row));
            case Expression.ReadRate rate -> nodes.add(rate(rate, formula, recording, row, value));
            case Expression.Daily daily -> nodes
                    .add(days(daily.body(), node.span().of(formula.text()), value, formula, row));
            case Expression.DaysPresent _ -> nodes
                    .add(TraceNode.leaf(Kind.VALUE, node.span().of(formula.text()), value, ""));
            case Expression.DaysAssigned _ -> nodes
                    .add(TraceNode.leaf(Kind.VALUE, node.span().of(formula.text()), value, ""));
            case Expression.Relative relative -> nodes.add(relative(relative, value, row));
            default -> below(node, formula, recording, row, nodes);
        }
    }

    private TraceNode value(Expression.ReadValue read, String value, int row) {
        Brought brought = values.get(read.source());
        if (brought != null) {
            return TraceNode.leaf(Kind.VALUE, brought.label(), value, "").from(brought.row());
        }
        SourceRow source = read.source() instanceof Source.Dated dated
                ? indicators.broughtIn().datedSource(dated.code(), row,
                        frame.roster().lastHeldDay(row, frame.from(), frame.to()))
                : null;
        return TraceNode.leaf(Kind.VALUE, Labels.of(read), value, "").from(source);
    }

    private void below(Expression node, CompiledFormula formula, Recording recording, int row,
            List<TraceNode> nodes) {
        Expressions.children(node).forEach(child -> collect(child, formula, recording, row, nodes));
    }

    private static String compared(Expression node, Recording recording) {
        List<String> values = new ArrayList<>();
        for (Expression child : Expressions.children(node)) {
            String value = recording.value(child);
            values.add(value == null ? "not reached" : value);
        }
        return switch (node) {
            case Expression.Comparison comparison -> String.join(" " + comparison.operator().sign() + " ", values);
            case Expression.InRange _ -> values.getFirst() + " in " + String.join(" .. ", values.subList(1, 3));
            default -> values.getFirst() + " in [" + String.join(", ", values.subList(1, values.size())) + "]";
        };
    }

    private TraceNode ratio(Expression.ReadRatio read, String value, int row) {
        Series other = read.ratio() == Expression.Ratio.ATTAINMENT ? Series.TARGET : Series.BASELINE;
        List<TraceNode> parts = List.of(
                indicators.trace(bindings.column(read.code(), Series.ACTUAL, read.window()), row),
                indicators.trace(bindings.column(read.code(), other, read.window()), row));
        String text = read.ratio() == Expression.Ratio.ATTAINMENT
                ? "actual ÷ target"
                : "(actual − baseline) ÷ baseline";
        return new TraceNode(Kind.INDICATOR, Labels.of(read), value, text, parts);
    }

    private TraceNode relative(Expression.Relative relative, String value, int row) {
        NodeId id = bindings.relatives().get(relative);
        List<TraceNode> parts = id == null ? List.of()
                : List.of(indicators.trace(
                        bindings.column(relative.of().code(), relative.of().series(), relative.of().window()), row));
        return new TraceNode(Kind.INDICATOR, Labels.of(relative), value, "", parts);
    }

    private TraceNode rate(Expression.ReadRate rate, CompiledFormula formula, Recording recording, int row,
            String value) {
        List<TraceNode> parts = new ArrayList<>();
        below(rate, formula, recording, row, parts);
        List<String> keys = new ArrayList<>();
        for (Expression key : rate.keys()) {
            keys.add(String.valueOf(recording.value(key)));
        }
        Expression scale = formula.scales().get(rate.table());
        String factor = scale == null ? null : recording.value(scale);
        if (scale != null && factor != null) {
            collect(scale, new CompiledFormula(String.valueOf(frame.rates().table(rate.table()).document().scaledBy()),
                    scale, Map.of()), recording, row, parts);
        }
        int day = ratesOn == null ? frame.day(row) : ratesOn;
        parts.addAll(frame.rates().describe(rate.table(), keys, day, factor));
        recording.steps(rate).forEach(step -> parts.add(TraceNode.leaf(Kind.STEP, step, "", "")));
        return new TraceNode(Kind.RATE, rate.span().of(formula.text()), value, "rate table " + rate.table(), parts);
    }

    private TraceNode days(Expression body, String label, String value, CompiledFormula formula, int row) {
        List<TraceNode> stretches = new ArrayList<>();
        if (!DayFormulas.isOfPeriod(body)) {
            return TraceNode.leaf(Kind.VALUE, label, value, "");
        }
        PeriodFrame there = new PeriodFrame(frame.surroundings(), bindings);
        for (DayFormulas.DayValue day : new DayFormulas(there, formula.scales()).explain(body, row)) {
            int days = day.to() - day.from();
            stretches.add(new TraceNode(Kind.DAYS, stretch(day), day.value(),
                    "× " + days + (days == 1 ? " day" : " days"),
                    indicators.days().reads(formula, body, bindings, row, day.from())));
        }
        return new TraceNode(Kind.VALUE, label, value, "", stretches);
    }

    private static String stretch(DayFormulas.DayValue day) {
        return day.to() - day.from() == 1
                ? Days.date(day.from()).toString()
                : Days.date(day.from()) + " to " + Days.date(day.to() - 1);
    }
}
