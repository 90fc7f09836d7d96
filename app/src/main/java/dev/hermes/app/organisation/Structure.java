package dev.hermes.app.organisation;

import dev.hermes.app.frame.Problem;
import dev.hermes.model.AssignmentKey;
import dev.hermes.model.AssignmentRow;
import dev.hermes.model.CalcInputs;
import dev.hermes.model.DatedValue;
import dev.hermes.model.DatedValueRow;
import dev.hermes.model.FindingsException;
import dev.hermes.model.OrganisationRow;
import dev.hermes.model.PersonRow;
import dev.hermes.model.Scope;
import dev.hermes.roster.Roster;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The organisation as it was on a day. Immutable.
 *
 * @param nodes
 *            the organisations at the top, by name
 * @param holders
 *            the assignments that are held, by name and key
 * @param problem
 *            why nobody knows who is above whom; null where that is known
 */
record Structure(LocalDate day, People people, List<OrganisationNode> nodes, List<Holder> holders,
        @Nullable Problem problem) {

    private static final Comparator<Holder> BY_NAME = Comparator
            .comparing(Holder::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Holder::key);

    Structure {
        nodes = List.copyOf(nodes);
        holders = List.copyOf(holders);
    }

    /** A value that holds on the day. */
    record Attribute(DatedValue declared, String value, LocalDate from, LocalDate to) {}

    /** Not for the screen's thread. */
    static Structure on(LocalDate day, People people) {
        try {
            Roster roster = Roster.of(people.inputs(), day, day.plusDays(1));
            return of(day, people, roster, null);
        } catch (FindingsException unclear) {
            return of(day, people, null, Problem.of(unclear));
        }
    }

    private static Structure of(LocalDate day, People people, @Nullable Roster roster, @Nullable Problem problem) {
        List<Holder> holders = holders(day, people.inputs(), roster);
        Map<String, List<Holder>> byOrganisation = new HashMap<>();
        holders.forEach(holder -> byOrganisation.computeIfAbsent(holder.key().organisation(), _ -> new ArrayList<>())
                .add(holder));
        return new Structure(day, people, nodes(day, people.inputs(), byOrganisation), holders, problem);
    }

    private static boolean holds(LocalDate from, LocalDate to, LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    private static List<Holder> holders(LocalDate day, CalcInputs inputs, @Nullable Roster roster) {
        Map<String, String> names = new HashMap<>();
        inputs.persons().forEach((PersonRow person) -> names.put(person.person(), person.name()));
        Ranks ranks = roster == null ? new Ranks(Map.of(), Map.of(), Map.of()) : Ranks.of(roster, day);
        Set<AssignmentKey> seen = new HashSet<>();
        return inputs.assignments().stream().filter(row -> holds(row.from(), row.to(), day))
                .filter(row -> seen.add(row.key()))
                .map(row -> new Holder(row.key(), names.getOrDefault(row.key().person(), row.key().person()),
                        row.from(), row.to(), ranks.superiors().get(row.key()),
                        ranks.direct().getOrDefault(row.key(), 0), ranks.all().getOrDefault(row.key(), 0)))
                .sorted(BY_NAME).toList();
    }

    /** Who is above whom, and how many are below. */
    private record Ranks(Map<AssignmentKey, AssignmentKey> superiors, Map<AssignmentKey, Integer> direct,
            Map<AssignmentKey, Integer> all) {

        static Ranks of(Roster roster, LocalDate day) {
            Ranks ranks = new Ranks(new HashMap<>(), new HashMap<>(), new HashMap<>());
            for (int row = 0; row < roster.assignmentCount(); row++) {
                int stretch = roster.stretchAt(row, Math.toIntExact(day.toEpochDay()));
                if (stretch >= 0) {
                    for (int above : roster.above(stretch, Scope.DIRECT_SUBORDINATES)) {
                        if (!roster.isPersonRow(above)) {
                            ranks.superiors().put(roster.key(row), roster.key(above));
                            ranks.direct().merge(roster.key(above), 1, Integer::sum);
                        }
                    }
                    for (int above : roster.above(stretch, Scope.SUBORDINATES)) {
                        if (!roster.isPersonRow(above)) {
                            ranks.all().merge(roster.key(above), 1, Integer::sum);
                        }
                    }
                }
            }
            return ranks;
        }
    }

    private static List<OrganisationNode> nodes(LocalDate day, CalcInputs inputs, Map<String, List<Holder>> held) {
        Map<String, OrganisationRow> rows = new TreeMap<>();
        inputs.organisations().stream().filter(row -> holds(row.from(), row.to(), day))
                .forEach(row -> rows.put(row.code(), row));
        // Somebody may be in an organisation that nobody has brought in.
        held.keySet().forEach(code -> rows.putIfAbsent(code, new OrganisationRow(code, code, "", null, day, day)));
        Map<String, List<OrganisationRow>> below = new HashMap<>();
        rows.values().forEach(row -> {
            String parent = row.parent() != null && rows.containsKey(row.parent()) ? row.parent() : "";
            below.computeIfAbsent(parent, _ -> new ArrayList<>()).add(row);
        });
        return nodes("", below, held);
    }

    private static List<OrganisationNode> nodes(String parent, Map<String, List<OrganisationRow>> below,
            Map<String, List<Holder>> held) {
        // What was visited is taken out, so that nothing lies below itself.
        List<OrganisationRow> rows = below.containsKey(parent) ? below.remove(parent) : List.of();
        return rows.stream().map(row -> {
            List<OrganisationNode> inner = nodes(row.code(), below, held);
            List<Holder> own = held.getOrDefault(row.code(), List.of());
            Map<String, Integer> positions = new TreeMap<>();
            own.forEach(holder -> positions.merge(holder.key().position(), 1, Integer::sum));
            return new OrganisationNode(row.code(), row.name(), row.level(), inner,
                    positions.entrySet().stream().map(one -> new OrganisationNode.Held(one.getKey(), one.getValue()))
                            .toList(),
                    own.size(), own.size() + inner.stream().mapToInt(OrganisationNode::all).sum());
        }).sorted(Comparator.comparing(OrganisationNode::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(OrganisationNode::code)).toList();
    }

    /** An organisation that is there on the day. */
    Optional<OrganisationNode> node(String code) {
        return all(nodes).filter(node -> node.code().equals(code)).findFirst();
    }

    private static Stream<OrganisationNode> all(List<OrganisationNode> nodes) {
        return nodes.stream().flatMap(node -> Stream.concat(Stream.of(node), all(node.below())));
    }

    Optional<Holder> holder(AssignmentKey key) {
        return holders.stream().filter(holder -> holder.key().equals(key)).findFirst();
    }

    /** Who is in an organisation, or below it. */
    List<Holder> within(OrganisationNode node) {
        Set<String> codes = new HashSet<>();
        all(List.of(node)).forEach(one -> codes.add(one.code()));
        return holders.stream().filter(holder -> codes.contains(holder.key().organisation())).toList();
    }

    /** Whose name or key has a text in it. */
    List<Holder> found(String text) {
        String lowered = text.strip().toLowerCase(Locale.ROOT);
        return holders.stream().filter(holder -> holder.matches(lowered)).toList();
    }

    /** The values that hold for an assignment on the day: its own, its person's, its organisation's. */
    List<Attribute> attributes(AssignmentKey key) {
        Map<String, DatedValue> declared = new HashMap<>();
        people.library().datedValues().forEach(value -> declared.put(value.code(), value));
        List<Attribute> found = new ArrayList<>();
        for (DatedValueRow row : people.inputs().datedValues()) {
            DatedValue value = declared.get(row.code());
            if (value != null && holds(row.from(), row.to(), day) && row.subject().equals(subject(value, key))) {
                found.add(new Attribute(value, row.value(), row.from(), row.to()));
            }
        }
        found.sort(Comparator.comparing((Attribute one) -> one.declared().of())
                .thenComparing(one -> one.declared().name()));
        return found;
    }

    private static String subject(DatedValue value, AssignmentKey key) {
        return switch (value.of()) {
            case PERSON -> key.person();
            case ASSIGNMENT -> key.toString();
            case ORGANISATION -> key.organisation();
        };
    }

    /** All assignments that a person ever held, the latest first. */
    List<AssignmentRow> history(String person) {
        return people.inputs().assignments().stream().filter(row -> row.key().person().equals(person))
                .sorted(Comparator.comparing(AssignmentRow::from).reversed().thenComparing(AssignmentRow::key))
                .toList();
    }

    /** The name of an organisation: as on the day, or else as it was last called. */
    String organisation(String code) {
        return node(code).map(OrganisationNode::name).orElseGet(() -> people.inputs().organisations().stream()
                .filter(row -> row.code().equals(code)).max(Comparator.comparing(OrganisationRow::from))
                .map(OrganisationRow::name).orElse(code));
    }
}
