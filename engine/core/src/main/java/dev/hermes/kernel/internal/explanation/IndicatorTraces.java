package dev.hermes.kernel.internal.explanation;

import dev.hermes.column.BooleanColumn;
import dev.hermes.column.NumberColumn;
import dev.hermes.kernel.Labels;
import dev.hermes.kernel.internal.evaluation.Evaluator;
import dev.hermes.kernel.internal.evaluation.Positions;
import dev.hermes.kernel.internal.evaluation.Recording;
import dev.hermes.kernel.internal.indicators.PeriodFrame;
import dev.hermes.kernel.internal.indicators.RollUps;
import dev.hermes.kernel.internal.indicators.StretchColumn;
import dev.hermes.kernel.internal.indicators.Surroundings;
import dev.hermes.model.Correction;
import dev.hermes.model.DatedValueRow;
import dev.hermes.model.Period;
import dev.hermes.plan.CompiledFormula;
import dev.hermes.plan.CompiledSource;
import dev.hermes.plan.NodeId;
import dev.hermes.plan.PlanNode;
import dev.hermes.roster.Days;
import dev.hermes.roster.Roster;
import dev.hermes.trace.SourceRow;
import dev.hermes.trace.TraceNode.Kind;
import dev.hermes.trace.TraceNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes down how the columns of a calculation came to a row's value: formulas, members, facts. Not thread-safe. */
public final class IndicatorTraces {

    private record Seen(NodeId id, int row) {}

    private final Evidence evidence;
    private final Surroundings surroundings;
    private final FactTraces facts;
    private final BroughtIn broughtIn;
    private final Map<NodeId, PlanNode> producers = new HashMap<>();
    private final Set<Seen> seen = new HashSet<>();

    public IndicatorTraces(Evidence evidence) {
        this.evidence = evidence;
        surroundings = evidence.surroundings();
        facts = new FactTraces(evidence);
        broughtIn = new BroughtIn(evidence);
        for (PlanNode node : surroundings.plan().nodes()) {
            producers.put(node.id(), node);
            if (node instanceof PlanNode.RollUp rollUp) {
                rollUp.outputs().forEach(output -> producers.put(output, rollUp));
            }
        }
    }

    /** Figures of single days. */
    DayTraces days() {
        return new DayTraces(surroundings, producers, broughtIn);
    }

    BroughtIn broughtIn() {
        return broughtIn;
    }

    private Roster roster() {
        return surroundings.roster();
    }

    /** A row's value of a column, down to the facts. What was shown once is only named afterwards. */
    TraceNode trace(NodeId id, int row) {
        String label = Labels.of(id.code(), id.series(), id.window());
        String value = id.level() == NodeId.Level.DAY || id.level() == NodeId.Level.ROLLED_DAY
                ? ""
                : Recording.text(surroundings.store().number(id), row);
        if (!seen.add(new Seen(id, row))) {
            return TraceNode.leaf(Kind.ABOVE, label, value, "explained above");
        }
        PlanNode producer = producers.get(id);
        List<TraceNode> children = new ArrayList<>();
        Correction correction = correction(id, row);
        String detail = correction == null ? "" : text(correction);
        switch (producer) {
            case PlanNode.Value node -> children.addAll(own(node.own(), row, correction != null));
            case PlanNode.Formula node -> {
                detail = detail.isEmpty() ? node.formula().text() : detail;
                children.addAll(formula(node, row));
            }
            case PlanNode.RolledValue node -> children.addAll(members(node.rolled(), row));
            case PlanNode.RollUp _ -> children.addAll(members(id, row));
            case null, default -> {
            }
        }
        return new TraceNode(Kind.INDICATOR, label, value, detail, children,
                correction == null ? null : SourceRow.Correction.of(correction));
    }

    private @Nullable Correction correction(NodeId id, int row) {
        for (Period period : surroundings.plan().periods(id.window())) {
            Correction correction = evidence.ownRows().corrections().read(id.code(), id.series(), period).get(row);
            if (correction != null) {
                return correction;
            }
        }
        return null;
    }

    private static String text(Correction correction) {
        return "corrected to " + correction.value() + " in " + correction.period() + ": " + correction.reason();
    }

    private List<TraceNode> formula(PlanNode.Formula node, int row) {
        CompiledFormula formula = node.formula();
        PeriodFrame frame = new PeriodFrame(surroundings, node.bindings());
        Recording recording = new Recording();
        new Evaluator(frame, formula.scales(), recording).evaluate(formula.expression(), new int[] {row});
        return new FormulaTraces(this, frame, node.bindings()).reads(formula, recording, row);
    }

