package dev.hermes.kernel.internal.indicators;

import dev.hermes.column.Column;
import dev.hermes.column.Columns;
import dev.hermes.column.DateColumn;
import dev.hermes.column.NumberColumn;
import dev.hermes.column.TextColumn;
import dev.hermes.decimal.Decimal;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Symbol.Source;
import dev.hermes.formula.Symbol;
import dev.hermes.kernel.Labels;
import dev.hermes.kernel.internal.evaluation.Frame;
import dev.hermes.kernel.internal.evaluation.Numbers;
import dev.hermes.kernel.internal.evaluation.Operand;
import dev.hermes.kernel.internal.evaluation.RateBook;
import dev.hermes.model.DatedValue;
import dev.hermes.model.Failure;
import dev.hermes.model.FailureCode;
import dev.hermes.model.Indicator;
import dev.hermes.model.Message;
import dev.hermes.model.Period;
import dev.hermes.model.Series;
import dev.hermes.model.Treatment;
import dev.hermes.model.Type;
import dev.hermes.plan.Bindings;
import dev.hermes.plan.NodeId;
import dev.hermes.roster.Days;
import dev.hermes.roster.Roster;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Formulas of a period: positions are the rows of the roster. A dated value is that of the last day held. */
public final class PeriodFrame implements Frame {

    private final Surroundings surroundings;
    private final Bindings bindings;
    private final int from;
    private final int to;
    private final int index;

    /** A frame for formulas outside schemes. */
    public PeriodFrame(Surroundings surroundings, Bindings bindings) {
        this(surroundings, bindings, 0);
    }

    /** A frame for formulas of a scheme, for which this is the period of the given index. */
    public PeriodFrame(Surroundings surroundings, Bindings bindings, int index) {
        this.surroundings = surroundings;
        this.bindings = bindings;
        this.index = index;
        from = Days.of(surroundings.plan().from(bindings.window()));
        to = Days.of(surroundings.plan().to(bindings.window()));
    }

    @Override
    public int from() {
        return from;
    }

    @Override
    public int to() {
        return to;
    }

    @Override
    public int day(int row) {
        return to - 1;
    }

    @Override
    public RateBook rates() {
        return surroundings.rates();
    }

    public Roster roster() {
        return surroundings.roster();
    }

    public Surroundings surroundings() {
        return surroundings;
    }

    public Bindings bindings() {
        return bindings;
    }

    @Override
    public Column read(Expression leaf, int[] rows) {
        return switch (leaf) {
            case Expression.ReadIndicator read -> surroundings.store()
                    .number(bindings.column(read.code(), read.series(), read.window())).gather(rows);
            case Expression.ReadValue read -> value(read.source(), read.type(), rows);
            case Expression.Relative relative -> surroundings.store().number(relative(relative)).gather(rows);
            case Expression.DaysAssigned _ -> daysAssigned(rows);
            default -> throw new IllegalArgumentException("Not a leaf: " + leaf);
        };
    }

    @Override
    public NumberColumn overDays(Expression leaf, Map<String, Expression> scales, int[] rows) {
        return new DayFormulas(this, scales).over(leaf, rows, rows);
    }

    private NodeId relative(Expression.Relative relative) {
        var id = bindings.relatives().get(relative);
        if (id == null) {
            throw new IllegalArgumentException("Nothing was planned for " + Labels.of(relative) + ".");
        }
        return id;
    }

    private NumberColumn daysAssigned(int[] rows) {
        NumberColumn result = new NumberColumn(rows.length);
        for (int i = 0; i < rows.length; i++) {
            result.set(i, Decimal.of(roster().daysHeld(rows[i], from, to)));
        }
        return result;
    }

    private Column value(Source source, Type type, int[] rows) {
        int[] days = Arrays.stream(rows).map(row -> roster().lastHeldDay(row, from, to)).toArray();
        return value(source, type, rows, days);
    }

    /** A plain value of each row on a day; missing where the day is {@link Roster#NEVER}. */
    Column value(Source source, Type type, int[] rows, int[] days) {
        return switch (source) {
            case Source.Dated dated -> dated(dated.code(), rows, days);
            case Source.OfPayee payee -> identity(payee.identity(), rows, days);
            case Source.OfPeriod period -> period(period.figure(), type, rows.length);
            default -> throw new IllegalArgumentException("Not known of a period: " + source);
        };
    }

    private Column dated(String code, int[] rows, int[] days) {
        DatedValue declaration = surroundings.datedValue(code);
        DayColumn column = surroundings.dated().column(declaration);
        Column result = Columns.of(declaration.type().value(), rows.length);
        for (int i = 0; i < rows.length; i++) {
            int stretch = days[i] == Roster.NEVER ? -1 : column.at(rows[i], days[i]);
            if (stretch < 0) {
                result.setMissing(i);
            } else {
                result.copy(i, column.values(), stretch);
            }
        }
        return result;
    }

