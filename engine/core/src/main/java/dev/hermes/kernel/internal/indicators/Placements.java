package dev.hermes.kernel.internal.indicators;

import dev.hermes.facts.FactPass.Placement;
import dev.hermes.model.DatedValue.Subject;
import dev.hermes.roster.Days;
import dev.hermes.roster.Roster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where facts belong: most subjects have one stretch for all days that are asked for; the others have placements. Days
 * on which a person holds several assignments get stretches of their own, after the roster's, that count for the person
 * only. Immutable.
 */
public final class Placements implements Targets {

    private final Map<String, Integer> ordinary = new HashMap<>();
    private final List<Placement> placements = new ArrayList<>();
    private final List<Integer> further = new ArrayList<>();
    private final Roster roster;
    private final int from;
    private final int to;

    private Placements(Roster roster, int from, int to) {
        this.roster = roster;
        this.from = from;
        this.to = to;
    }

    /** The placements of facts of the days {@code [from, to)} that are credited to assignments or persons. */
    public static Placements of(Roster roster, Subject subject, int from, int to) {
        Placements placements = new Placements(roster, from, to);
        if (subject == Subject.ASSIGNMENT) {
            for (int row = 0; row < roster.assignmentCount(); row++) {
                placements.place(roster.text(row), roster.firstStretch(row), roster.firstStretch(row + 1));
            }
        } else {
            for (int row = roster.assignmentCount(); row < roster.rowCount(); row++) {
                int[] assignments = roster.assignmentsOf(row);
                if (assignments.length == 1) {
                    placements.place(roster.text(row), roster.firstStretch(assignments[0]),
                            roster.firstStretch(assignments[0] + 1));
                } else {
                    placements.placePerson(row, assignments);
                }
            }
        }
        return placements;
    }

    private void place(String subject, int first, int end) {
        if (end - first == 1 && roster.stretchFrom(first) <= from && roster.stretchTo(first) >= to) {
            ordinary.put(subject, first);
            return;
        }
        for (int stretch = first; stretch < end; stretch++) {
            add(subject, Math.max(from, roster.stretchFrom(stretch)), Math.min(to, roster.stretchTo(stretch)),
                    stretch);
        }
    }

    private void add(String subject, int start, int end, int target) {
        if (start < end) {
            placements.add(new Placement(subject, Days.date(start), Days.date(end), target));
        }
    }

    private void placePerson(int row, int[] assignments) {
        TreeSet<Integer> changes = new TreeSet<>();
        for (int assignment : assignments) {
            for (int s = roster.firstStretch(assignment); s < roster.firstStretch(assignment + 1); s++) {
                changes.add(Math.clamp(roster.stretchFrom(s), from, to));
                changes.add(Math.clamp(roster.stretchTo(s), from, to));
            }
        }
        Integer start = null;
        for (Integer end : changes) {
            if (start != null) {
                int day = start;
                int[] holding = Arrays.stream(assignments).map(assignment -> roster.stretchAt(assignment, day))
                        .filter(stretch -> stretch >= 0).toArray();
                if (holding.length == 1) {
                    add(roster.text(row), start, end, holding[0]);
                } else if (holding.length > 1) {
                    add(roster.text(row), start, end, roster.stretchCount() + further.size());
                    further.add(row);
                }
            }
            start = end;
        }
    }

    @Override
    public List<Placement> placements() {
        return placements;
    }

    @Override
    public int size() {
        return roster.stretchCount() + further.size();
    }

    @Override
    public boolean isAmbiguous(int index) {
        return index >= roster.stretchCount();
    }

    @Override
    public int of(@Nullable String subject, int target) {
        return target >= 0 || subject == null ? target : ordinary.getOrDefault(subject, NOWHERE);
    }

    /** For each person the further stretches. */
    int[][] furtherOfPerson() {
        if (further.isEmpty()) {
            return new int[0][];
        }
        int[][] found = new int[roster.rowCount() - roster.assignmentCount()][];
        Arrays.fill(found, new int[0]);
        for (int i = 0; i < further.size(); i++) {
            int person = further.get(i) - roster.assignmentCount();
            found[person] = Arrays.copyOf(found[person], found[person].length + 1);
            found[person][found[person].length - 1] = roster.stretchCount() + i;
        }
        return found;
    }
}
