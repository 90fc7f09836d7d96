package dev.hermes.kernel;

import dev.hermes.column.NumberColumn;
import dev.hermes.decimal.Decimal;
import dev.hermes.facts.FactSource;
import dev.hermes.facts.QueryRows;
import dev.hermes.model.Aggregation;
import dev.hermes.model.CalcInputs;
import dev.hermes.model.Correction;
import dev.hermes.model.DatedValue;
import dev.hermes.model.Failure;
import dev.hermes.model.FailureCode;
import dev.hermes.model.Period;
import dev.hermes.model.PeriodValueRow;
import dev.hermes.model.Series;
import dev.hermes.model.Treatment;
import dev.hermes.plan.CalcPlan;
import dev.hermes.plan.CompiledSource;
import dev.hermes.plan.PlanNode;
import dev.hermes.roster.Days;
import dev.hermes.roster.Roster;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Uploads, scores, dated values and query results as own series. A value of a period stands on the stretch of the last
 * day on which its assignment is held in that period. Thread-safe.
 */
final class OwnRows {

    /** Which uploads or corrections are meant. */
    private record Key(String indicator, Series series, String period) {}

    private final CalcPlan plan;
    private final Roster roster;
    private final DatedValues dated;
    private final FactSource facts;
    private final Map<Key, List<PeriodValueRow>> uploads = new HashMap<>();
    private final Map<Key, Map<Integer, Correction>> corrections = new HashMap<>();

    OwnRows(CalcPlan plan, CalcInputs inputs, Roster roster, DatedValues dated, FactSource facts) {
        this.plan = plan;
        this.roster = roster;
        this.dated = dated;
        this.facts = facts;
        for (PeriodValueRow row : inputs.periodValues()) {
            uploads.computeIfAbsent(new Key(row.indicator(), row.series(), row.period()), _ -> new ArrayList<>())
                    .add(row);
        }
        for (Correction correction : inputs.corrections()) {
            Key key = new Key(correction.indicator(), correction.series(), correction.period());
            for (int row : rowsOf(correction.subject())) {
                corrections.computeIfAbsent(key, _ -> new HashMap<>()).put(row, correction);
            }
        }
    }

    private int[] rowsOf(String subject) {
        int row = roster.rowOf(subject);
        int person = roster.personRow(subject);
        if (row >= 0) {
            return new int[] {row};
        }
        if (person < 0) {
            return new int[0];
        }
        int[] assignments = roster.assignmentsOf(person);
        return assignments.length == 1 ? new int[] {assignments[0], person} : new int[] {person};
    }

    /** The corrections of a series in a period, by row. */
    Map<Integer, Correction> corrections(String indicator, Series series, String period) {
        return corrections.getOrDefault(new Key(indicator, series, period), Map.of());
    }

    StretchColumn read(PlanNode.OwnRows node) {
        String name = Labels.of(node.id().code(), node.id().series(), node.id().window());
        return switch (node.source()) {
            case CompiledSource.Upload _ -> periodValues(node, name);
            case CompiledSource.Score score -> scores(node, score, name);
            case CompiledSource.Dated source -> dated(node, source.value(), name);
            case CompiledSource.Query query -> query(node, query, name);
            default -> throw new IllegalArgumentException("Not rows: " + node.source());
        };
    }

    private int stretchOf(int row, Period period) {
        int day = roster.lastHeldDay(row, Days.of(period.start()), Days.of(period.end()));
        return day == Roster.NEVER ? Targets.NOWHERE : roster.stretchAt(row, day);
    }

    private StretchColumn periodValues(PlanNode.OwnRows node, String name) {
        PeriodSums sums = new PeriodSums(name, persons());
        for (Period period : plan.periods(node.id().window())) {
            Key key = new Key(node.id().code(), node.id().series(), period.code());
            Map<Integer, Decimal> values = new HashMap<>();
            for (PeriodValueRow upload : uploads.getOrDefault(key, List.of())) {
                place(upload.subject(), upload.value(), period, values, sums);
            }
            corrections.getOrDefault(key, Map.of()).forEach((row, correction) -> values.put(row, correction.value()));
            values.forEach((row, value) -> sums.add(row, period, value));
            sums.count(period);
        }
        return sums.column();
    }

    private void place(String subject, Decimal value, Period period, Map<Integer, Decimal> values, PeriodSums sums) {
        int row = roster.rowOf(subject);
        if (row >= 0) {
            values.put(row, value);
            return;
        }
        int person = roster.personRow(subject);
        if (person < 0) {
            return;
        }
        List<Integer> held = new ArrayList<>();
        for (int assignment : roster.assignmentsOf(person)) {
            if (stretchOf(assignment, period) >= 0) {
                held.add(assignment);
            }
        }
        if (held.size() == 1) {
            values.put(held.getFirst(), value);
        } else {
            values.put(person, value);
            held.forEach(assignment -> sums.ambiguous(assignment, period, Failure.of(FailureCode.AMBIGUOUS, sums.name
                    + " of person " + subject + " fits " + held.size() + " assignments; name one by its key")));
        }
    }

