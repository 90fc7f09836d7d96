package dev.hermes.app.report;

import dev.hermes.model.OrganisationRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The few organisations by which many are summed: on the highest level of the hierarchy on which there are several.
 * Immutable.
 */
final class Branches {

    private final Map<String, OrganisationRow> organisations = new HashMap<>();
    private final Map<String, String> branchOf = new HashMap<>();

    /**
     * @param rows
     *            all organisations
     * @param day
     *            the day whose hierarchy counts
     * @param used
     *            the organisations that are to be summed
     */
    Branches(Collection<OrganisationRow> rows, LocalDate day, Collection<String> used) {
        for (OrganisationRow row : rows) {
            if (!day.isBefore(row.from()) && day.isBefore(row.to())) {
                organisations.put(row.code(), row);
            }
        }
        Map<String, List<String>> paths = new HashMap<>();
        used.forEach(organisation -> paths.put(organisation, path(organisation)));
        int depth = 0;
        while (paths.values().stream().anyMatch(longerThan(depth + 1)) && distinct(paths.values(), depth) == 1) {
            depth++;
        }
        for (Map.Entry<String, List<String>> path : paths.entrySet()) {
            branchOf.put(path.getKey(), path.getValue().get(Math.min(depth, path.getValue().size() - 1)));
        }
    }

    private static java.util.function.Predicate<List<String>> longerThan(int depth) {
        return path -> path.size() > depth;
    }

    private static long distinct(Collection<List<String>> paths, int depth) {
        return paths.stream().map(path -> path.get(Math.min(depth, path.size() - 1))).distinct().count();
    }

    /** From the top down to the organisation. */
    private List<String> path(String organisation) {
        List<String> path = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String next = organisation;
        while (next != null && seen.add(next)) {
            path.addFirst(next);
            OrganisationRow row = organisations.get(next);
            next = row == null ? null : row.parent();
        }
        return path;
    }

    /** The organisation by which one of those used is summed. */
    String branchOf(String organisation) {
        return branchOf.getOrDefault(organisation, organisation);
    }

    /** The name of an organisation; its code where it has none. */
    String name(String organisation) {
        OrganisationRow row = organisations.get(organisation);
        return row == null || row.name().isEmpty() ? organisation : row.name();
    }
}
