package dev.hermes.kernel.internal.explanation;

import dev.hermes.kernel.internal.indicators.CreditCount;
import dev.hermes.kernel.internal.indicators.FactPasses.Figure;
import dev.hermes.kernel.internal.indicators.FactPasses;
import dev.hermes.kernel.internal.indicators.OrganisationTargets;
import dev.hermes.kernel.internal.indicators.Placements;
import dev.hermes.kernel.internal.indicators.StretchAccumulator;
import dev.hermes.kernel.internal.indicators.Surroundings;
import dev.hermes.kernel.internal.indicators.Targets;
import dev.hermes.model.DatedValue;
import dev.hermes.plan.CompiledDataset.CompiledCredit;
import dev.hermes.plan.PlanNode;
import dev.hermes.roster.Days;
import dev.hermes.roster.Roster;
import dev.hermes.trace.SourceRow;
import dev.hermes.trace.TraceNode.Kind;
import dev.hermes.trace.TraceNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The facts behind own figures, by key. They are read once more, and filtered and measured as in the run. */
final class FactTraces {

    private record Fact(int day, String key, String value) {}

    private final Evidence evidence;
    private final Surroundings surroundings;

    FactTraces(Evidence evidence) {
        this.evidence = evidence;
        surroundings = evidence.surroundings();
    }

    /** The facts of some stretches, in the order of days and keys. */
    List<TraceNode> of(PlanNode.OwnFacts node, List<Integer> stretches) {
        Map<Integer, List<TraceNode>> found = byStretch(node, stretches);
        List<TraceNode> all = new ArrayList<>();
        stretches.forEach(stretch -> all.addAll(found.getOrDefault(stretch, List.of())));
        return all;
    }

    /** The facts of each of some stretches. */
    Map<Integer, List<TraceNode>> byStretch(PlanNode.OwnFacts node, List<Integer> stretches) {
        Set<Integer> wanted = new HashSet<>(stretches);
        Map<Integer, List<Fact>> facts = new HashMap<>();
        int from = Days.of(surroundings.plan().from(node.id().window()));
        int to = Days.of(surroundings.plan().to(node.id().window()));
        for (CompiledCredit credit : node.source().dataset().credits()) {
            read(node, credit, from, to, wanted, facts);
        }
        String dataset = node.source().dataset().document().code();
        Map<Integer, List<TraceNode>> nodes = new HashMap<>();
        facts.forEach((stretch, list) -> nodes.put(stretch, list.stream()
                .sorted(Comparator.comparingInt(Fact::day).thenComparing(Fact::key))
                .map(fact -> node(dataset, fact)).toList()));
        return nodes;
    }

    private static TraceNode node(String dataset, Fact fact) {
        return TraceNode.leaf(Kind.FACT, dataset + " " + fact.key(), fact.value(), Days.date(fact.day()).toString())
                .from(new SourceRow.Fact(dataset, fact.key()));
    }

    private void read(PlanNode.OwnFacts node, CompiledCredit credit, int from, int to, Set<Integer> wanted,
            Map<Integer, List<Fact>> facts) {
        Roster roster = surroundings.roster();
        boolean ofOrganisations = credit.subject() == DatedValue.Subject.ORGANISATION;
        Targets targets = ofOrganisations
                ? new OrganisationTargets(roster)
                : Placements.of(roster, credit.subject(), from, to);
        Set<String> subjects = new HashSet<>();
        Map<Integer, Integer> stretchOf = new HashMap<>();
        for (int stretch : wanted) {
            int row = roster.stretchRow(stretch);
            String subject = switch (credit.subject()) {
                case ASSIGNMENT -> roster.text(row);
                case PERSON -> roster.person(row);
                case ORGANISATION -> roster.key(row).organisation();
            };
            subjects.add(subject);
            stretchOf.put(ofOrganisations ? targets.of(subject, Targets.NOWHERE) : stretch, stretch);
        }
        if (subjects.isEmpty() || from >= to) {
            return;
        }
        StretchAccumulator sums = new StretchAccumulator(node.id().code(), node.source().aggregate(), targets.size(),
                (index, day, key, value) -> {
                    Integer stretch = stretchOf.get(index);
                    if (stretch != null) {
                        facts.computeIfAbsent(stretch, _ -> new ArrayList<>()).add(new Fact(day, key, value));
                    }
                });
        new FactPasses(surroundings.plan(), evidence.facts(), surroundings.rates(), credit, targets,
                List.of(new Figure(node, from, to, sums)), new CreditCount()).readRows(subjects);
    }
}
