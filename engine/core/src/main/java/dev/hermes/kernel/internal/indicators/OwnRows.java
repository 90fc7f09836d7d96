package dev.hermes.kernel.internal.indicators;

import dev.hermes.column.NumberColumn;
import dev.hermes.decimal.Decimal;
import dev.hermes.facts.FactSource;
import dev.hermes.facts.QueryRows;
import dev.hermes.kernel.Labels;
import dev.hermes.kernel.internal.evaluation.Functions;
import dev.hermes.model.CalcInputs;
import dev.hermes.model.Correction;
import dev.hermes.model.DatedValue;
import dev.hermes.model.Failure;
import dev.hermes.model.FailureCode;
import dev.hermes.model.Indicator;
import dev.hermes.model.Message;
import dev.hermes.model.Period;
import dev.hermes.model.PeriodValueRow;
import dev.hermes.model.Series;
import dev.hermes.model.Treatment;
import dev.hermes.plan.CalcPlan;
import dev.hermes.plan.CompiledSource;
import dev.hermes.plan.NodeId;
import dev.hermes.plan.PlanNode;
import dev.hermes.roster.Days;
import dev.hermes.roster.Roster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Uploads, scores, dated values and query results as own series. A value of a period stands on the stretch of the last
 * day on which its assignment is held in that period. Thread-safe.
 */
public final class OwnRows {

    /** Which uploads are meant. */
    private record Key(String indicator, Series series, String period) {}

    /**
     * What was brought in for a period, by whose it is.
     *
     * @param values
     *            by the row of the assignment, or of the person where several are held
     * @param ambiguous
     *            the assignments of such persons
     */
    private record Placed(Map<Integer, @Nullable Decimal> values, Map<Integer, Failure> ambiguous) {}

    private final CalcPlan plan;
    private final Roster roster;
    private final DatedValues dated;
    private final FactSource facts;
    private final Corrections corrections;
    private final Map<Key, List<PeriodValueRow>> uploads = new HashMap<>();

    public OwnRows(CalcPlan plan, CalcInputs inputs, Roster roster, DatedValues dated, FactSource facts) {
        this.plan = plan;
        this.roster = roster;
        this.dated = dated;
        this.facts = facts;
        corrections = new Corrections(roster, inputs);
        for (PeriodValueRow row : inputs.periodValues()) {
            uploads.computeIfAbsent(new Key(row.indicator(), row.series(), row.period()), _ -> new ArrayList<>())
                    .add(row);
        }
    }

    public Corrections corrections() {
        return corrections;
    }

    /** What was brought in of a series for a period. */
    public List<PeriodValueRow> uploads(NodeId id, Period period) {
        return uploads.getOrDefault(new Key(id.code(), id.series(), period.code()), List.of());
    }

    /** The stretches of persons that {@link #read} fills after the roster's. */
    int[][] furtherOfPerson() {
        return PeriodSums.furtherOfPerson(roster);
    }

    StretchColumn read(PlanNode.OwnRows node) {
        String name = Labels.of(node.id().code(), node.id().series(), node.id().window());
        Treatment empty = node.source() instanceof CompiledSource.Query query ? query.empty() : Treatment.MISSING;
        PeriodSums sums = new PeriodSums(roster, name, empty);
        if (node.source() instanceof CompiledSource.Query query) {
            query(node, query, name, sums);
            return sums.column();
        }
        for (Period period : plan.periods(node.id().window())) {
            switch (node.source()) {
                case CompiledSource.Upload _ -> add(uploaded(node, period, name), period, sums);
                case CompiledSource.Score score -> scores(score, uploaded(node, period, name), period, name, sums);
                case CompiledSource.Dated source -> dated(node, source.value(), period, sums);
                default -> throw new IllegalArgumentException("Not rows: " + node.source());
            }
            sums.count(period);
        }
        StretchColumn column = sums.column();
        if (!(node.source() instanceof CompiledSource.Upload)) {
            column.setPersonsOwn();
        }
        return column;
    }

    /**
     * The corrections of what is the payees' own, by row; those of a rolled-up series are of what superiors read.
     *
     * @param forPersons
     *            also by the rows of persons who read them
     */
    public Map<Integer, Correction> corrections(PlanNode.OwnRows node, Period period, boolean forPersons) {
        Indicator indicator = node.indicator().document();
        boolean isRolledUp = !indicator.scope().isOwn() && !node.source().isPayeesOwn();
        if (isRolledUp) {
            return Map.of();
        }
        return forPersons
                ? corrections.read(indicator.code(), node.id().series(), period)
                : corrections.of(indicator.code(), node.id().series(), period);
    }

    private Placed uploaded(PlanNode.OwnRows node, Period period, String name) {
        List<PeriodValueRow> rows = uploads(node.id(), period);
        // In the order of rows, since that is mostly how the roster lies in memory.
        Map<String, @Nullable Decimal> values = LinkedHashMap.newLinkedHashMap(rows.size());
        rows.forEach(row -> values.put(row.subject(), row.value()));
        Placed placed = place(values, period, name);
        corrections(node, period, false).forEach((row, correction) -> {
            placed.values().put(row, correction.value());
            placed.ambiguous().remove(row);
        });
        return placed;
    }