    /** What the own series of a row's assignments is made of. */
    private List<TraceNode> own(NodeId id, int row, boolean isCorrected) {
        int[] assignments = roster().assignmentsOf(row);
        List<Integer> stretches = new ArrayList<>();
        for (int assignment : assignments) {
            for (int s = roster().firstStretch(assignment); s < roster().firstStretch(assignment + 1); s++) {
                stretches.add(s);
            }
        }
        return switch (producers.get(id)) {
            case PlanNode.OwnFacts node -> facts.of(node, stretches);
            case PlanNode.OwnRows node -> {
                List<TraceNode> rows = rows(node, row);
                yield rows.isEmpty() && !isCorrected
                        ? List.of(TraceNode.leaf(Kind.VALUE, source(node.source()), "", "for " + names(assignments)))
                        : rows;
            }
            case PlanNode.OwnValues node -> assignments.length == 1
                    ? List.of(trace(node.values(), assignments[0]))
                    : List.of();
            case null, default -> List.of();
        };
    }

    /** The rows that the value of a roster's row was brought in with. */
    private List<TraceNode> rows(PlanNode.OwnRows node, int row) {
        String label = source(node.source());
        List<TraceNode> nodes = new ArrayList<>();
        for (Period period : surroundings.plan().periods(node.id().window())) {
            if (node.source() instanceof CompiledSource.Dated source) {
                String code = source.value().code();
                int day = roster().lastHeldDay(row, Days.of(period.start()), Days.of(period.end()));
                DatedValueRow found = broughtIn.dated(code, row, day);
                if (found != null) {
                    nodes.add(TraceNode.leaf(Kind.VALUE, label, found.value(),
                            "for " + found.subject() + " from " + found.from())
                            .from(new SourceRow.DatedValue(code, found.subject(), found.from())));
                }
            } else {
                broughtIn.uploaded(node, period, row).forEach(found -> nodes.add(TraceNode
                        .leaf(Kind.VALUE, label, found.value().toString(),
                                "for " + found.subject() + " in " + found.period())
                        .from(SourceRow.PeriodValue.of(found))));
            }
        }
        return nodes;
    }

    private String names(int[] assignments) {
        List<String> names = new ArrayList<>();
        for (int assignment : assignments) {
            names.add(roster().text(assignment));
        }
        return String.join(", ", names);
    }

    private static String source(CompiledSource source) {
        return switch (source) {
            case CompiledSource.Upload _ -> "uploaded";
            case CompiledSource.Score _ -> "scored by the superior";
            case CompiledSource.Dated dated -> "dated value " + dated.value().code();
            case CompiledSource.Query _ -> "query";
            default -> "";
        };
    }

    /** The members of a superior, with the facts that each contributes. */
    private List<TraceNode> members(NodeId output, int superior) {
        if (!(producers.get(output) instanceof PlanNode.RollUp node)) {
            return List.of();
        }
        int k = node.outputs().indexOf(output);
        List<StretchColumn> series = node.own().stream().map(surroundings.store()::stretches).toList();
        List<RollUps.Member> members = new RollUps(roster(), node, series, condition(node)).members(superior);
        NodeId own = node.own().get(k);
        Map<Integer, List<TraceNode>> byStretch = producers.get(own) instanceof PlanNode.OwnFacts factNode
                ? facts.byStretch(factNode, members.stream().flatMap(member -> Arrays
                        .stream(member.stretches()).boxed()).toList())
                : Map.of();
        List<TraceNode> nodes = new ArrayList<>();
        for (RollUps.Member member : members) {
            nodes.add(member(member, k, series.get(k), own, byStretch));
        }
        return nodes;
    }

    private TraceNode member(RollUps.Member member, int k, StretchColumn series, NodeId own,
            Map<Integer, List<TraceNode>> byStretch) {
        StretchColumn.Combination combination = series.new Combination();
        List<TraceNode> children = new ArrayList<>();
        for (int stretch : member.stretches()) {
            combination.add(stretch);
            children.addAll(byStretch.getOrDefault(stretch, List.of()));
        }
        NumberColumn value = new NumberColumn(1);
        combination.into(value, 0);
        if (producers.get(own) instanceof PlanNode.OwnValues values) {
            children.add(trace(values.values(), member.row()));
        }
        if (producers.get(own) instanceof PlanNode.OwnRows rows) {
            children.addAll(rows(rows, member.row()));
        }
        boolean isOneRow = children.size() == 1 && children.getFirst().kind() == Kind.VALUE;
        return new TraceNode(Kind.MEMBER, roster().text(member.row()), Recording.text(value, 0),
                member.counted()[k] ? roster().name(member.row()) : "does not count",
                isOneRow ? List.of() : children, isOneRow ? children.getFirst().source() : null);
    }

    private @Nullable BooleanColumn condition(PlanNode.RollUp node) {
        CompiledFormula condition = node.owner().members();
        return condition == null || node.members() == null
                ? null
                : new Evaluator(new PeriodFrame(surroundings, node.members()),
                        condition.scales(), null)
                        .condition(condition.expression(), Positions.all(roster().assignmentCount()));
    }
}
