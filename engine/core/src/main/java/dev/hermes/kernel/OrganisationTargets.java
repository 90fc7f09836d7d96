package dev.hermes.kernel;

import dev.hermes.facts.FactPass.Placement;
import dev.hermes.roster.Roster;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts credited to organisations: one index for each organisation in which somebody holds an assignment. Immutable. */
final class OrganisationTargets implements Targets {

    private final Map<String, Integer> indexes = new HashMap<>();

    OrganisationTargets(Roster roster) {
        for (int row = 0; row < roster.assignmentCount(); row++) {
            indexes.putIfAbsent(roster.key(row).organisation(), indexes.size());
        }
    }

    @Override
    public List<Placement> placements() {
        return List.of();
    }

    @Override
    public int of(@Nullable String subject, int target) {
        return subject == null ? NOWHERE : indexes.getOrDefault(subject, NOWHERE);
    }

    @Override
    public boolean isAmbiguous(int index) {
        return false;
    }

    @Override
    public int size() {
        return indexes.size();
    }
}
