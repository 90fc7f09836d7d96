package dev.hermes.kernel.internal.indicators;

import dev.hermes.column.BooleanColumn;
import dev.hermes.column.NumberColumn;
import dev.hermes.decimal.Decimal;
import dev.hermes.kernel.internal.evaluation.Positions;
import dev.hermes.model.Failure;
import dev.hermes.model.MembersWithoutValue;
import dev.hermes.model.Scope;
import dev.hermes.plan.PlanNode;
import dev.hermes.roster.Roster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rolls members' own series up to everybody above them. A member counts for a superior by the stretches on which it is
 * below; series that are rolled up together decide together whether a member without a value is skipped.
 */
public final class RollUps {

    private final Roster roster;
    private final Scope scope;
    private final MembersWithoutValue treatment;
    private final List<StretchColumn> series;
    private final @Nullable BooleanColumn members;
    private final @Nullable Superior[] superiors;
    private final List<Member> tracedMembers = new ArrayList<>();
    private int traced = -1;

    /** What has come together for one superior, for each series. */
    private final class Superior {

        private final StretchColumn.Combination[] sums = new StretchColumn.Combination[series.size()];
        private final int[] counted = new int[series.size()];
        private final @Nullable Failure[] failures = new Failure[series.size()];

        Superior() {
            for (int k = 0; k < sums.length; k++) {
                sums[k] = series.get(k).new Combination();
            }
        }

        void add(Part part) {
            for (int k = 0; k < sums.length; k++) {
                if (failures[k] == null) {
                    failures[k] = part.failures[k];
                }
                if (part.applies[k]) {
                    counted[k]++;
                }
                if (part.counts(k)) {
                    for (int stretch : part.stretches) {
                        sums[k].add(stretch);
                    }
                }
            }
        }
    }

    /** What a member has, for each series, on some of its stretches: the same for whoever is above it on all of them. */
    private final class Part {

        private final int row;
        private final int[] stretches;
        private final boolean[] applies = new boolean[series.size()];
        private final boolean[] lacking = new boolean[series.size()];
        private final @Nullable Failure[] failures = new Failure[series.size()];

        Part(int row, int[] stretches) {
            this.row = row;
            this.stretches = stretches;
            boolean appliesAtAll = false;
            for (int k = 0; k < applies.length; k++) {
                applies[k] = appliesTo(series.get(k));
                appliesAtAll |= applies[k];
            }
            Failure undecided = members == null ? null : members.failure(row);
            if (undecided == null) {
                evaluate();
            } else if (appliesAtAll) {
                Arrays.fill(failures, undecided.within("member " + roster.text(row)));
            }
        }

        private void evaluate() {
            boolean skip = false;
            for (int k = 0; k < applies.length; k++) {
                lacking[k] = applies[k] && isLacking(k);
                skip |= lacking[k] && failures[k] == null && treatment == MembersWithoutValue.SKIP;
            }
            if (skip) {
                Arrays.fill(applies, false);
            }
        }

        Member member() {
            boolean[] counted = new boolean[applies.length];
            for (int k = 0; k < counted.length; k++) {
                counted[k] = counts(k);
            }
            return new Member(row, stretches, counted);
        }

        /** Whether the member adds anything to a series. */
        boolean counts(int k) {
            return applies[k] && !lacking[k];
        }

        private boolean appliesTo(StretchColumn column) {
            for (int stretch : stretches) {
                if (column.counts(stretch)) {
                    return true;
                }
            }
            return false;
        }

        /** Whether a member has no value in a series; what fails in it, or because of it, fails the superior. */
        private boolean isLacking(int k) {
            StretchColumn column = series.get(k);
            if (stretches.length == 1 && column.isCertain(stretches[0])) {
                return false;
            }
            StretchColumn.Combination combination = column.new Combination();
            for (int stretch : stretches) {
                combination.add(stretch);
                combination.addAmbiguous(stretch);
            }
            NumberColumn value = new NumberColumn(1);
            combination.into(value, 0);
            Failure failure = value.failure(0);
            if (failure != null) {
                failures[k] = failure.within(column.name()).within("member " + roster.text(row));
                return true;
            }
            if (value.isMissing(0) && treatment == MembersWithoutValue.FAILURE) {
                failures[k] = Failure.missing(column.name()).within("member " + roster.text(row));
            }
            return value.isMissing(0);
        }
    }

