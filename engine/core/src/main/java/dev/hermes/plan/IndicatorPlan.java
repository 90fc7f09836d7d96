package dev.hermes.plan;

import dev.hermes.model.Finding;
import dev.hermes.model.Series;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * What it takes to know indicators in a period, without any scheme. Immutable.
 *
 * @param plan
 *            a calculation that pays nobody; its fingerprint changes exactly where values may
 * @param bindings
 *            the columns of the indicators' series in the period
 * @param indicators
 *            the indicators that have values, in the order in which they were asked for, with their series
 * @param left
 *            the other indicators that were asked for, each with why it has no values
 */
public record IndicatorPlan(CalcPlan plan, Bindings bindings, SequencedMap<String, Set<Series>> indicators,
        SequencedMap<String, List<Finding>> left) {

    public IndicatorPlan {
        SequencedMap<String, Set<Series>> series = new LinkedHashMap<>(indicators);
        series.replaceAll((_, of) -> Set.copyOf(of));
        indicators = Collections.unmodifiableSequencedMap(series);
        SequencedMap<String, List<Finding>> reasons = new LinkedHashMap<>(left);
        reasons.replaceAll((_, findings) -> List.copyOf(findings));
        left = Collections.unmodifiableSequencedMap(reasons);
    }

    /** The same plan, of whose indicators some have turned out to have no values. */
    public IndicatorPlan without(Map<String, List<Finding>> further) {
        SequencedMap<String, Set<Series>> fewer = new LinkedHashMap<>(indicators);
        fewer.keySet().removeAll(further.keySet());
        SequencedMap<String, List<Finding>> more = new LinkedHashMap<>(left);
        more.putAll(further);
        return new IndicatorPlan(plan, bindings, fewer, more);
    }

    /**
     * The indicators that need one of these columns, be it by way of others.
     *
     * @param columns
     *            columns of the plan
     */
    public List<String> reaching(Collection<NodeId> columns) {
        Set<NodeId> reached = new LinkedHashSet<>(columns);
        // Nodes come after what they read.
        for (PlanNode node : plan.nodes()) {
            if (!Collections.disjoint(node.inputs(), reached)) {
                reached.add(node.id());
                if (node instanceof PlanNode.RollUp rollUp) {
                    reached.addAll(rollUp.outputs());
                }
            }
        }
        List<String> found = new ArrayList<>();
        bindings.reads().forEach((read, column) -> {
            if (reached.contains(column) && !found.contains(read.code())) {
                found.add(read.code());
            }
        });
        return found;
    }
}
