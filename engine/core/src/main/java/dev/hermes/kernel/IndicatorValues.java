package dev.hermes.kernel;

import dev.hermes.column.NumberColumn;
import dev.hermes.decimal.Decimal;
import dev.hermes.decimal.WideSum;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Span;
import dev.hermes.kernel.internal.evaluation.Evaluator;
import dev.hermes.kernel.internal.evaluation.Positions;
import dev.hermes.kernel.internal.indicators.PeriodFrame;
import dev.hermes.model.Failure;
import dev.hermes.model.Finding;
import dev.hermes.model.Message;
import dev.hermes.model.Period;
import dev.hermes.model.Series;
import dev.hermes.model.Type;
import dev.hermes.model.Unit;
import dev.hermes.model.Window;
import dev.hermes.plan.Addition;
import dev.hermes.plan.IndicatorPlan;
import dev.hermes.roster.Roster;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values of indicators in a period: one entry for each assignment that is held on any day of it, in the order of
 * keys. A value is present, missing, or failed. It holds the columns of the whole calculation, and quotients are
 * computed when they are asked for. Thread-safe.
 */
public final class IndicatorValues {

    /** What can be read of an indicator. */
    public enum Reading {
        ACTUAL, TARGET, BASELINE,
        /** Actual ÷ target, or what the indicator declares where there is no target. */
        ATTAINMENT,
        /** (Actual − baseline) ÷ baseline. */
        GROWTH
    }

    private static final Span NOWHERE = new Span(0, 0);

    private final IndicatorPlan plan;
    private final PeriodFrame frame;
    private final int[] rows;
    private final List<Finding> warnings;

    IndicatorValues(IndicatorPlan plan, PeriodFrame frame) {
        this.plan = plan;
        this.frame = frame;
        Roster roster = frame.roster();
        rows = Positions.where(roster.assignmentCount(),
                row -> roster.lastHeldDay(row, frame.from(), frame.to()) != Roster.NEVER);
        warnings = roster.warnings();
    }

    public Period period() {
        return plan.plan().period();
    }

    /** What was calculated; of its fingerprint, these values and those of another time are of the same documents. */
    public IndicatorPlan plan() {
        return plan;
    }

    /** The indicators that have values, in the order in which they were asked for. */
    public List<String> indicators() {
        return List.copyOf(plan.indicators().sequencedKeySet());
    }

    /** The other indicators that were asked for, each with why it has no values. */
    public SequencedMap<String, List<Finding>> left() {
        return plan.left();
    }

    /** What is doubtful about the organisation. */
    public List<Finding> warnings() {
        return warnings;
    }

    /** How many assignments there are. */
    public int size() {
        return rows.length;
    }

    /** The key of an assignment in text form. */
    public String assignment(int index) {
        return frame.roster().text(rows[index]);
    }

    /** The name of the assignment's person. */
    public String name(int index) {
        return frame.roster().name(rows[index]);
    }

    /** The code of the assignment's organisation. */
    public String organisation(int index) {
        return frame.roster().key(rows[index]).organisation();
    }

    /** The index of an assignment by its key in text form; -1 where it is not held in the period. */
    public int indexOf(String assignment) {
        int row = frame.roster().rowOf(assignment);
        return row < 0 ? -1 : Math.max(-1, Arrays.binarySearch(rows, row));
    }

    /** Whether something can be read of an indicator; nothing of one that has no values. */
    public boolean has(String indicator, Reading reading) {
        Set<Series> series = plan.indicators().getOrDefault(indicator, Set.of());
        return switch (reading) {
            case ACTUAL -> series.contains(Series.ACTUAL);
            case TARGET -> series.contains(Series.TARGET);
            case BASELINE -> series.contains(Series.BASELINE);
            case ATTAINMENT -> series.contains(Series.ACTUAL) && series.contains(Series.TARGET);
            case GROWTH -> series.contains(Series.ACTUAL) && series.contains(Series.BASELINE);
        };
    }

    /** The actual of an assignment; empty where it is missing or failed, or the indicator has none. */
    public Optional<Decimal> actual(String indicator, int index) {
        return value(indicator, Reading.ACTUAL, index);
    }

    /** What is read of an indicator for an assignment; empty where it is missing or failed, or there is no such. */
    public Optional<Decimal> value(String indicator, Reading reading, int index) {
        if (!has(indicator, reading)) {
            return Optional.empty();
        }
        NumberColumn value = read(indicator, reading, rows[index]);
        return value.isPresent(0) ? Optional.of(value.get(0)) : Optional.empty();
    }

