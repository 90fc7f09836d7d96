package dev.hermes.plan;

import dev.hermes.formula.Expression;
import dev.hermes.model.Series;
import dev.hermes.model.Window;
import java.util.HashMap;
import java.util.Map;
import java.util.SequencedSet;

/**
 * Which columns the reads of some formulas stand for.
 *
 * @param window
 *            the stretch of time that the formulas are evaluated for
 */
public record Bindings(Window window, Map<Read, NodeId> reads, Map<Expression.Relative, NodeId> relatives) {

    public Bindings {
        reads = Map.copyOf(reads);
        relatives = Map.copyOf(relatives);
    }

    /** A read as it stands in a formula. */
    public record Read(String code, Series series, Window window) {}

    /** The column that is read. */
    public NodeId column(String code, Series series, Window window) {
        NodeId id = reads.get(new Read(code, series, window));
        if (id == null) {
            throw new IllegalArgumentException("Nothing was planned for " + code + " " + series + " " + window + ".");
        }
        return id;
    }

    /** Every column that is read. */
    public SequencedSet<NodeId> columns() {
        SequencedSet<NodeId> columns = new java.util.LinkedHashSet<>(reads.values());
        columns.addAll(relatives.values());
        return columns;
    }

    static final class Builder {

        private final Window window;
        private final Map<Read, NodeId> reads = new HashMap<>();
        private final Map<Expression.Relative, NodeId> relatives = new HashMap<>();

        Builder(Window window) {
            this.window = window;
        }

        Window window() {
            return window;
        }

        void read(Read read, NodeId id) {
            reads.put(read, id);
        }

        void relative(Expression.Relative relative, NodeId id) {
            relatives.put(relative, id);
        }

        Bindings build() {
            return new Bindings(window, reads, relatives);
        }
    }
}
