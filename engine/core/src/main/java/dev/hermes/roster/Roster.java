package dev.hermes.roster;

import dev.hermes.model.AssignmentKey;
import dev.hermes.model.CalcInputs;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.OrganisationRow;
import dev.hermes.model.PersonRow;
import dev.hermes.model.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows that figures are computed for: first every assignment held on any day of the span, in the order of keys,
 * then every person who holds one, in that order too. The days of an assignment are cut into stretches on which
 * everybody above it stays the same. Immutable and thread-safe.
 */
public final class Roster {

    private static final int NOBODY = -1;

    private final Assignments assignments;
    private final OrganisationTree organisations;
    private final Stretches stretches;
    private final Map<String, String> names;
    private final int from;
    private final int to;
    private final List<Finding> warnings;

    private Roster(Assignments assignments, OrganisationTree organisations, Stretches stretches,
            Map<String, String> names, int from, int to, List<Finding> warnings) {
        this.assignments = assignments;
        this.organisations = organisations;
        this.stretches = stretches;
        this.names = names;
        this.from = from;
        this.to = to;
        this.warnings = warnings;
    }

    /**
     * The roster of a span {@code [start, end)}.
     *
     * @throws FindingsException
     *             where two parents, heads or superiors hold on one day, somebody is above himself, or an organisation
     *             lies below itself
     */
    public static Roster of(CalcInputs inputs, LocalDate start, LocalDate end) {
        int from = Days.of(start);
        int to = Days.of(end);
        List<Finding> findings = new ArrayList<>();
        Assignments assignments = new Assignments(inputs.assignments(), from, to);
        OrganisationTree organisations = OrganisationTree.of(inputs.organisations(), findings);
        organisations.checkKnown(assignments, findings);
        Superiors superiors = new Superiors(assignments, organisations, inputs.superiors(), inputs.leaders(), from, to,
                findings);
        Stretches stretches = new Stretches(assignments, organisations, superiors, findings);
        if (findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR)) {
            throw new FindingsException(findings.stream().distinct().toList());
        }
        Map<String, String> names = new HashMap<>();
        for (PersonRow person : inputs.persons()) {
            names.put(person.person(), person.name());
        }
        return new Roster(assignments, organisations, stretches, names, from, to, List.copyOf(findings));
    }

    public int from() {
        return from;
    }

    public int to() {
        return to;
    }

    /** What is doubtful about the organisation. */
    public List<Finding> warnings() {
        return warnings;
    }

    public int assignmentCount() {
        return assignments.count();
    }

    /** Assignments and persons. */
    public int rowCount() {
        return assignments.count() + assignments.personCount();
    }

    public boolean isPersonRow(int row) {
        return row >= assignments.count();
    }

    /** The key of an assignment's row. */
    public AssignmentKey key(int row) {
        return assignments.key(row);
    }

    /** The assignment's key in text form, or the person. */
    public String text(int row) {
        return isPersonRow(row) ? assignments.person(row - assignments.count()) : assignments.text(row);
    }

    /** The person of a row. */
    public String person(int row) {
        return isPersonRow(row) ? text(row) : assignments.key(row).person();
    }

    /** The name of a row's person; the person itself where none was brought in. */
    public String name(int row) {
        return names.getOrDefault(person(row), person(row));
    }

    public OrganisationTree organisations() {
        return organisations;
    }

    /** The row of an assignment by its key in text form; -1 where it is not held in the span. */
    public int rowOf(String key) {
        return assignments.rowOf(key);
    }

    /** The row of a person; -1 where the person holds no assignment in the span. */
    public int personRow(String person) {
        int number = assignments.personNumber(person);
        return number < 0 ? NOBODY : assignments.count() + number;
    }

    /** The person's row that an assignment's row belongs to. */
    public int personRowOf(int row) {
        return isPersonRow(row) ? row : assignments.count() + assignments.personOf(row);
    }

    /** The assignments that a row stands for: itself, or all of the person's. */
    public int[] assignmentsOf(int row) {
        return isPersonRow(row)
                ? assignments.rowsOfPersonNumber(row - assignments.count())
                : new int[] {row};
    }

    /** The assignments of the person to whom a row belongs. */
    public int[] assignmentsOfSamePerson(int row) {
        return assignmentsOf(personRowOf(row));
    }

    /** The assignments that a row stands for and that are held on any day of {@code [start, end)}. */
    public int[] assignmentsHeld(int row, int start, int end) {
        int[] all = assignmentsOf(row);
        if (all.length == 1) {
            return lastHeldDay(all[0], start, end) == NEVER ? new int[0] : all.clone();
        }
        return Arrays.stream(all).filter(assignment -> lastHeldDay(assignment, start, end) != NEVER).toArray();
    }

    /** The days on which an assignment is held, as starts and ends in turn. */
    public int[] held(int row) {
        return assignments.held(row);
    }

    /** The last day of {@code [start, end)} on which a row is held; -1 shifted out of range where there is none. */
    public int lastHeldDay(int row, int start, int end) {
        int last = NEVER;
        for (int assignment : assignmentsOf(row)) {
            int[] days = assignments.held(assignment);
            for (int i = 0; i < days.length; i += 2) {
                if (start < end && days[i] < end && days[i + 1] > start) {
                    last = Math.max(last, Math.min(end, days[i + 1]) - 1);
                }
            }
        }
        return last;
    }

    /** What {@link #lastHeldDay} returns where there is no such day. */
    public static final int NEVER = Integer.MIN_VALUE;

    /** How many days of {@code [start, end)} a row is held; for a person any assignment will do. */
    public int daysHeld(int row, int start, int end) {
        DaySet days = new DaySet();
        for (int assignment : assignmentsOf(row)) {
            int[] held = assignments.held(assignment);
            for (int i = 0; i < held.length; i += 2) {
                days.add(Math.max(start, held[i]), Math.min(end, held[i + 1]));
            }
        }
        return days.count();
    }

    /** The level of a row's organisation on a day; null where the organisation has none. */
    public @Nullable String level(int row, int day) {
        OrganisationRow organisation = organisations.row(assignments.key(row).organisation(), day);
        return organisation == null || organisation.level().isEmpty() ? null : organisation.level();
    }

    public int stretchCount() {
        return stretches.count();
    }

    /** The first stretch of an assignment's row; those of one row stand together, in the order of days. */
    public int firstStretch(int row) {
        return stretches.first(row);
    }

    public int stretchRow(int stretch) {
        return stretches.row(stretch);
    }

    public int stretchFrom(int stretch) {
        return stretches.from(stretch);
    }

    public int stretchTo(int stretch) {
        return stretches.to(stretch);
    }

    /** The stretch of an assignment's row on a day; -1 where it is not held. */
    public int stretchAt(int row, int day) {
        for (int stretch = stretches.first(row); stretch < stretches.first(row + 1); stretch++) {
            if (stretches.from(stretch) <= day && day < stretches.to(stretch)) {
                return stretch;
            }
        }
        return NOBODY;
    }

    /** The rows of assignments and persons whose roll-up of a scope counts an assignment on a stretch. */
    public int[] above(int stretch, Scope scope) {
        return switch (scope.reach()) {
            case OWN -> throw new IllegalArgumentException("A figure of one's own is not rolled up.");
            case DIRECT_SUBORDINATES -> stretches.direct(stretch);
            case SUBORDINATES -> stretches.all(stretch);
            case LEVELS -> {
                String level = stretches.level(stretch);
                yield level != null && scope.levels().contains(level) ? stretches.all(stretch) : new int[0];
            }
        };
    }
}
