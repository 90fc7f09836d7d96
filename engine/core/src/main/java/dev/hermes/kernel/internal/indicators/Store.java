package dev.hermes.kernel.internal.indicators;

import dev.hermes.column.NumberColumn;
import dev.hermes.plan.NodeId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The columns that a calculation has computed so far. Thread-safe. */
public final class Store {

    private final Map<NodeId, NumberColumn> numbers = new ConcurrentHashMap<>();
    private final Map<NodeId, StretchColumn> stretches = new ConcurrentHashMap<>();
    private final Map<NodeId, DayColumn> days = new ConcurrentHashMap<>();
    private final Map<NodeId, int[][]> further = new ConcurrentHashMap<>();

    void put(NodeId id, NumberColumn column) {
        numbers.put(id, column);
    }

    void put(NodeId id, StretchColumn column) {
        stretches.put(id, column);
    }

    /** An own series with stretches of persons after the roster's. */
    void put(NodeId id, StretchColumn column, int[][] furtherOfPerson) {
        put(id, column);
        further.put(id, furtherOfPerson);
    }

    void put(NodeId id, DayColumn column) {
        days.put(id, column);
    }

    public NumberColumn number(NodeId id) {
        return present(numbers.get(id), id);
    }

    public StretchColumn stretches(NodeId id) {
        return present(stretches.get(id), id);
    }

    int[][] furtherOfPerson(NodeId id) {
        return further.getOrDefault(id, new int[0][]);
    }

    public DayColumn days(NodeId id) {
        return present(days.get(id), id);
    }

    private static <T> T present(@Nullable T column, NodeId id) {
        if (column == null) {
            throw new IllegalStateException("The column " + id + " was read before it was computed.");
        }
        return column;
    }
}
