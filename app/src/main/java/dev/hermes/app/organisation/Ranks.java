package dev.hermes.app.organisation;

import dev.hermes.model.AssignmentKey;
import dev.hermes.model.Scope;
import dev.hermes.roster.Roster;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Who is above whom on a day, and how many are right below and in all. */
record Ranks(Map<AssignmentKey, AssignmentKey> superiors, Map<AssignmentKey, Integer> direct,
        Map<AssignmentKey, Integer> all) {

    static final Ranks UNKNOWN = new Ranks(Map.of(), Map.of(), Map.of());

    static Ranks of(Roster roster, LocalDate day) {
        Ranks ranks = new Ranks(new HashMap<>(), new HashMap<>(), new HashMap<>());
        for (int row = 0; row < roster.assignmentCount(); row++) {
            int stretch = roster.stretchAt(row, Math.toIntExact(day.toEpochDay()));
            if (stretch >= 0) {
                ranks.add(roster, row, stretch);
            }
        }
        return ranks;
    }

    private void add(Roster roster, int row, int stretch) {
        for (int above : roster.above(stretch, Scope.DIRECT_SUBORDINATES)) {
            if (!roster.isPersonRow(above)) {
                superiors.put(roster.key(row), roster.key(above));
                direct.merge(roster.key(above), 1, Integer::sum);
            }
        }
        for (int above : roster.above(stretch, Scope.SUBORDINATES)) {
            if (!roster.isPersonRow(above)) {
                all.merge(roster.key(above), 1, Integer::sum);
            }
        }
    }
}
