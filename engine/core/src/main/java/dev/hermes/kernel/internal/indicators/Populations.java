package dev.hermes.kernel.internal.indicators;

import dev.hermes.column.BooleanColumn;
import dev.hermes.kernel.internal.evaluation.Evaluator;
import dev.hermes.kernel.internal.evaluation.Positions;
import dev.hermes.model.Failure;
import dev.hermes.model.Population.Selection;
import dev.hermes.model.Window;
import dev.hermes.plan.CompiledFormula;
import dev.hermes.plan.CompiledPopulation;
import dev.hermes.roster.Roster;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Who belongs to a population in the period that a frame is of; found once for all who ask. Thread-safe. */
public final class Populations {

    private record Asked(String population, Window window) {}

    private final Map<Asked, Members> known = new ConcurrentHashMap<>();

    /**
     * Members.
     *
     * @param rows
     *            assignments, ascending
     * @param undecided
     *            those of them of whom it cannot be said, and why
     */
    public record Members(int[] rows, Map<Integer, Failure> undecided) {

        /** The same by persons: one is undecided who has no assignment that certainly belongs. */
        public Members ofPersons(Roster roster) {
            Map<Integer, Failure> open = new TreeMap<>();
            undecided.forEach((row, failure) -> open.putIfAbsent(roster.personRowOf(row), failure));
            Arrays.stream(rows).filter(row -> !undecided.containsKey(row))
                    .forEach(row -> open.remove(roster.personRowOf(row)));
            return new Members(Arrays.stream(rows).map(roster::personRowOf).distinct().sorted().toArray(), open);
        }
    }

    public Members of(CompiledPopulation population, PeriodFrame frame) {
        Asked asked = new Asked(population.document().code(), frame.bindings().window());
        Members members = known.get(asked);
        if (members == null) {
            members = find(population, frame);
            known.put(asked, members);
        }
        return members;
    }

    private static Members find(CompiledPopulation population, PeriodFrame frame) {
        Roster roster = frame.roster();
        Chosen include = new Chosen(population.document().include(), roster);
        Chosen exclude = new Chosen(population.document().exclude(), roster);
        int[] rows = Positions.where(roster.assignmentCount(), row -> {
            int day = roster.lastHeldDay(row, frame.from(), frame.to());
            return day != Roster.NEVER && include.includes(row, day) && !exclude.excludes(row, day);
        });
        CompiledFormula condition = population.condition();
        if (condition == null || rows.length == 0) {
            return new Members(rows, Map.of());
        }
        BooleanColumn holds = new Evaluator(frame, condition.scales(), null).condition(condition.expression(), rows);
        Map<Integer, Failure> undecided = new TreeMap<>();
        for (int i = 0; i < rows.length; i++) {
            Failure failure = holds.failure(i);
            if (failure != null) {
                undecided.put(rows[i], failure.within("population " + population.document().code()));
            }
        }
        int[] members = Positions.pick(rows,
                Positions.where(rows.length, i -> holds.isFailed(i) || holds.isPresent(i) && holds.get(i)));
        return new Members(members, undecided);
    }

    /** Assignments chosen by what their key names. */
    private static final class Chosen {

        private record Place(String organisation, int day) {}

        private final Roster roster;
        private final List<String> organisations;
        private final Set<String> positions;
        private final Set<String> persons;
        private final Set<String> assignments;
        /** Many assignments share an organisation, and the way up from it is walked once. */
        private final Map<Place, Boolean> within = new HashMap<>();

        Chosen(Selection selection, Roster roster) {
            this.roster = roster;
            organisations = selection.organisations();
            positions = Set.copyOf(selection.positions());
            persons = Set.copyOf(selection.persons());
            assignments = Set.copyOf(selection.assignments());
        }

        /** Whether every list that says anything names the assignment. */
        boolean includes(int row, int day) {
            return (organisations.isEmpty() || isWithin(row, day))
                    && (positions.isEmpty() || positions.contains(roster.key(row).position()))
                    && (persons.isEmpty() || persons.contains(roster.key(row).person()))
                    && (assignments.isEmpty() || assignments.contains(roster.text(row)));
        }

        /** Whether any list names the assignment. */
        boolean excludes(int row, int day) {
            return isWithin(row, day) || positions.contains(roster.key(row).position())
                    || persons.contains(roster.key(row).person()) || assignments.contains(roster.text(row));
        }

        private boolean isWithin(int row, int day) {
            return !organisations.isEmpty() && within.computeIfAbsent(new Place(roster.key(row).organisation(), day),
                    place -> organisations.stream().anyMatch(organisation -> roster.organisations()
                            .isWithin(place.organisation(), organisation, place.day())));
        }
    }
}
