package dev.hermes.app.organisation;

import dev.hermes.app.frame.Problem;
import dev.hermes.model.AssignmentKey;
import dev.hermes.model.AssignmentRow;
import dev.hermes.model.DatedValue;
import dev.hermes.model.DatedValueRow;
import dev.hermes.model.FindingsException;
import dev.hermes.model.LeaderRow;
import dev.hermes.model.OrganisationRow;
import dev.hermes.roster.Roster;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The organisation as it was on a day. Immutable. */
final class Structure {

    private static final Comparator<Holder> BY_NAME = Comparator
            .comparing(Holder::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Holder::key);

    private static final String ASSIGNMENT = "[^_]+_[^_]+_[^_]+";

    private final LocalDate day;
    private final People people;
    private final @Nullable Problem problem;
    private final List<Holder> holders;
    private final Map<AssignmentKey, Holder> byKey;
    private final Map<AssignmentKey, List<Holder>> below;
    private final Map<String, List<Holder>> byPerson;
    private final List<OrganisationNode> nodes;
    private final Map<String, OrganisationNode> byCode = new HashMap<>();
    private final Map<String, OrganisationNode> parents = new HashMap<>();

    private Structure(LocalDate day, People people, Ranks ranks, @Nullable Problem problem) {
        this.day = day;
        this.people = people;
        this.problem = problem;
        holders = holders(ranks);
        byKey = holders.stream().collect(Collectors.toMap(Holder::key, Function.identity()));
        byPerson = holders.stream().collect(Collectors.groupingBy(holder -> holder.key().person()));
        below = new HashMap<>();
        for (Holder holder : holders) {
            AssignmentKey above = holder.superior();
            if (above != null) {
                below.computeIfAbsent(above, _ -> new ArrayList<>()).add(holder);
            }
        }
        nodes = Branches.on(day, people.inputs().organisations(), holders);
        nodes.forEach(this::index);
    }

    /** Not for the screen's thread. */
    static Structure on(LocalDate day, People people) {
        try {
            Roster roster = Roster.of(people.inputs(), day, day.plusDays(1));
            return new Structure(day, people, Ranks.of(roster, day), null);
        } catch (FindingsException unclear) {
            return new Structure(day, people, Ranks.UNKNOWN, Problem.of(unclear));
        }
    }

    private List<Holder> holders(Ranks ranks) {
        Map<String, String> units = new HashMap<>();
        Set<AssignmentKey> seen = new HashSet<>();
        return people.inputs().assignments().stream().filter(row -> holds(row.from(), row.to()))
                .filter(row -> seen.add(row.key())).map(row -> {
                    AssignmentKey key = row.key();
                    String name = people.name(key.person());
                    AssignmentKey superior = ranks.superiors().get(key);
                    return new Holder(key, name, units.computeIfAbsent(key.organisation(), this::called), row.from(),
                            row.to(), superior, superior == null ? "" : people.name(superior.person()),
                            ranks.direct().getOrDefault(key, 0), ranks.all().getOrDefault(key, 0),
                            Holder.sought(key, name));
                }).sorted(BY_NAME).toList();
    }

    private void index(OrganisationNode node) {
        byCode.put(node.code(), node);
        node.below().forEach(inner -> {
            parents.put(inner.code(), node);
            index(inner);
        });
    }

    private boolean holds(LocalDate from, LocalDate to) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    LocalDate day() {
        return day;
    }

    People people() {
        return people;
    }

    /** Why nobody knows who is above whom; null where that is known. */
    @Nullable
    Problem problem() {
        return problem;
    }

    /** The assignments that are held, by name and key. */
    List<Holder> holders() {
        return holders;
    }

    /** The organisations at the top, by name. */
    List<OrganisationNode> nodes() {
        return nodes;
    }

