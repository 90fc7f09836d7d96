package dev.hermes.app.data;

import dev.hermes.document.Library;
import dev.hermes.model.AssignmentRow;
import dev.hermes.model.CalcInputs;
import dev.hermes.model.Dataset;
import dev.hermes.model.DatedValue;
import dev.hermes.model.DatedValue.Subject;
import dev.hermes.model.DatedValueRow;
import dev.hermes.model.Mapping;
import dev.hermes.model.Mapping.Target;
import dev.hermes.model.OrganisationRow;
import dev.hermes.plan.LibraryCompiler;
import dev.hermes.workspace.Bringers;
import dev.hermes.workspace.Needed;
import dev.hermes.workspace.Workspace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All attributes of a workspace, with the values that hold on a day. Immutable.
 *
 * @param groups
 *            of people, assignments and organisations where they have some, then of each dataset
 */
record Attributes(LocalDate day, List<Group> groups) {

    Attributes {
        groups = List.copyOf(groups);
    }

    /**
     * Attributes of the same.
     *
     * @param whose
     *            null where they are a dataset's
     * @param dataset
     *            whose columns they are; null where they are no dataset's
     * @param of
     *            how many people, assignments or organisations there are on the day
     */
    record Group(@Nullable Subject whose, @Nullable Dataset dataset, long of, List<Attribute> attributes) {

        Group {
            attributes = List.copyOf(attributes);
        }
    }

    /** Reads and compiles; not for the screen's thread. */
    static Attributes on(LocalDate day, Workspace workspace) {
        Library library = workspace.documents().library();
        CalcInputs inputs = workspace.inputs(new Needed(null, Set.of(), Set.of()), CalcInputs.Balances.NONE);
        Bringers bringers = workspace.lineage().bringers();
        return new Reading(day, library, inputs, bringers, AttributeUses.of(LibraryCompiler.compile(library))).read();
    }

    Optional<Attribute> find(Attribute.Id id) {
        return groups.stream().flatMap(group -> group.attributes().stream())
                .filter(attribute -> attribute.id().equals(id)).findFirst();
    }

    /** The same groups with the attributes that a text finds only. */
    List<Group> found(String text) {
        String lowered = text.strip().toLowerCase(Locale.ROOT);
        if (lowered.isEmpty()) {
            return groups;
        }
        return groups.stream()
                .map(group -> new Group(group.whose(), group.dataset(), group.of(),
                        group.attributes().stream().filter(attribute -> attribute.matches(lowered)).toList()))
                .filter(group -> !group.attributes().isEmpty()).toList();
    }

    /** What they are made of. */
    private record Reading(LocalDate day, Library library, CalcInputs inputs, Bringers bringers,
            Map<Attribute.Id, SortedSet<AttributeUse>> uses) {

        Attributes read() {
            Map<Subject, Set<String>> there = there();
            Map<String, List<String>> values = values(there);
            List<Group> groups = new ArrayList<>();
            for (Subject whose : Subject.values()) {
                long of = there.getOrDefault(whose, Set.of()).size();
                List<Attribute> own = library.datedValues().stream().filter(declared -> declared.of() == whose)
                        .map(declared -> dated(declared, values.getOrDefault(declared.code(), List.of()), of))
                        .sorted(Comparator.comparing(Attribute::name, String.CASE_INSENSITIVE_ORDER)).toList();
                if (!own.isEmpty()) {
                    groups.add(new Group(whose, null, of, own));
                }
            }
            library.datasets().stream().sorted(Comparator.comparing(Dataset::name, String.CASE_INSENSITIVE_ORDER))
                    .forEach(dataset -> groups.add(new Group(null, dataset, 0, dataset.columns().stream()
                            .map(column -> fact(dataset, column)).toList())));
            return new Attributes(day, groups);
        }

        private boolean holds(LocalDate from, LocalDate to) {
            return !day.isBefore(from) && day.isBefore(to);
        }

        /** Who and what is there on the day: people are, who hold an assignment. */
        private Map<Subject, Set<String>> there() {
            Map<Subject, Set<String>> there = new EnumMap<>(Subject.class);
            List<AssignmentRow> held = inputs.assignments().stream().filter(row -> holds(row.from(), row.to()))
                    .toList();
            there.put(Subject.PERSON, held.stream().map(row -> row.key().person()).collect(Collectors.toSet()));
            there.put(Subject.ASSIGNMENT, held.stream().map(row -> row.key().toString()).collect(Collectors.toSet()));
            there.put(Subject.ORGANISATION, inputs.organisations().stream()
                    .filter(row -> holds(row.from(), row.to())).map(OrganisationRow::code)
                    .collect(Collectors.toSet()));
            return there;
        }

        /** The values of those who are there, by code; one of each. */
        private Map<String, List<String>> values(Map<Subject, Set<String>> there) {
            Map<String, Subject> whose = new HashMap<>();
            library.datedValues().forEach(declared -> whose.put(declared.code(), declared.of()));
            Map<String, Map<String, String>> values = new HashMap<>();
            for (DatedValueRow row : inputs.datedValues()) {
                Subject subject = whose.get(row.code());
                if (subject != null && holds(row.from(), row.to())
                        && there.getOrDefault(subject, Set.of()).contains(row.subject())) {
                    values.computeIfAbsent(row.code(), _ -> new HashMap<>()).put(row.subject(), row.value());
                }
            }
            return values.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, one -> List.copyOf(one.getValue().values())));
        }

        private Attribute dated(DatedValue declared, List<String> values, long of) {
            Attribute.Id id = new Attribute.Id("", declared.code());
            return new Attribute(id, declared.name(), declared.type(), declared.of(), null,
                    AttributeValues.of(declared.type().value(), values, of),
                    sources(Target.DATED_VALUES, declared.code(), bringers.datedValues(), _ -> true), uses(id));
        }

        private Attribute fact(Dataset dataset, Dataset.Column column) {
            Attribute.Id id = new Attribute.Id(dataset.code(), column.name());
            return new Attribute(id, column.name(), column.type(), null, column, null,
                    sources(Target.FACTS, dataset.code(), bringers.facts(),
                            mapping -> mapping.fields().containsKey(column.name())),
                    uses(id));
        }

        private List<AttributeUse> uses(Attribute.Id id) {
            return List.copyOf(uses.getOrDefault(id, new TreeSet<>()));
        }

        /** The mappings that are documents and say so, and those that are kept elsewhere and did so. */
        private List<String> sources(Target into, String of, Map<String, SortedSet<String>> brought,
                Predicate<Mapping> reads) {
            Stream<String> written = library.mappings().stream()
                    .filter(mapping -> mapping.into() == into && of.equals(mapping.of()) && reads.test(mapping))
                    .map(Mapping::code);
            Stream<String> elsewhere = brought.getOrDefault(of, new TreeSet<>()).stream()
                    .filter(code -> library.mapping(code).filter(reads.negate()).isEmpty());
            return Stream.concat(written, elsewhere).distinct().sorted().toList();
        }
    }
}
