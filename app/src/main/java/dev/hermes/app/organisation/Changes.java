package dev.hermes.app.organisation;

import dev.hermes.app.organisation.Change.Kind;
import dev.hermes.model.AssignmentKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of people between two days: each person is in it once for each assignment that tells of it. Immutable.
 *
 * @param left
 *            as they were on the earlier day, by name: who left, and what was given up in the place of nothing
 * @param changed
 *            of those who are there, by assignment
 * @param counts
 *            how many people each kind has
 */
record Changes(List<Row> left, Map<AssignmentKey, Change> changed, Map<Kind, Integer> counts) {

    Changes {
        left = List.copyOf(left);
        changed = Map.copyOf(changed);
        counts = Map.copyOf(counts);
    }

    /** Not for the screen's thread. */
    static Changes between(Structure earlier, Structure now) {
        List<Row> left = new ArrayList<>();
        Map<AssignmentKey, Change> changed = new HashMap<>();
        Map<Kind, Set<String>> people = new EnumMap<>(Kind.class);
        for (Holder holder : now.holders()) {
            Change change = change(holder, earlier);
            if (change != null) {
                changed.put(holder.key(), change);
                people.computeIfAbsent(change.kind(), _ -> new HashSet<>()).add(holder.key().person());
            }
        }
        Set<String> moved = people.getOrDefault(Kind.MOVED, Set.of());
        for (Holder holder : earlier.holders()) {
            String person = holder.key().person();
            if (now.holder(holder.key()).isEmpty() && !moved.contains(person)) {
                Kind kind = now.held(person).isEmpty() ? Kind.LEFT : Kind.MOVED;
                left.add(new Row(holder, new Change(kind, place(holder))));
                people.computeIfAbsent(kind, _ -> new HashSet<>()).add(person);
            }
        }
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        people.forEach((kind, those) -> counts.put(kind, those.size()));
        return new Changes(left, changed, counts);
    }

    private static @Nullable Change change(Holder holder, Structure earlier) {
        List<Holder> held = earlier.held(holder.key().person());
        if (held.isEmpty()) {
            return new Change(Kind.JOINED, "");
        }
        Holder same = earlier.holder(holder.key()).orElse(null);
        if (same == null) {
            return new Change(Kind.MOVED, held.stream().map(Changes::place).collect(Collectors.joining(", ")));
        }
        return Objects.equals(same.superior(), holder.superior())
                ? null
                : new Change(Kind.REASSIGNED, same.above());
    }

    private static String place(Holder holder) {
        return holder.key().position() + " · " + holder.unit();
    }

    int count(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }
}