    /** A roll-up of the series, in the order of the node's; {@code members} says of each row whether it counts. */
    public RollUps(Roster roster, PlanNode.RollUp node, List<StretchColumn> series, @Nullable BooleanColumn members) {
        this.roster = roster;
        this.series = series;
        this.members = members;
        scope = node.owner().document().scope();
        treatment = node.owner().document().membersWithoutValue();
        superiors = new Superior[roster.rowCount()];
    }

    /**
     * A member of one superior.
     *
     * @param stretches
     *            those on which it is below the superior
     * @param counted
     *            for each series whether it counts there
     */
    public record Member(int row, int[] stretches, boolean[] counted) {}

    /** The members that one superior's figures are rolled up from, as they are counted. */
    public List<Member> members(int superior) {
        traced = superior;
        compute();
        return tracedMembers;
    }

    /** The rolled-up columns, one for each series. */
    List<NumberColumn> compute() {
        for (int row = 0; row < roster.assignmentCount(); row++) {
            if (members == null || members.isFailed(row) || members.get(row)) {
                addMember(row);
            }
        }
        List<NumberColumn> results = new ArrayList<>();
        for (int k = 0; k < series.size(); k++) {
            results.add(result(k));
        }
        return results;
    }

    private void addMember(int row) {
        int first = roster.firstStretch(row);
        int end = roster.firstStretch(row + 1);
        if (end - first == 1) {
            int[] above = roster.above(first, scope);
            if (above.length > 0) {
                add(new Part(row, new int[] {first}), above);
            }
            return;
        }
        int[][] above = new int[end - first][];
        for (int s = first; s < end; s++) {
            above[s - first] = roster.above(s, scope);
        }
        int[] all = Arrays.stream(above).flatMapToInt(Arrays::stream).distinct().toArray();
        for (int superior : all) {
            int[] below = Positions.where(end - first, s -> contains(above[s], superior));
            for (int i = 0; i < below.length; i++) {
                below[i] += first;
            }
            add(new Part(row, below), superior);
        }
    }

    private static boolean contains(int[] rows, int row) {
        for (int candidate : rows) {
            if (candidate == row) {
                return true;
            }
        }
        return false;
    }

    private void add(Part part, int... superiorRows) {
        for (int superiorRow : superiorRows) {
            if (onlyAssignment(superiorRow) == superiorRow) {
                Superior superior = superiors[superiorRow];
                if (superior == null) {
                    superior = new Superior();
                    superiors[superiorRow] = superior;
                }
                superior.add(part);
            }
            if (superiorRow == traced && (members == null || !members.isFailed(part.row))) {
                tracedMembers.add(part.member());
            }
        }
    }

    /** A person with a single assignment has the figures of that one; otherwise the row itself. */
    private int onlyAssignment(int row) {
        if (roster.isPersonRow(row)) {
            int[] assignments = roster.assignmentsOf(row);
            return assignments.length == 1 ? assignments[0] : row;
        }
        return row;
    }

    private NumberColumn result(int k) {
        NumberColumn result = new NumberColumn(roster.rowCount());
        for (int row = 0; row < superiors.length; row++) {
            Superior superior = superiors[onlyAssignment(row)];
            if (superior == null) {
                result.setMissing(row);
                continue;
            }
            Failure failure = superior.failures[k];
            if (failure != null) {
                result.setFailure(row, failure);
            } else if (superior.counted[k] == 0) {
                result.setMissing(row);
            } else if (superior.sums[k].hasFacts()) {
                superior.sums[k].into(result, row);
            } else {
                result.set(row, Decimal.ZERO);
            }
        }
        return result;
    }
}
