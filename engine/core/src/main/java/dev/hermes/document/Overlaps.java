package dev.hermes.document;

import dev.hermes.decimal.Decimal;
import dev.hermes.document.Value.Placed;
import dev.hermes.model.Message;
import dev.hermes.model.RateTable.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Refuses rows of a rate table that would hold for one quantity, with the same keys, on one day.
 *
 * <p>Within equal keys the rows are taken in the order in which they begin to hold. Those that hold on the day lie side
 * by side, ordered by their lower bounds, so that a new one need only be compared with its two neighbours.
 */
final class Overlaps {

    private static final Comparator<Decimal> BY_BOUND = Comparator.naturalOrder();

    /** The rows that hold on the day that has been reached; a lower bound of null comes first. */
    private final TreeMap<Lower, Placed<Row>> holding = new TreeMap<>();
    private final PriorityQueue<Placed<Row>> ending = new PriorityQueue<>(Comparator.comparing(row -> end(row.read())));

    private Overlaps() {}

    /** A lower bound; null is below every number. */
    private record Lower(@Nullable Decimal bound) implements Comparable<Lower> {

        @Override
        public int compareTo(Lower other) {
            if (bound == null || other.bound == null) {
                return Boolean.compare(bound != null, other.bound != null);
            }
            return BY_BOUND.compare(bound, other.bound);
        }
    }

    /** Reports each row that overlaps another; of the two the one that stands later. */
    static void refuse(List<Placed<Row>> rows) {
        Map<List<String>, List<Placed<Row>>> byKeys = new LinkedHashMap<>();
        rows.forEach(row -> byKeys.computeIfAbsent(row.read().keys(), keys -> new ArrayList<>()).add(row));
        for (List<Placed<Row>> same : byKeys.values()) {
            same.sort(Comparator.comparing(row -> start(row.read())));
            Overlaps overlaps = new Overlaps();
            same.forEach(overlaps::add);
        }
    }

    private void add(Placed<Row> row) {
        while (!ending.isEmpty() && !end(ending.peek().read()).isAfter(start(row.read()))) {
            holding.remove(new Lower(ending.remove().read().lower()));
        }
        Lower lower = new Lower(row.read().lower());
        Map.Entry<Lower, Placed<Row>> left = holding.floorEntry(lower);
        Map.Entry<Lower, Placed<Row>> right = holding.higherEntry(lower);
        if (left != null && reachesInto(left.getValue().read(), lower)) {
            report(left.getValue(), row);
        } else if (right != null && reachesInto(row.read(), right.getKey())) {
            report(right.getValue(), row);
        } else {
            holding.put(lower, row);
            ending.add(row);
        }
    }

    /** Whether a row that does not begin later goes on behind where another begins. */
    private static boolean reachesInto(Row row, Lower lower) {
        Decimal upper = row.upper();
        return upper == null || lower.bound() == null || upper.compareTo(lower.bound()) > 0;
    }

    private static void report(Placed<Row> one, Placed<Row> other) {
        boolean inOrder = one.value().isBefore(other.value());
        Placed<Row> first = inOrder ? one : other;
        Placed<Row> second = inOrder ? other : one;
        second.value().error(Message.of(
                "The row {0} overlaps the row {1} in line {2}. Maybe let one end where the other begins.",
                said(second.read()), said(first.read()), first.value().line()));
    }

    private static Message said(Row row) {
        Message said = row.keys().isEmpty()
                ? quantities(row)
                : Message.of("{0}, {1}", String.join(", ", row.keys()), quantities(row));
        Message days = days(row);
        return days == null ? said : Message.of("{0}, {1}", said, days);
    }

    private static Message quantities(Row row) {
        Decimal lower = row.lower();
        Decimal upper = row.upper();
        if (lower == null) {
            return upper == null ? Message.of("of every quantity") : Message.of("to {0}", upper);
        }
        return upper == null ? Message.of("from {0}", lower) : Message.of("from {0} to {1}", lower, upper);
    }

    /** When a row holds; null where it always does. */
    private static @Nullable Message days(Row row) {
        LocalDate from = row.from();
        LocalDate to = row.to();
        if (from == null) {
            return to == null ? null : Message.of("valid to {0}", to);
        }
        return to == null ? Message.of("valid from {0}", from) : Message.of("valid from {0} to {1}", from, to);
    }

    private static LocalDate start(Row row) {
        return row.from() == null ? LocalDate.MIN : row.from();
    }

    private static LocalDate end(Row row) {
        return row.to() == null ? LocalDate.MAX : row.to();
    }
}
