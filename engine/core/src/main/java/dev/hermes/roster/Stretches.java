package dev.hermes.roster;

import dev.hermes.model.Finding;
import dev.hermes.model.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The days of every assignment, cut where anybody above it or its organisation's level changes. Immutable. */
final class Stretches {

    private static final int[] NOBODY = {};

    private final int[] first;
    private int[] rows;
    private int[] starts;
    private int[] ends;
    private int[][] direct;
    private int[][] all;
    private @Nullable String[] levels;
    private int count;

    Stretches(Assignments assignments, OrganisationTree organisations, Superiors superiors, List<Finding> findings) {
        int size = Math.max(16, assignments.count() * 2);
        rows = new int[size];
        starts = new int[size];
        ends = new int[size];
        direct = new int[size][];
        all = new int[size][];
        levels = new String[size];
        first = new int[assignments.count() + 1];
        Chain chain = new Chain(assignments, superiors, findings);
        for (int row = 0; row < assignments.count(); row++) {
            first[row] = count;
            int[] held = assignments.held(row);
            for (int i = 0; i < held.length; i += 2) {
                int day = held[i];
                while (day < held[i + 1]) {
                    OrganisationTree.Level level = organisations.level(assignments.key(row).organisation(), day);
                    int until = Math.min(held[i + 1], Math.min(chain.walk(row, day), level.until()));
                    add(row, day, until, chain, level.name());
                    day = until;
                }
            }
        }
        first[assignments.count()] = count;
    }

    private void add(int row, int from, int to, Chain chain, @Nullable String level) {
        int[] above = chain.all();
        int previous = count - 1;
        if (previous >= first[row] && rows[previous] == row && ends[previous] == from
                && Objects.equals(levels[previous], level) && Arrays.equals(all[previous], above)
                && Arrays.equals(direct[previous], chain.direct())) {
            ends[previous] = to;
            return;
        }
        if (count == rows.length) {
            int size = count * 2;
            rows = Arrays.copyOf(rows, size);
            starts = Arrays.copyOf(starts, size);
            ends = Arrays.copyOf(ends, size);
            direct = Arrays.copyOf(direct, size);
            all = Arrays.copyOf(all, size);
            levels = Arrays.copyOf(levels, size);
        }
        rows[count] = row;
        starts[count] = from;
        ends[count] = to;
        direct[count] = chain.direct();
        all[count] = above;
        levels[count] = level;
        count++;
    }

    int count() {
        return count;
    }

    int first(int row) {
        return first[row];
    }

    int row(int stretch) {
        return rows[stretch];
    }

    int from(int stretch) {
        return starts[stretch];
    }

    int to(int stretch) {
        return ends[stretch];
    }

    /** The direct superior's rows: the assignment and its person. */
    int[] direct(int stretch) {
        return direct[stretch];
    }

    /** The rows of everybody above, nearest first, then their persons; never the assignment's own person. */
    int[] all(int stretch) {
        return all[stretch];
    }

    /** The level of the assignment's organisation; null where it has none. */
    @Nullable
    String level(int stretch) {
        return levels[stretch];
    }

    /** Walks from an assignment upwards. */
    private static final class Chain {

        private final Assignments assignments;
        private final Superiors superiors;
        private final List<Finding> findings;
        private int[] above = new int[16];
        private int length;
        private int person;

        Chain(Assignments assignments, Superiors superiors, List<Finding> findings) {
            this.assignments = assignments;
            this.superiors = superiors;
            this.findings = findings;
        }

        /** Fills the chain above a row on a day; returns the first later day on which it may change. */
        int walk(int row, int day) {
            length = 0;
            person = assignments.personOf(row);
            int until = Integer.MAX_VALUE;
            int current = row;
            while (true) {
                Superiors.Answer answer = superiors.of(current, day);
                until = Math.min(until, answer.until());
                current = answer.row();
                if (current == Superiors.NONE) {
                    return until;
                }
                if (current == row || contains(current)) {
                    findings.add(Finding.error("assignment " + assignments.text(row), "", null, Message.of(
                            "On {0} '{1}' is above himself. Correct one of the superiors or heads on this chain.",
                            Days.date(day), assignments.text(current))));
                    return until;
                }
                above = length == above.length ? Arrays.copyOf(above, length * 2) : above;
                above[length++] = current;
            }
        }

        private boolean contains(int row) {
            for (int i = 0; i < length; i++) {
                if (above[i] == row) {
                    return true;
                }
            }
            return false;
        }

        /** The nearest one above who is another person. */
        int[] direct() {
            for (int i = 0; i < length; i++) {
                if (assignments.personOf(above[i]) != person) {
                    return new int[] {above[i], assignments.count() + assignments.personOf(above[i])};
                }
            }
            return NOBODY;
        }

        int[] all() {
            int[] found = new int[length * 2];
            int size = 0;
            for (int i = 0; i < length; i++) {
                if (assignments.personOf(above[i]) != person) {
                    found[size++] = above[i];
                }
            }
            int assignmentRows = size;
            for (int i = 0; i < assignmentRows; i++) {
                int personRow = assignments.count() + assignments.personOf(found[i]);
                boolean known = false;
                for (int k = assignmentRows; k < size; k++) {
                    known |= found[k] == personRow;
                }
                if (!known) {
                    found[size++] = personRow;
                }
            }
            return size == 0 ? NOBODY : Arrays.copyOf(found, size);
        }
    }
}
