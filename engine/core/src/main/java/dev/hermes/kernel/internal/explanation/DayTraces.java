package dev.hermes.kernel.internal.explanation;

import dev.hermes.column.BooleanColumn;
import dev.hermes.column.Column;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Symbol.Source;
import dev.hermes.kernel.Labels;
import dev.hermes.kernel.internal.evaluation.Evaluator;
import dev.hermes.kernel.internal.evaluation.Positions;
import dev.hermes.kernel.internal.evaluation.Recording;
import dev.hermes.kernel.internal.indicators.DayColumn;
import dev.hermes.kernel.internal.indicators.DayFormulas;
import dev.hermes.kernel.internal.indicators.PeriodFrame;
import dev.hermes.kernel.internal.indicators.Surroundings;
import dev.hermes.plan.Bindings;
import dev.hermes.plan.CompiledFormula;
import dev.hermes.plan.NodeId;
import dev.hermes.plan.PlanNode;
import dev.hermes.roster.Roster;
import dev.hermes.trace.SourceRow;
import dev.hermes.trace.TraceNode.Kind;
import dev.hermes.trace.TraceNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes down what the figures of one day were made of: dated values, formulas of days, members. */
final class DayTraces {

    private final Surroundings surroundings;
    private final Map<NodeId, PlanNode> producers;
    private final BroughtIn broughtIn;

    DayTraces(Surroundings surroundings, Map<NodeId, PlanNode> producers, BroughtIn broughtIn) {
        this.broughtIn = broughtIn;
        this.surroundings = surroundings;
        this.producers = producers;
    }

    /** Everything that a formula reads of a row on a day. */
    List<TraceNode> reads(CompiledFormula formula, Expression body, Bindings bindings, int row, int day) {
        PeriodFrame frame = new PeriodFrame(surroundings, bindings);
        List<TraceNode> nodes = new ArrayList<>();
        for (Expression read : Labels.reads(body)) {
            if (read instanceof Expression.ReadIndicator indicator
                    && surroundings.indicator(indicator.code()).document().eachDay()) {
                nodes.add(indicator(bindings.column(indicator.code(), indicator.series(), indicator.window()), row,
                        day));
            } else {
                Column value = new DayFormulas(frame, formula.scales()).on(read, row, day);
                nodes.add(TraceNode.leaf(Kind.VALUE, Labels.of(read), Recording.text(value, 0), "")
                        .from(broughtIn(read, row, day)));
            }
        }
        return nodes;
    }

    private @Nullable SourceRow broughtIn(Expression read, int row, int day) {
        return read instanceof Expression.ReadValue value && value.source() instanceof Source.Dated dated
                ? broughtIn.datedSource(dated.code(), row, day)
                : null;
    }

    private TraceNode indicator(NodeId id, int row, int day) {
        String value = value(id, row, day);
        return switch (producers.get(id)) {
            case PlanNode.DayFormula node -> new TraceNode(Kind.INDICATOR, node.indicator().document().code(), value,
                    node.formula().text(),
                    reads(node.formula(), node.formula().expression(), node.bindings(), row, day));
            case PlanNode.DayRollUp node -> new TraceNode(Kind.INDICATOR, node.owner().document().code(), value,
                    "of the members on that day", members(node, row, day));
            case null, default -> TraceNode.leaf(Kind.INDICATOR, id.code(), value, "");
        };
    }

    private String value(NodeId id, int row, int day) {
        DayColumn column = surroundings.store().days(id);
        int stretch = column.at(row, day);
        return stretch < 0 ? "missing" : Recording.text(column.values(), stretch);
    }

    private List<TraceNode> members(PlanNode.DayRollUp node, int superior, int day) {
        Roster roster = surroundings.roster();
        BooleanColumn counts = condition(node);
        List<TraceNode> nodes = new ArrayList<>();
        for (int stretch = 0; stretch < roster.stretchCount(); stretch++) {
            int member = roster.stretchRow(stretch);
            boolean isBelow = roster.stretchFrom(stretch) <= day && day < roster.stretchTo(stretch) && Arrays
                    .stream(roster.above(stretch, node.owner().document().scope())).anyMatch(row -> row == superior);
            if (isBelow && (counts == null || counts.get(member))) {
                TraceNode own = indicator(node.day(), member, day);
                nodes.add(new TraceNode(Kind.MEMBER, roster.text(member), own.value(), roster.name(member),
                        own.children()));
            }
        }
        return nodes;
    }

    private @Nullable BooleanColumn condition(PlanNode.DayRollUp node) {
        CompiledFormula condition = node.owner().members();
        return condition == null || node.members() == null
                ? null
                : new Evaluator(new PeriodFrame(surroundings, node.members()),
                        condition.scales(), null)
                        .condition(condition.expression(), Positions.all(surroundings.roster().assignmentCount()));
    }
}