    /** An organisation that is there on the day. */
    Optional<OrganisationNode> node(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The organisations from the top down to one, which is the last; empty where it is not there. */
    List<OrganisationNode> path(String code) {
        ArrayDeque<OrganisationNode> path = new ArrayDeque<>();
        for (OrganisationNode node = byCode.get(code); node != null; node = parents.get(node.code())) {
            path.addFirst(node);
        }
        return List.copyOf(path);
    }

    Optional<Holder> holder(AssignmentKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** What a person holds on the day. */
    List<Holder> held(String person) {
        return byPerson.getOrDefault(person, List.of());
    }

    /** Who is above an assignment, from the top down to whoever is right above. */
    List<Holder> superiors(AssignmentKey key) {
        ArrayDeque<Holder> superiors = new ArrayDeque<>();
        Set<AssignmentKey> seen = new HashSet<>(Set.of(key));
        Holder holder = byKey.get(key);
        AssignmentKey above = holder == null ? null : holder.superior();
        while (above != null && seen.add(above)) {
            Holder next = byKey.get(above);
            if (next != null) {
                superiors.addFirst(next);
            }
            above = next == null ? null : next.superior();
        }
        return List.copyOf(superiors);
    }

    /** Who is right below an assignment, or below it in any way, by name. */
    List<Holder> below(AssignmentKey key, boolean all) {
        List<Holder> direct = below.getOrDefault(key, List.of());
        if (!all) {
            return List.copyOf(direct);
        }
        SequencedSet<Holder> found = new LinkedHashSet<>();
        ArrayDeque<Holder> left = new ArrayDeque<>(direct);
        while (!left.isEmpty()) {
            Holder next = left.remove();
            if (found.add(next)) {
                left.addAll(below.getOrDefault(next.key(), List.of()));
            }
        }
        return found.stream().sorted(BY_NAME).toList();
    }

    /** The codes of an organisation and of all that lie below it. */
    Set<String> codes(String organisation) {
        OrganisationNode node = byCode.get(organisation);
        return node == null ? Set.of() : all(node).map(OrganisationNode::code).collect(Collectors.toSet());
    }

    private static Stream<OrganisationNode> all(OrganisationNode node) {
        return Stream.concat(Stream.of(node), node.below().stream().flatMap(Structure::all));
    }

    /** The name of an organisation: as on the day, or else as it was last called. */
    String organisation(String code) {
        OrganisationNode node = byCode.get(code);
        return node == null ? called(code) : node.name();
    }

    private String called(String code) {
        List<OrganisationRow> rows = people.organisations(code);
        return rows.stream().filter(row -> holds(row.from(), row.to())).findFirst()
                .or(() -> rows.stream().findFirst()).map(OrganisationRow::name).orElse(code);
    }

    /** Who leads an organisation on the day: an assignment as text, or a person; null where nobody does. */
    @Nullable
    LeaderRow leader(String organisation) {
        return people.leaders(organisation).stream().filter(row -> holds(row.from(), row.to())).findFirst()
                .orElse(null);
    }

    /** Through which assignment somebody heads an organisation on the day. */
    Optional<Holder> head(LeaderRow leader) {
        if (leader.head().matches(ASSIGNMENT)) {
            return holder(AssignmentKey.parse(leader.head()));
        }
        List<Holder> held = held(leader.head());
        return held.stream()
                .filter(holder -> holder.key().organisation().equals(leader.organisation())).findFirst()
                .or(() -> held.stream().findFirst());
    }

    /** A value that holds on the day. */
    record Attribute(DatedValue declared, String value, LocalDate from, LocalDate to) {}

    /** The values that hold for an assignment on the day: its own, its person's, its organisation's. */
    List<Attribute> attributes(AssignmentKey key) {
        return people.declared().stream().flatMap(declared -> attribute(declared, subject(declared, key)).stream())
                .toList();
    }

    /** The values that hold for an organisation on the day. */
    List<Attribute> attributes(String organisation) {
        return people.declared().stream().filter(declared -> declared.of() == DatedValue.Subject.ORGANISATION)
                .flatMap(declared -> attribute(declared, organisation).stream()).toList();
    }

    /** The value of an attribute for an assignment on the day; empty where none holds. */
    String value(DatedValue declared, AssignmentKey key) {
        return attribute(declared, subject(declared, key)).map(Attribute::value).orElse("");
    }

    private Optional<Attribute> attribute(DatedValue declared, String subject) {
        for (DatedValueRow row : people.values(declared.code(), subject)) {
            if (holds(row.from(), row.to())) {
                return Optional.of(new Attribute(declared, row.value(), row.from(), row.to()));
            }
        }
        return Optional.empty();
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
        return people.assignments(person);
    }
}