    private StretchColumn scores(PlanNode.OwnRows node, CompiledSource.Score score, String name) {
        StretchColumn column = periodValues(node, name);
        for (Period period : plan.periods(node.id().window())) {
            for (int row = 0; row < roster.assignmentCount(); row++) {
                int stretch = stretchOf(row, period);
                if (stretch >= 0) {
                    check(score, column, stretch, name);
                }
            }
        }
        return column;
    }

    private static void check(CompiledSource.Score score, StretchColumn column, int stretch, String name) {
        if (!column.hasValue(stretch)) {
            if (score.otherwise() != null) {
                column.setValue(stretch, score.otherwise().high(), score.otherwise().low(), 1);
            }
            return;
        }
        Decimal value = column.values().get(stretch);
        if (value.compareTo(score.lowest()) < 0 || value.compareTo(score.highest()) > 0) {
            column.setFailure(stretch, Failure.of(FailureCode.OUT_OF_BOUNDS,
                    name + " (" + value + ") must be from " + score.lowest() + " to " + score.highest()));
        }
    }

    private StretchColumn dated(PlanNode.OwnRows node, DatedValue value, String name) {
        DayColumn days = dated.column(value);
        NumberColumn numbers = (NumberColumn) days.values();
        PeriodSums sums = new PeriodSums(name, persons());
        for (Period period : plan.periods(node.id().window())) {
            Map<Integer, Correction> corrected = corrections(node.id().code(), node.id().series(), period.code());
            for (int row = 0; row < roster.assignmentCount(); row++) {
                int day = roster.lastHeldDay(row, Days.of(period.start()), Days.of(period.end()));
                int at = day == Roster.NEVER ? -1 : days.at(row, day);
                Correction correction = corrected.get(row);
                if (correction != null) {
                    sums.add(row, period, correction.value());
                } else if (at >= 0 && numbers.isFailed(at)) {
                    sums.fail(row, period, numbers.failure(at));
                } else if (at >= 0) {
                    sums.add(row, period, numbers.get(at));
                }
            }
            sums.count(period);
        }
        return sums.column();
    }

    private StretchColumn query(PlanNode.OwnRows node, CompiledSource.Query query, String name) {
        Period whole = new Period(node.id().window().word(), plan.from(node.id().window()),
                plan.to(node.id().window()), plan.period().yearStart(), 1);
        PeriodSums sums = new PeriodSums(name, persons(), query.empty());
        Map<Integer, Decimal> values = new HashMap<>();
        QueryRows rows = facts.query(query.sql(), whole.start(), whole.end());
        for (int i = 0; i < rows.subjects().length; i++) {
            if (rows.values().isPresent(i)) {
                place(rows.subjects()[i], rows.values().get(i), whole, values, sums);
            }
        }
        Map<Integer, Correction> corrected = corrections(node.id().code(), node.id().series(), plan.period().code());
        corrected.forEach((row, correction) -> values.put(row, correction.value()));
        values.forEach((row, value) -> sums.add(row, whole, value));
        sums.count(whole);
        return sums.column();
    }

    /** One stretch of his own for each person, after the roster's, for what belongs to no single assignment. */
    private int persons() {
        return roster.rowCount() - roster.assignmentCount();
    }

    /** The stretches of persons that {@link #read} fills after the roster's. */
    int[][] furtherOfPerson() {
        int[][] further = new int[persons()][];
        for (int i = 0; i < further.length; i++) {
            further[i] = new int[] {roster.stretchCount() + i};
        }
        return further;
    }

    /** Adds up values of several periods. */
    private final class PeriodSums {

        private final String name;
        private final StretchAccumulator sums;
        private final Treatment empty;
        private final List<Integer> counting = new ArrayList<>();
        private final Map<Integer, Failure> ambiguous = new HashMap<>();

        PeriodSums(String name, int persons) {
            this(name, persons, Treatment.MISSING);
        }

        PeriodSums(String name, int persons, Treatment empty) {
            this.name = name;
            this.empty = empty;
            sums = new StretchAccumulator(name, Aggregation.SUM, roster.stretchCount() + persons);
        }

        private int target(int row, Period period) {
            return roster.isPersonRow(row)
                    ? roster.stretchCount() + row - roster.assignmentCount()
                    : stretchOf(row, period);
        }

        void add(int row, Period period, Decimal value) {
            int target = target(row, period);
            if (target >= 0) {
                sums.add(target, value.high(), value.low(), 0, "");
            }
        }

        void fail(int row, Period period, @Nullable Failure failure) {
            int target = target(row, period);
            if (target >= 0 && failure != null) {
                sums.fail(target, Days.of(period.start()), "", failure);
            }
        }

        void ambiguous(int row, Period period, Failure failure) {
            ambiguous.put(stretchOf(row, period), failure);
        }

        void count(Period period) {
            for (int row = 0; row < roster.assignmentCount(); row++) {
                int stretch = stretchOf(row, period);
                if (stretch >= 0) {
                    counting.add(stretch);
                }
            }
        }

        StretchColumn column() {
            StretchColumn column = sums.finish(empty);
            counting.forEach(column::setCounts);
            ambiguous.forEach(column::setAmbiguous);
            return column;
        }
    }
}
