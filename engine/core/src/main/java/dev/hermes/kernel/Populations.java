package dev.hermes.kernel;

import dev.hermes.column.BooleanColumn;
import dev.hermes.model.AssignmentKey;
import dev.hermes.model.Failure;
import dev.hermes.model.Population.Selection;
import dev.hermes.plan.CompiledFormula;
import dev.hermes.plan.CompiledPopulation;
import dev.hermes.roster.Roster;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Who belongs to a population in the period that a frame is of. */
final class Populations {

    /**
     * Members.
     *
     * @param rows
     *            assignments, ascending
     * @param undecided
     *            those of them of whom it cannot be said, and why
     */
    record Members(int[] rows, Map<Integer, Failure> undecided) {}

    private Populations() {}

    static Members of(CompiledPopulation population, PeriodFrame frame) {
        Roster roster = frame.roster();
        Selection include = population.document().include();
        Selection exclude = population.document().exclude();
        int[] rows = Positions.where(roster.assignmentCount(), row -> {
            int day = roster.lastHeldDay(row, frame.from(), frame.to());
            return day != Roster.NEVER && includes(include, roster, row, day)
                    && !excludes(exclude, roster, row, day);
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
        return new Members(Arrays.copyOf(members, members.length), undecided);
    }

    private static boolean includes(Selection selection, Roster roster, int row, int day) {
        AssignmentKey key = roster.key(row);
        return (selection.organisations().isEmpty() || isWithin(selection, roster, key, day))
                && (selection.positions().isEmpty() || selection.positions().contains(key.position()))
                && (selection.persons().isEmpty() || selection.persons().contains(key.person()))
                && (selection.assignments().isEmpty() || selection.assignments().contains(key.toString()));
    }

    private static boolean excludes(Selection selection, Roster roster, int row, int day) {
        AssignmentKey key = roster.key(row);
        return isWithin(selection, roster, key, day) || selection.positions().contains(key.position())
                || selection.persons().contains(key.person()) || selection.assignments().contains(key.toString());
    }

    private static boolean isWithin(Selection selection, Roster roster, AssignmentKey key, int day) {
        return selection.organisations().stream()
                .anyMatch(organisation -> roster.organisations().isWithin(key.organisation(), organisation, day));
    }
}
