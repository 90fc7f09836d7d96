package dev.hermes.kernel.internal.indicators;

import dev.hermes.facts.FactPass.Placement;
import dev.hermes.roster.Roster;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts credited to organisations: one index for each organisation in which somebody holds an assignment. Immutable. */
public final class OrganisationTargets implements Targets {

    private final Map<String, Integer> indexes = new HashMap<>();
    private final Roster roster;

    public OrganisationTargets(Roster roster) {
        this.roster = roster;
        for (int row = 0; row < roster.assignmentCount(); row++) {
            indexes.putIfAbsent(roster.key(row).organisation(), indexes.size());
        }
    }

    /** For each person the figures, after the roster's stretches, of the organisations of assignments held in a time. */
    int[][] ofPersons(int from, int to) {
        int[][] found = new int[roster.rowCount() - roster.assignmentCount()][];
        for (int i = 0; i < found.length; i++) {
            found[i] = Arrays.stream(roster.assignmentsHeld(roster.assignmentCount() + i, from, to))
                    .map(assignment -> of(roster.key(assignment).organisation(), NOWHERE)).distinct()
                    .map(index -> roster.stretchCount() + index).toArray();
        }
        return found;
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