    /** Gives each assignment what names it, or its person who holds no other; else the value is the person's. */
    private Placed place(Map<String, @Nullable Decimal> values, Period period, String name) {
        Placed placed = new Placed(HashMap.newHashMap(values.size()), new HashMap<>());
        Set<Integer> named = new HashSet<>();
        values.forEach((subject, value) -> {
            int row = roster.rowOf(subject);
            int person = row < 0 ? roster.personRow(subject) : row;
            int[] held = person < 0
                    ? new int[0]
                    : roster.assignmentsHeld(person, Days.of(period.start()), Days.of(period.end()));
            if (held.length == 1) {
                if (row >= 0 || !named.contains(held[0])) {
                    placed.values().put(held[0], value);
                }
                if (row >= 0) {
                    named.add(row);
                }
            } else if (held.length > 1) {
                placed.values().put(person, value);
                Failure failure = Failure.of(FailureCode.AMBIGUOUS, Message
                        .of("{0} of person {1} fits {2} assignments; name one by its key", name, subject, held.length));
                Arrays.stream(held).forEach(assignment -> placed.ambiguous().put(assignment, failure));
            }
        });
        return placed;
    }

    private static void add(Placed placed, Period period, PeriodSums sums) {
        placed.values().forEach((row, value) -> {
            if (value == null) {
                sums.addMissing(row, period);
            } else {
                sums.add(row, period, value);
            }
        });
        placed.ambiguous().forEach((row, failure) -> sums.ambiguous(row, period, failure));
    }

    /** A person has a score of his own, or that of the one assignment that has been scored, or the default once. */
    private void scores(CompiledSource.Score score, Placed placed, Period period, String name, PeriodSums sums) {
        placed.ambiguous().forEach((row, failure) -> sums.ambiguous(row, period, failure));
        for (int row = 0; row < roster.assignmentCount(); row++) {
            score(score, placed.values().get(row), placed.ambiguous().containsKey(row), row, period, name, sums);
        }
        for (int row = roster.assignmentCount(); row < roster.rowCount(); row++) {
            int[] scored = Arrays.stream(roster.assignmentsOf(row)).filter(placed.values()::containsKey).toArray();
            Decimal own = placed.values().get(row);
            if (own == null && scored.length > 1) {
                sums.fail(row, period,
                        Failure.of(FailureCode.AMBIGUOUS,
                                Message.of("{0} of person {1} has {2} scores; score the person once", name,
                                        roster.person(row), scored.length)));
            } else {
                score(score, own == null && scored.length == 1 ? placed.values().get(scored[0]) : own, false, row,
                        period, name, sums);
            }
        }
    }

    private static void score(CompiledSource.Score score, @Nullable Decimal given, boolean isAmbiguous, int row,
            Period period, String name, PeriodSums sums) {
        Decimal value = given == null && !isAmbiguous ? score.otherwise() : given;
        if (value == null) {
            return;
        }
        if (value.compareTo(score.lowest()) < 0 || value.compareTo(score.highest()) > 0) {
            sums.fail(row, period, Failure.of(FailureCode.OUT_OF_BOUNDS,
                    Message.of("{0} ({1}) must be from {2} to {3}", name, value, score.lowest(), score.highest())));
        } else {
            sums.add(row, period, value);
        }
    }

    private void dated(PlanNode.OwnRows node, DatedValue value, Period period, PeriodSums sums) {
        DayColumn days = dated.column(value);
        NumberColumn numbers = (NumberColumn) days.values();
        Map<Integer, Correction> corrected = corrections(node, period, true);
        for (int row = 0; row < roster.rowCount(); row++) {
            int day = sums.lastDay(row, period);
            int at = day == Roster.NEVER ? -1 : days.at(row, day);
            Correction correction = corrected.get(row);
            if (correction != null) {
                sums.add(row, period, correction.value());
            } else if (at >= 0) {
                Failure several = numbers.failure(at);
                if (several == null) {
                    sums.add(row, period, numbers.get(at));
                } else {
                    sums.fail(row, period, several);
                }
            }
        }
    }

    private void query(PlanNode.OwnRows node, CompiledSource.Query query, String name, PeriodSums sums) {
        Period whole = new Period(node.id().window().word(), plan.from(node.id().window()),
                plan.to(node.id().window()), plan.period().yearStart(), 1);
        Map<String, @Nullable Decimal> values = new HashMap<>();
        QueryRows rows = facts.query(query.sql(), whole.start(), whole.end());
        for (int i = 0; i < rows.subjects().length; i++) {
            values.put(rows.subjects()[i], rows.values().isPresent(i) ? rows.values().get(i) : null);
        }
        Placed placed = place(values, whole, name);
        List<Period> periods = plan.periods(node.id().window());
        for (Period period : periods) {
            corrections(node, period, false).forEach((row, correction) -> {
                if (periods.size() == 1) {
                    placed.values().put(row, correction.value());
                    placed.ambiguous().remove(row);
                } else {
                    sums.fail(row, whole, correctedWithin(name, period));
                }
            });
        }
        add(placed, whole, sums);
        sums.count(whole);
    }

    /** Why a series cannot be read over a window: what it would be with the corrected value cannot be said. */
    static Failure correctedWithin(String name, Period period) {
        return Functions.bad(Message.of("{0} was corrected in period {1}, so it cannot be read over several periods",
                name, period.code()));
    }
}
