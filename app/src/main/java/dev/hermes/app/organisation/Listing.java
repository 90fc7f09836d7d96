package dev.hermes.app.organisation;

import dev.hermes.model.AssignmentKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is shown, in which order. Immutable, and equal to no other: comparing fifty thousand rows takes long. */
final class Listing {

    static final Listing NOBODY = new Listing(List.of(), Map.of());

    private final List<Row> rows;
    private final Map<AssignmentKey, Integer> places;

    private Listing(List<Row> rows, Map<AssignmentKey, Integer> places) {
        this.rows = rows;
        this.places = places;
    }

    List<Row> rows() {
        return rows;
    }

    /** By what rows are ordered. */
    record Order(Field field, boolean descending) {}

    /**
     * What is to be shown.
     *
     * @param changes
     *            what became of people; null where no other day is compared with
     * @param part
     *            null for everybody
     * @param search
     *            where it is not blank, whoever it finds is shown, wherever they are
     * @param kind
     *            only those of whom this became; null for all
     * @param orders
     *            the first counts most; empty for the order by name
     */
    record Query(Structure structure, @Nullable Changes changes, @Nullable Part part, String search,
            Change.@Nullable Kind kind, List<Order> orders) {

        Query {
            orders = List.copyOf(orders);
        }

        /** Not for the screen's thread. */
        Listing list() {
            List<Row> rows = new ArrayList<>(
                    rows().filter(row -> kind == null || row.change() != null && row.change().kind() == kind).toList());
            orders.stream().map(order -> {
                Comparator<Row> by = order.field().order(structure);
                return order.descending() ? by.reversed() : by;
            }).reduce(Comparator::thenComparing).ifPresent(rows::sort);
            Map<AssignmentKey, Integer> places = HashMap.newHashMap(rows.size());
            for (int place = 0; place < rows.size(); place++) {
                places.put(rows.get(place).holder().key(), place);
            }
            return new Listing(Collections.unmodifiableList(rows), places);
        }

        private Stream<Row> rows() {
            if (part instanceof Part.Below below && search.isBlank()) {
                return structure.below(below.superior(), below.all()).stream().map(this::row);
            }
            Stream<Row> there = structure.holders().stream().map(this::row);
            Stream<Row> all = changes == null || kind == null ? there : Stream.concat(there, changes.left().stream());
            if (!search.isBlank()) {
                String lowered = search.strip().toLowerCase(Locale.ROOT);
                return all.filter(row -> row.holder().matches(lowered));
            }
            if (!(part instanceof Part.Unit unit)) {
                return all;
            }
            String position = unit.position();
            Set<String> codes = position == null
                    ? structure.codes(unit.organisation())
                    : Set.of(unit.organisation());
            return all.filter(row -> codes.contains(row.holder().key().organisation())
                    && (position == null || row.holder().key().position().equals(position)));
        }

        private Row row(Holder holder) {
            return new Row(holder, changes == null ? null : changes.changed().get(holder.key()));
        }
    }

    /** Where an assignment stands; -1 where it is not shown. */
    int place(@Nullable AssignmentKey key) {
        return key == null ? -1 : Objects.requireNonNullElse(places.get(key), -1);
    }
}
