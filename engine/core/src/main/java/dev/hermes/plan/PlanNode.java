package dev.hermes.plan;

import dev.hermes.formula.Expression;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** One step of a calculation: what it computes and from which columns. */
public sealed interface PlanNode {

    /** The column that it computes. */
    NodeId id();

    /** The columns that it needs. */
    SequencedSet<NodeId> inputs();

    /** Own facts, aggregated by stretches. */
    record OwnFacts(NodeId id, CompiledIndicator indicator, CompiledSource.Facts source) implements PlanNode {
        @Override
        public SequencedSet<NodeId> inputs() {
            return new LinkedHashSet<>();
        }
    }

    /** Own uploads, scores, dated values or query results, by stretches. */
    record OwnRows(NodeId id, CompiledIndicator indicator, CompiledSource source) implements PlanNode {
        @Override
        public SequencedSet<NodeId> inputs() {
            return new LinkedHashSet<>();
        }
    }

    /** Values of members, put on the stretch of their last day, so that they can be rolled up. */
    record OwnValues(NodeId id, NodeId values) implements PlanNode {
        @Override
        public SequencedSet<NodeId> inputs() {
            return new LinkedHashSet<>(List.of(values));
        }
    }

    /** What a payee reads of an own series. */
    record Value(NodeId id, CompiledIndicator indicator, NodeId own) implements PlanNode {
        @Override
        public SequencedSet<NodeId> inputs() {
            return new LinkedHashSet<>(List.of(own));
        }
    }

    /** What a payee reads of a series that is rolled up. */
    record RolledValue(NodeId id, CompiledIndicator indicator, NodeId rolled) implements PlanNode {
        @Override
        public SequencedSet<NodeId> inputs() {
            return new LinkedHashSet<>(List.of(rolled));
        }
    }

    /** A formula for each payee. */
    record Formula(NodeId id, CompiledIndicator indicator, CompiledFormula formula,
            Bindings bindings) implements PlanNode {
        @Override
        public SequencedSet<NodeId> inputs() {
            return bindings.columns();
        }
    }

    /** A formula for each day of each payee. */
    record DayFormula(NodeId id, CompiledIndicator indicator, CompiledFormula formula,
            Bindings bindings) implements PlanNode {
        @Override
        public SequencedSet<NodeId> inputs() {
            return bindings.columns();
        }
    }

    /**
     * Members' figures, rolled up together; the node computes every one of {@code outputs}, its own id being the first.
     *
     * @param owner
     *            the indicator whose scope, members and treatment hold
     * @param members
     *            the columns that its members' condition reads; null where there is no condition
     */
    record RollUp(NodeId id, CompiledIndicator owner, List<NodeId> own, List<NodeId> outputs,
            @Nullable Bindings members) implements PlanNode {

        public RollUp {
            own = List.copyOf(own);
            outputs = List.copyOf(outputs);
        }

        @Override
        public SequencedSet<NodeId> inputs() {
            SequencedSet<NodeId> inputs = new LinkedHashSet<>(own);
            if (members != null) {
                inputs.addAll(members.columns());
            }
            return inputs;
        }
    }

    /** Members' values of each day, rolled up on that day. */
    record DayRollUp(NodeId id, CompiledIndicator owner, NodeId day, @Nullable Bindings members) implements PlanNode {
        @Override
        public SequencedSet<NodeId> inputs() {
            SequencedSet<NodeId> inputs = new LinkedHashSet<>(List.of(day));
            if (members != null) {
                inputs.addAll(members.columns());
            }
            return inputs;
        }
    }

    /**
     * A figure that reads a whole population.
     *
     * @param population
     *            null: everybody
     * @param scales
     *            the scales of the rate tables that the group's text reads
     */
    record Relative(NodeId id, Expression.Relative figure, @Nullable CompiledPopulation population,
            Map<String, Expression> scales, Bindings bindings) implements PlanNode {

        public Relative {
            scales = Map.copyOf(scales);
        }

        @Override
        public SequencedSet<NodeId> inputs() {
            return bindings.columns();
        }
    }
}