    /** Why a value failed; null where it did not. */
    public @Nullable Failure failure(String indicator, Reading reading, int index) {
        return has(indicator, reading) ? read(indicator, reading, rows[index]).failure(0) : null;
    }

    /**
     * What is read of an indicator for every assignment at once.
     *
     * @throws IllegalArgumentException
     *             where it cannot be read of the indicator
     */
    public NumberColumn column(String indicator, Reading reading) {
        if (!has(indicator, reading)) {
            throw new IllegalArgumentException("The indicator " + indicator + " has no " + reading + ".");
        }
        return read(indicator, reading, rows);
    }

    /**
     * The sum of the values in an organisation.
     *
     * @param value
     *            null where it failed, or no assignment has a value
     * @param failure
     *            the failure of the first assignment that has one; null where none has
     * @param summed
     *            how many assignments have a value
     * @param missing
     *            how many have none, which counts for nothing
     */
    public record Total(@Nullable Decimal value, @Nullable Failure failure, int summed, int missing) {}

    /**
     * Whether values of different assignments may be added up: those of sums, counts, uploads and dated values of one's
     * own, and of formulas that only add such; not ratios, ranks and averages, nor what several people read alike.
     */
    public boolean hasTotal(String indicator, Reading reading) {
        return has(indicator, reading) && switch (reading) {
            case ACTUAL -> addsUp(indicator, Series.ACTUAL);
            case TARGET -> addsUp(indicator, Series.TARGET);
            case BASELINE -> addsUp(indicator, Series.BASELINE);
            case ATTAINMENT, GROWTH -> false;
        };
    }

    /**
     * The sum over the assignments in an organisation and in those below it, each in the place that it has on its last
     * day of the period.
     *
     * @param organisation
     *            null: everybody
     * @return empty where values of the indicator are not to be added up
     */
    public Optional<Total> total(String indicator, Reading reading, @Nullable String organisation) {
        if (!hasTotal(indicator, reading)) {
            return Optional.empty();
        }
        NumberColumn values = read(indicator, reading, Arrays.stream(rows)
                .filter(row -> organisation == null || isWithin(row, organisation)).toArray());
        WideSum sum = new WideSum();
        int summed = 0;
        int missing = 0;
        for (int i = 0; i < values.size(); i++) {
            if (values.isPresent(i)) {
                sum.add(values.high(i), values.low(i));
                summed++;
            } else if (values.isMissing(i)) {
                missing++;
            }
        }
        Failure failure = firstFailure(values);
        if (failure == null && !sum.fits()) {
            failure = Failure.overflow(Message.of("The sum of {0}", indicator));
        }
        return Optional.of(new Total(failure == null && summed > 0 ? sum.toDecimal() : null, failure, summed, missing));
    }

    private static @Nullable Failure firstFailure(NumberColumn values) {
        for (int i = 0; i < values.size() && !values.noneFailed(); i++) {
            if (values.failure(i) != null) {
                return values.failure(i);
            }
        }
        return null;
    }

    private boolean addsUp(String indicator, Series series) {
        return Addition.addsUp(frame.surroundings().indicators(), indicator, series);
    }

    private boolean isWithin(int row, String organisation) {
        Roster roster = frame.roster();
        return roster.organisations().isWithin(roster.key(row).organisation(), organisation,
                roster.lastHeldDay(row, frame.from(), frame.to()));
    }

    private NumberColumn read(String indicator, Reading reading, int... of) {
        return new Evaluator(frame, Map.of(), null).number(expression(indicator, reading), of);
    }

    private Expression expression(String indicator, Reading reading) {
        return switch (reading) {
            case ACTUAL -> series(indicator, Series.ACTUAL);
            case TARGET -> series(indicator, Series.TARGET);
            case BASELINE -> series(indicator, Series.BASELINE);
            case ATTAINMENT -> ratio(indicator, Expression.Ratio.ATTAINMENT);
            case GROWTH -> ratio(indicator, Expression.Ratio.GROWTH);
        };
    }

    private Expression series(String indicator, Series series) {
        return new Expression.ReadIndicator(indicator, series, Window.CURRENT,
                Type.number(frame.surroundings().indicator(indicator).document().unit()), NOWHERE);
    }

    private static Expression ratio(String indicator, Expression.Ratio ratio) {
        return new Expression.ReadRatio(indicator, ratio, Window.CURRENT, Type.number(Unit.RATIO), NOWHERE);
    }
}
