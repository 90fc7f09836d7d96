package dev.hermes.kernel.internal.indicators;

import dev.hermes.column.Column;
import dev.hermes.column.NumberColumn;
import dev.hermes.decimal.Decimal;
import dev.hermes.decimal.WideSum;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Expressions;
import dev.hermes.formula.Symbol.Source;
import dev.hermes.kernel.Labels;
import dev.hermes.kernel.internal.evaluation.Evaluator;
import dev.hermes.kernel.internal.evaluation.Frame;
import dev.hermes.kernel.internal.evaluation.Operand;
import dev.hermes.kernel.internal.evaluation.Positions;
import dev.hermes.kernel.internal.evaluation.RateBook;
import dev.hermes.kernel.internal.evaluation.Recording;
import dev.hermes.model.Failure;
import dev.hermes.model.Indicator;
import dev.hermes.model.Message;
import dev.hermes.model.Series;
import dev.hermes.model.ValueType;
import dev.hermes.roster.Roster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Formulas of single days. Days on which nothing that a formula reads changes are evaluated once: a position is such a
 * stretch of days of one row.
 */
public final class DayFormulas implements Frame {

    /** What a body was on a stretch of days. */
    public record DayValue(int from, int to, String value) {}

    private final PeriodFrame period;
    private final Map<String, Expression> scales;
    private final Frame around;
    private int[] rows = new int[64];
    private int[] outside = new int[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int count;

    /** Formulas that read nothing but what is known of a period. */
    public DayFormulas(PeriodFrame period, Map<String, Expression> scales) {
        this(period, scales, period);
    }

    /** Formulas within others, which have what is not of a day from the frame around. */
    public DayFormulas(PeriodFrame period, Map<String, Expression> scales, Frame around) {
        this.period = period;
        this.scales = scales;
        this.around = around;
    }

    /** {@code daily} or {@code days} of a body, for rows that are at some positions of the frame around. */
    public NumberColumn over(Expression leaf, int[] of, int[] positions) {
        return switch (leaf) {
            case Expression.Daily daily -> daily(daily, of, positions);
            case Expression.DaysPresent days -> daysPresent(days, of, positions);
            default -> throw new IllegalArgumentException("Not over days: " + leaf);
        };
    }

    /** The sum of a body over the days on which everything that it names is present; missing where there is none. */
    private NumberColumn daily(Expression.Daily daily, int[] of, int[] positions) {
        int[] offsets = cut(daily.body(), of, positions);
        int[] present = present(daily.body());
        NumberColumn values = (NumberColumn) new Evaluator(this, scales, null).evaluate(daily.body(), present);
        NumberColumn result = new NumberColumn(of.length);
        int k = 0;
        for (int i = 0; i < of.length; i++) {
            WideSum sum = new WideSum();
            Failure failure = null;
            boolean missing = true;
            boolean incomplete = false;
            for (; k < present.length && present[k] < offsets[i + 1]; k++) {
                missing = false;
                incomplete |= values.isMissing(k);
                failure = failure == null ? values.failure(k) : failure;
                sum.addTimes(values.high(k), values.low(k), (long) ends[present[k]] - starts[present[k]]);
            }
            if (failure != null) {
                result.setFailure(i, failure);
            } else if (missing || incomplete) {
                result.setMissing(i);
            } else if (sum.fits()) {
                result.set(i, sum.toDecimal());
            } else {
                result.setFailure(i, Failure.overflow(Message.of("The daily sum")));
            }
        }
        return result;
    }

    /** What is read of one row on one day. */
    public Column on(Expression leaf, int row, int day) {
        add(row, row, day, day + 1);
        return new Evaluator(this, scales, null).evaluate(leaf, new int[] {0});
    }

    /** The stretches of days that a daily sum of one row is made of. */
    public List<DayValue> explain(Expression body, int row) {
        cut(body, new int[] {row}, new int[] {row});
        int[] present = present(body);
        Column values = new Evaluator(this, scales, null).evaluate(body, present);
        List<DayValue> found = new ArrayList<>();
        for (int k = 0; k < present.length; k++) {
            found.add(new DayValue(starts[present[k]], ends[present[k]], Recording.text(values, k)));
        }
        return found;
    }

    /** How many days there are on which everything that a body names is present; the first failure on one counts. */
    private NumberColumn daysPresent(Expression.DaysPresent days, int[] of, int[] positions) {
        int[] offsets = cut(days.body(), of, positions);
        int[] present = present(days.body());
        @Nullable Failure[] failures = failures(days.body(), present);
        NumberColumn result = new NumberColumn(of.length);
        int k = 0;
        for (int i = 0; i < of.length; i++) {
            long sum = 0;
            Failure failure = null;
            for (; k < present.length && present[k] < offsets[i + 1]; k++) {
                sum += (long) ends[present[k]] - starts[present[k]];
                failure = failure == null ? failures[k] : failure;
            }
            if (failure == null) {
                result.set(i, Decimal.of(sum));
            } else {
                result.setFailure(i, failure);
            }
        }
        return result;
    }

    /** The value of each row on every day on which it is held; failures say that they are of the label. */
    DayColumn everyDay(Expression formula, String label) {
        int[] all = Positions.all(period.roster().rowCount());
        int[] offsets = cut(formula, all, all);
        Column values = new Evaluator(this, scales, null).evaluate(formula, Positions.all(count));
        for (int k = 0; k < count; k++) {
            Failure failure = values.failure(k);
            if (failure != null) {
                values.setFailure(k, failure.within(label));
            }
        }
        DayColumnBuilder builder = new DayColumnBuilder(ValueType.NUMBER, all.length);
        for (int row = 0; row < all.length; row++) {
            for (int k = offsets[row]; k < offsets[row + 1]; k++) {
                if (!values.isMissing(k)) {
                    builder.add(starts[k], ends[k], k);
                }
            }
            builder.endRow();
        }
        return builder.build(values);
    }

    /** Cuts the days held by each row where anything that is read may change; returns where each row's begin. */
    private int[] cut(Expression body, int[] of, int[] positions) {
        List<DayColumn> columns = new ArrayList<>();
        TreeSet<Integer> common = new TreeSet<>();
        boolean identity = false;
        for (Expression read : Labels.reads(body)) {
            if (read instanceof Expression.ReadValue value && value.source() instanceof Source.Dated dated) {
                columns.add(datedColumn(dated.code()));
            } else if (read instanceof Expression.ReadValue value && value.source() instanceof Source.OfPayee) {
                identity = true;
            } else if (isDaily(read)) {
                columns.add(dayColumn((Expression.ReadIndicator) read));
            } else if (read instanceof Expression.ReadRatio ratio && isDaily(actual(ratio))) {
                columns.add(dayColumn(actual(ratio)));
            }
        }
        Expressions.visit(body, node -> {
            if (node instanceof Expression.ReadRate rate) {
                Arrays.stream(rates().changes(rate.table())).forEach(common::add);
            }
        });
        int[] offsets = new int[of.length + 1];
        for (int i = 0; i < of.length; i++) {
            cutRow(of[i], positions[i], columns, common, identity);
            offsets[i + 1] = count;
        }
        return offsets;
    }

    private void cutRow(int row, int position, List<DayColumn> columns, Set<Integer> common, boolean identity) {
        TreeSet<Integer> changes = new TreeSet<>(common);
        for (DayColumn column : columns) {
            for (int s = column.offsets()[row]; s < column.offsets()[row + 1]; s++) {
                changes.add(column.from()[s]);
                changes.add(column.to()[s]);
            }
        }
        Roster roster = period.roster();
        for (int assignment : roster.assignmentsOf(row)) {
            Arrays.stream(roster.held(assignment)).forEach(changes::add);
            if (identity) {
                Arrays.stream(roster.organisations().changes(roster.key(assignment).organisation()))
                        .forEach(changes::add);
            }
        }
        changes.add(from());
        changes.add(to());
        Integer start = null;
        for (Integer change : changes.subSet(from(), true, to(), true)) {
            if (start != null && roster.daysHeld(row, start, start + 1) > 0) {
                add(row, position, start, change);
            }
            start = change;
        }
    }

    private void add(int row, int position, int start, int end) {
        if (count == rows.length) {
            rows = Arrays.copyOf(rows, count * 2);
            outside = Arrays.copyOf(outside, count * 2);
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        rows[count] = row;
        outside[count] = position;
        starts[count] = start;
        ends[count++] = end;
    }

    /** The positions at which everything that a body reads is present. */
    private int[] present(Expression body) {
        int[] all = Positions.all(count);
        boolean[] absent = new boolean[count];
        Evaluator evaluator = new Evaluator(this, scales, null);
        for (Expression read : Labels.reads(body)) {
            Column values = evaluator.evaluate(read, all);
            for (int i = 0; i < count && !values.allPresent(); i++) {
                absent[i] |= values.isMissing(i);
            }
        }
        return Positions.where(count, i -> !absent[i]);
    }

    /** At each of some positions the first of a body's reads that failed. */
    private @Nullable Failure[] failures(Expression body, int[] positions) {
        @Nullable Failure[] failures = new Failure[positions.length];
        Evaluator evaluator = new Evaluator(this, scales, null);
        for (Expression read : Labels.reads(body)) {
            Column values = evaluator.evaluate(read, positions);
            for (int k = 0; k < positions.length && !values.allPresent(); k++) {
                failures[k] = failures[k] == null ? values.failure(k) : failures[k];
            }
        }
        return failures;
    }

    /** Whether a body reads nothing but what is known of a period and its days. */
    public static boolean isOfPeriod(Expression body) {
        return Labels.reads(body).stream().allMatch(read -> !(read instanceof Expression.ReadValue value)
                || value.source().isKnownOfPayees());
    }

    private boolean isDaily(Expression read) {
        return read instanceof Expression.ReadIndicator indicator && indicator.series() == Series.ACTUAL
                && period.surroundings().indicator(indicator.code()).document().eachDay();
    }

    private DayColumn dayColumn(Expression.ReadIndicator read) {
        return period.surroundings().store()
                .days(period.bindings().column(read.code(), read.series(), read.window()));
    }

    private DayColumn datedColumn(String code) {
        return period.surroundings().dated().column(period.surroundings().datedValue(code));
    }

    @Override
    public int from() {
        return period.from();
    }

    @Override
    public int to() {
        return period.to();
    }

    @Override
    public int day(int position) {
        return starts[position];
    }

    @Override
    public RateBook rates() {
        return period.rates();
    }

    @Override
    public Column read(Expression leaf, int[] positions) {
        if (leaf instanceof Expression.ReadValue read) {
            boolean isOfDay = read.source() instanceof Source.Dated || read.source() instanceof Source.OfPayee;
            if (!isOfDay) {
                return around.read(read, Positions.pickEach(outside, positions));
            }
            return period.value(read.source(), read.type(), Positions.pickEach(rows, positions),
                    Positions.pickEach(starts, positions));
        }
        if (!isDaily(leaf)) {
            return period.read(leaf, Positions.pickEach(rows, positions));
        }
        DayColumn column = dayColumn((Expression.ReadIndicator) leaf);
        NumberColumn result = new NumberColumn(positions.length);
        for (int i = 0; i < positions.length; i++) {
            int stretch = column.at(rows[positions[i]], starts[positions[i]]);
            if (stretch < 0) {
                result.setMissing(i);
            } else {
                result.copy(i, column.values(), stretch);
            }
        }
        return result;
    }

    @Override
    public NumberColumn overDays(Expression leaf, Map<String, Expression> scalesOfBody, int[] positions) {
        throw new IllegalArgumentException("Within a day there are no days: " + leaf);
    }

    @Override
    public Operand ratio(Expression.ReadRatio ratio, int[] positions) {
        Indicator indicator = period.surroundings().indicator(ratio.code()).document();
        if (!indicator.eachDay()) {
            return period.ratio(ratio, Positions.pickEach(rows, positions));
        }
        NumberColumn actual = (NumberColumn) read(actual(ratio), positions);
        return PeriodFrame.ratio(ratio, indicator, actual,
                (NumberColumn) period.read(PeriodFrame.divisor(ratio), Positions.pickEach(rows, positions)));
    }

    /** What a ratio reads of each day, if its indicator holds day by day. */
    private static Expression.ReadIndicator actual(Expression.ReadRatio ratio) {
        return new Expression.ReadIndicator(ratio.code(), Series.ACTUAL, ratio.window(), ratio.type(), ratio.span());
    }
}
