package dev.hermes.app.organisation;

import dev.hermes.model.OrganisationRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts the organisations of a day under their parents. */
final class Branches {

    private final Map<String, List<OrganisationRow>> below = new HashMap<>();
    private final Map<String, List<Holder>> held;

    private Branches(Map<String, List<Holder>> held) {
        this.held = held;
    }

    /** The organisations at the top, by name. */
    static List<OrganisationNode> on(LocalDate day, List<OrganisationRow> organisations, List<Holder> holders) {
        Branches branches = new Branches(
                holders.stream().collect(Collectors.groupingBy(holder -> holder.key().organisation())));
        Map<String, OrganisationRow> rows = new TreeMap<>();
        organisations.stream().filter(row -> !day.isBefore(row.from()) && day.isBefore(row.to()))
                .forEach(row -> rows.put(row.code(), row));
        // Somebody may be in an organisation that nobody has brought in.
        branches.held.forEach((code, there) -> rows.putIfAbsent(code,
                new OrganisationRow(code, there.getFirst().unit(), "", null, day, day)));
        rows.values().forEach(row -> {
            String parent = row.parent() != null && rows.containsKey(row.parent()) ? row.parent() : "";
            branches.below.computeIfAbsent(parent, _ -> new ArrayList<>()).add(row);
        });
        return branches.nodes("");
    }

    private List<OrganisationNode> nodes(String parent) {
        // What was visited is taken out, so that nothing lies below itself.
        List<OrganisationRow> rows = below.containsKey(parent) ? below.remove(parent) : List.of();
        return rows.stream().map(this::node).sorted(Comparator
                .comparing(OrganisationNode::name, String.CASE_INSENSITIVE_ORDER).thenComparing(OrganisationNode::code))
                .toList();
    }

    private OrganisationNode node(OrganisationRow row) {
        List<OrganisationNode> inner = nodes(row.code());
        List<Holder> own = held.getOrDefault(row.code(), List.of());
        Map<String, Integer> positions = new TreeMap<>();
        own.forEach(holder -> positions.merge(holder.key().position(), 1, Integer::sum));
        return new OrganisationNode(row.code(), row.name(), row.level(), inner,
                positions.entrySet().stream().map(one -> new OrganisationNode.Held(one.getKey(), one.getValue()))
                        .toList(),
                own.size(), own.size() + inner.stream().mapToInt(OrganisationNode::all).sum());
    }
}