    private TextColumn identity(Symbol.Identity identity, int[] rows, int[] days) {
        TextColumn result = new TextColumn(rows.length);
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            if (identity == Symbol.Identity.PERSON) {
                result.set(i, roster().person(row));
                continue;
            }
            int day = days[i];
            int[] holding = roster().isPersonRow(row)
                    ? Arrays.stream(roster().assignmentsOf(row)).filter(a -> roster().stretchAt(a, day) >= 0).toArray()
                    : new int[] {row};
            if (day == Roster.NEVER || holding.length == 0) {
                result.setMissing(i);
            } else if (holding.length > 1) {
                result.setFailure(i,
                        Failure.of(FailureCode.AMBIGUOUS, Message.of("Person {0} holds {1} assignments at once: {2}",
                                roster().person(row), holding.length,
                                Arrays.stream(holding).mapToObj(roster()::text).collect(Collectors.joining(", ")))));
            } else {
                identity(identity, holding[0], day, i, result);
            }
        }
        return result;
    }

    private void identity(Symbol.Identity identity, int assignment, int day, int i, TextColumn result) {
        String text = switch (identity) {
            case PERSON -> roster().person(assignment);
            case POSITION -> roster().key(assignment).position();
            case ORGANISATION -> roster().key(assignment).organisation();
            case LEVEL -> roster().level(assignment, day);
        };
        if (text == null) {
            result.setMissing(i);
        } else {
            result.set(i, text);
        }
    }

    /** A figure of the window, which is treated like one long period. */
    private Column period(Symbol.PeriodFigure figure, Type type, int size) {
        List<Period> periods = surroundings.plan().periods(bindings.window());
        int number = periods.isEmpty() ? 0 : periods.getLast().number();
        Column result = Columns.of(type.value(), size);
        for (int i = 0; i < size; i++) {
            switch (figure) {
                case INDEX -> ((NumberColumn) result).set(i, Decimal.of(index));
                case NUMBER -> ((NumberColumn) result).set(i, Decimal.of(number));
                case DAYS -> ((NumberColumn) result).set(i, Decimal.of(to - from));
                case START -> ((DateColumn) result).set(i, from);
                case END -> ((DateColumn) result).set(i, to - 1);
            }
        }
        return result;
    }

    @Override
    public Operand ratio(Expression.ReadRatio ratio, int[] rows) {
        NumberColumn actual = (NumberColumn) surroundings.store()
                .number(bindings.column(ratio.code(), Series.ACTUAL, ratio.window())).gather(rows);
        return ratio(ratio, surroundings.indicator(ratio.code()).document(), actual,
                (NumberColumn) read(divisor(ratio), rows));
    }

    /** The series that a ratio divides by. */
    static Expression.ReadIndicator divisor(Expression.ReadRatio ratio) {
        Series series = ratio.ratio() == Expression.Ratio.GROWTH ? Series.BASELINE : Series.TARGET;
        return new Expression.ReadIndicator(ratio.code(), series, ratio.window(), ratio.type(), ratio.span());
    }

    /** A ratio of figures that have been read. */
    static Operand ratio(Expression.ReadRatio ratio, Indicator indicator, NumberColumn actual, NumberColumn divisor) {
        if (ratio.ratio() == Expression.Ratio.ATTAINMENT) {
            return attainment(indicator, actual, divisor);
        }
        Numbers numbers = new Numbers();
        return numbers.quotient(numbers.apply(Expression.ArithmeticOperator.MINUS, actual, divisor), divisor);
    }

    /** Actual ÷ target, or what the indicator declares where the target is zero or missing. */
    private static Operand attainment(Indicator indicator, NumberColumn actual, NumberColumn target) {
        int size = actual.size();
        NumberColumn numerator = new NumberColumn(size);
        NumberColumn denominator = NumberColumn.constant(size, Decimal.ONE);
        for (int i = 0; i < size; i++) {
            if (actual.isFailed(i) || target.isFailed(i)) {
                numerator.copyState(i, actual.isFailed(i) ? actual : target, i);
            } else if (target.isMissing(i) || (target.high(i) | target.low(i)) == 0) {
                withoutTarget(indicator, actual, target, i, numerator);
            } else if (actual.isMissing(i)) {
                numerator.setMissing(i);
            } else {
                numerator.set(i, actual.high(i), actual.low(i));
                denominator.set(i, target.high(i), target.low(i));
            }
        }
        return new Operand(numerator, denominator);
    }

    private static void withoutTarget(Indicator indicator, NumberColumn actual, NumberColumn target, int i,
            NumberColumn numerator) {
        switch (indicator.attainmentWithoutTarget()) {
            case Treatment.Miss _ -> numerator.setMissing(i);
            case Treatment.Value value -> numerator.set(i, value.value());
            case Treatment.Fail _ -> numerator.setFailure(i, target.isMissing(i)
                    ? Failure.missing(indicator.code() + ".target")
                    : Failure.divisionByZero(actual.isMissing(i) ? "missing" : actual.text(i), "0"));
        }
    }
}
