package dev.hermes.testkit.reference;

import dev.hermes.model.AssignmentKey;
import dev.hermes.model.AssignmentRow;
import dev.hermes.model.CalcInputs;
import dev.hermes.model.LeaderRow;
import dev.hermes.model.OrganisationRow;
import dev.hermes.model.Scope;
import dev.hermes.model.SuperiorRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who holds which assignment below whom, asked day by day. */
final class Company {

    private record AssignmentDay(Row assignment, LocalDate day) {}

    private final CalcInputs inputs;
    private final SortedSet<Row> assignments = new TreeSet<>(Row.ORDER);
    private final SortedSet<Row> persons = new TreeSet<>(Row.ORDER);
    private final Map<AssignmentDay, List<Row>> chains = new HashMap<>();

    Company(CalcInputs inputs) {
        this.inputs = inputs;
        for (AssignmentRow row : inputs.assignments()) {
            assignments.add(Row.of(row.key()));
            persons.add(Row.of(row.key().person()));
        }
    }

    /** In the order of keys. */
    SortedSet<Row> assignments() {
        return assignments;
    }

    SortedSet<Row> persons() {
        return persons;
    }

    /** The assignments that a row stands for: itself, or all of the person. */
    List<Row> assignmentsOf(Row row) {
        return row.isPerson()
                ? assignments.stream().filter(assignment -> assignment.person().equals(row.person())).toList()
                : List.of(row);
    }

    boolean isHeld(Row row, LocalDate day) {
        return inputs.assignments().stream()
                .anyMatch(held -> (row.isPerson()
                        ? held.key().person().equals(row.person())
                        : held.key().equals(row.key()))
                        && holds(held.from(), held.to(), day));
    }

    private static boolean holds(LocalDate from, LocalDate to, LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    /** The assignments of a person on a day. */
    List<Row> heldBy(String person, LocalDate day) {
        return assignmentsOf(Row.of(person)).stream().filter(assignment -> isHeld(assignment, day)).toList();
    }

    /** The days of a stretch of time on which a row is held. */
    List<LocalDate> daysHeld(Row row, Days days) {
        return days.all().filter(day -> isHeld(row, day)).toList();
    }

    /** The last day of a stretch of time on which a row is held; null where there is none. */
    @Nullable
    LocalDate lastDayHeld(Row row, Days days) {
        List<LocalDate> held = daysHeld(row, days);
        return held.isEmpty() ? null : held.getLast();
    }

    /** The assignments of a row that are held on any day of a stretch of time. */
    List<Row> assignmentsHeld(Row row, Days days) {
        return assignmentsOf(row).stream().filter(assignment -> lastDayHeld(assignment, days) != null).toList();
    }

    /** An organisation as it is on a day. */
    @Nullable
    OrganisationRow organisation(String code, LocalDate day) {
        return inputs.organisations().stream()
                .filter(row -> row.code().equals(code) && holds(row.from(), row.to(), day)).findFirst().orElse(null);
    }

    /** The level of an organisation on a day; null where it has none. */
    @Nullable
    String level(String organisation, LocalDate day) {
        OrganisationRow row = organisation(organisation, day);
        return row == null || row.level().isEmpty() ? null : row.level();
    }

    /** Whether an organisation is another, or lies below it on a day. */
    boolean isWithin(String organisation, String other, LocalDate day) {
        String at = organisation;
        while (at != null) {
            if (at.equals(other)) {
                return true;
            }
            OrganisationRow row = organisation(at, day);
            at = row == null ? null : row.parent();
        }
        return false;
    }

    /** Everybody above an assignment on a day, nearest first. */
    List<Row> chain(Row assignment, LocalDate day) {
        return chains.computeIfAbsent(new AssignmentDay(assignment, day), _ -> {
            List<Row> chain = new ArrayList<>();
            Row above = superior(assignment, day);
            while (above != null) {
                if (above.equals(assignment) || chain.contains(above)) {
                    throw new IllegalArgumentException(above + " is above himself on " + day + ".");
                }
                chain.add(above);
                above = superior(above, day);
            }
            return chain;
        });
    }

    private @Nullable Row superior(Row assignment, LocalDate day) {
        for (String subordinate : List.of(assignment.text(), assignment.person())) {
            for (SuperiorRow row : inputs.superiors()) {
                if (row.subordinate().equals(subordinate) && holds(row.from(), row.to(), day)) {
                    return named(row.superior(), "", day);
                }
            }
        }
        String at = assignment.organisation();
        while (at != null) {
            Row head = head(at, day);
            if (head != null && !head.person().equals(assignment.person())) {
                return head;
            }
            OrganisationRow row = organisation(at, day);
            at = row == null ? null : row.parent();
        }
        return null;
    }

    private @Nullable Row head(String organisation, LocalDate day) {
        for (LeaderRow row : inputs.leaders()) {
            if (row.organisation().equals(organisation) && holds(row.from(), row.to(), day)) {
                return named(row.head(), organisation, day);
            }
        }
        return null;
    }

    /** The assignment that a key or a person stands for on a day: of a person the one there, or else the only one. */
    private @Nullable Row named(String text, String organisation, LocalDate day) {
        for (Row assignment : assignments) {
            if (assignment.text().equals(text)) {
                return isHeld(assignment, day) ? assignment : null;
            }
        }
        List<Row> held = heldBy(text, day);
        List<Row> there = held.stream().filter(row -> row.organisation().equals(organisation)).toList();
        if (there.size() == 1) {
            return there.getFirst();
        }
        if (held.size() > 1) {
            throw new IllegalArgumentException(text + " holds several assignments on " + day + ".");
        }
        return held.isEmpty() ? null : held.getFirst();
    }

    /** Whether an assignment is counted in the roll-up of a superior, an assignment or a person, on a day. */
    boolean isBelow(Row member, Row superior, Scope scope, LocalDate day) {
        List<Row> others = chain(member, day).stream()
                .filter(above -> !above.person().equals(member.person())).toList();
        List<Row> counting = switch (scope.reach()) {
            case OWN -> throw new IllegalArgumentException("A figure of one's own is not rolled up.");
            case DIRECT_SUBORDINATES -> others.stream().limit(1).toList();
            case SUBORDINATES -> others;
            case LEVELS -> {
                String level = level(member.organisation(), day);
                yield level != null && scope.levels().contains(level) ? others : List.of();
            }
        };
        return counting.stream().anyMatch(above -> superior.isPerson()
                ? above.person().equals(superior.person())
                : above.equals(superior));
    }

    /** The rows that an upload for a subject could mean in a stretch of time. */
    List<Row> meant(String subject, Days days) {
        for (Row assignment : assignments) {
            if (assignment.text().equals(subject)) {
                return lastDayHeld(assignment, days) == null ? List.of() : List.of(assignment);
            }
        }
        return assignmentsHeld(Row.of(subject), days);
    }

    /** Whether a subject is written as the key of an assignment. */
    boolean isAssignment(String subject) {
        return assignments.stream().anyMatch(assignment -> assignment.text().equals(subject));
    }

    static AssignmentKey keyOf(Row assignment) {
        AssignmentKey key = assignment.key();
        if (key == null) {
            throw new IllegalArgumentException(assignment + " is a person.");
        }
        return key;
    }
}
