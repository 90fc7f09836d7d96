package dev.hermes.kernel.internal.evaluation;

import dev.hermes.column.BooleanColumn;
import dev.hermes.column.Column;
import dev.hermes.column.Columns;
import dev.hermes.column.DateColumn;
import dev.hermes.column.NumberColumn;
import dev.hermes.column.TextColumn;
import dev.hermes.decimal.Decimal;
import dev.hermes.decimal.DecimalException;
import dev.hermes.decimal.DecimalRegister;
import dev.hermes.formula.Expression;
import dev.hermes.formula.FunctionDescription;
import dev.hermes.formula.FunctionRegistry;
import dev.hermes.model.Failure;
import dev.hermes.model.FailureCode;
import dev.hermes.model.Message;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The functions that have nothing to them but their arguments. */
public final class Functions {

    private static final int LONGEST_TEXT = 4000;
    private static final int NOT_WHOLE = Integer.MIN_VALUE;

    private final DecimalRegister register;

    Functions(DecimalRegister register) {
        this.register = register;
    }

    Column apply(Expression.Call call, Column[] arguments, int size) {
        Column result = Columns.of(call.type().value(), size);
        for (int i = 0; i < size; i++) {
            if (takeState(result, i, arguments)) {
                try {
                    apply(call, arguments, i, result);
                } catch (DecimalException doesNotFit) {
                    result.setFailure(i, Failure.overflow(describe(call, arguments, i)));
                } catch (DateTimeException | ArithmeticException outside) {
                    result.setFailure(i,
                            bad(Message.of("{0} leads out of the calendar", describe(call, arguments, i))));
                }
            }
        }
        return result;
    }

    private static boolean takeState(Column result, int i, Column[] arguments) {
        boolean missing = false;
        for (Column argument : arguments) {
            if (argument.isFailed(i)) {
                result.copyState(i, argument, i);
                return false;
            }
            missing |= argument.isMissing(i);
        }
        if (missing) {
            result.setMissing(i);
        }
        return !missing;
    }

    private void apply(Expression.Call call, Column[] arguments, int i, Column result) {
        switch (call.function()) {
            case MIN, MAX -> extreme(call, arguments, i, result);
            case ABS, ROUND, FLOOR, CEIL, CLAMP, STEPS, PARTIAL_STEPS -> number(call, arguments, i,
                    (NumberColumn) result);
            case YEAR, MONTH, DAY, WEEKDAY, DAYS_BETWEEN, MONTHS_BETWEEN -> dateNumber(call, arguments, i,
                    (NumberColumn) result);
            case ADD_DAYS, ADD_MONTHS, START_OF_MONTH, END_OF_MONTH -> date(call, arguments, i, (DateColumn) result);
            case UPPER, LOWER, TRIM, CONCAT, SUBSTRING, REPLACE, TEXT -> text(call, arguments, i,
                    (TextColumn) result);
            case LENGTH -> whole((NumberColumn) result, i,
                    text(arguments[0], i).codePointCount(0, text(arguments[0], i).length()));
            case NUMBER -> parse(text(arguments[0], i), i, (NumberColumn) result);
            case CONTAINS -> truth(result, i, text(arguments[0], i).contains(text(arguments[1], i)));
            case STARTS_WITH -> truth(result, i, text(arguments[0], i).startsWith(text(arguments[1], i)));
            case ENDS_WITH -> truth(result, i, text(arguments[0], i).endsWith(text(arguments[1], i)));
            case OR_ELSE, IS_MISSING, DAYS_OF_PERIOD, DAYS_OVERLAP -> throw new IllegalArgumentException(
                    call.function() + " is evaluated where it is reached.");
        }
    }

    private static void extreme(Expression.Call call, Column[] arguments, int i, Column result) {
        boolean greatest = call.function() == dev.hermes.formula.Function.MAX;
        Column chosen = arguments[0];
        for (Column argument : arguments) {
            int sign = result instanceof DateColumn
                    ? Integer.compare(((DateColumn) argument).day(i), ((DateColumn) chosen).day(i))
                    : DecimalRegister.compare(((NumberColumn) argument).high(i), ((NumberColumn) argument).low(i),
                            ((NumberColumn) chosen).high(i), ((NumberColumn) chosen).low(i));
            if (greatest ? sign > 0 : sign < 0) {
                chosen = argument;
            }
        }
        result.copy(i, chosen, i);
    }

    private void number(Expression.Call call, Column[] arguments, int i, NumberColumn result) {
        NumberColumn x = (NumberColumn) arguments[0];
        switch (call.function()) {
            case ABS -> result.set(i, x.get(i).abs());
            case CLAMP -> clamp(x.get(i), number(arguments[1], i), number(arguments[2], i), i, result);
            case STEPS, PARTIAL_STEPS -> steps(call, x, (NumberColumn) arguments[1], i, result);
            default -> round(call, arguments, i, result);
        }
    }

    private void round(Expression.Call call, Column[] arguments, int i, NumberColumn result) {
        NumberColumn x = (NumberColumn) arguments[0];
        Decimal digits = arguments.length > 1 ? number(arguments[1], i) : Decimal.ZERO;
        int scale = wholeWithin(digits, 0, 12);
        if (scale == NOT_WHOLE) {
            result.setFailure(i, bad(Message.of("The digits ({0}) must be a whole number from 0 to 12", digits)));
            return;
        }
        result.set(i, switch (call.function()) {
            case ROUND -> x.get(i).roundedTo(scale);
            case FLOOR -> x.get(i).floorTo(scale);
            default -> x.get(i).ceilTo(scale);
        });
    }

    private static void clamp(Decimal x, Decimal low, Decimal high, int i, NumberColumn result) {
        if (low.compareTo(high) > 0) {
            result.setFailure(i, bad(Message.of("The lower bound ({0}) is above the upper bound ({1})", low, high)));
        } else {
            result.set(i, x.compareTo(low) < 0 ? low : x.compareTo(high) > 0 ? high : x);
        }
    }

    private void steps(Expression.Call call, NumberColumn x, NumberColumn size, int i, NumberColumn result) {
        if (DecimalRegister.signum(size.high(i), size.low(i)) <= 0) {
            result.setFailure(i, bad(Message.of("The step's size ({0}) must be above zero", size.text(i))));
            return;
        }
        boolean fits = call.function() == dev.hermes.formula.Function.STEPS
                ? register.wholeSteps(x.high(i), x.low(i), size.high(i), size.low(i))
                : register.divide(x.high(i), x.low(i), size.high(i), size.low(i));
        if (fits) {
            result.set(i, register.high, register.low);
        } else {
            result.setFailure(i, Failure.overflow("steps(" + x.text(i) + ", " + size.text(i) + ")"));
        }
    }

    private static void dateNumber(Expression.Call call, Column[] arguments, int i, NumberColumn result) {
        LocalDate date = ((DateColumn) arguments[0]).get(i);
        whole(result, i, switch (call.function()) {
            case YEAR -> date.getYear();
            case MONTH -> date.getMonthValue();
            case DAY -> date.getDayOfMonth();
            case WEEKDAY -> date.getDayOfWeek().getValue();
            case DAYS_BETWEEN -> ChronoUnit.DAYS.between(date, ((DateColumn) arguments[1]).get(i));
            default -> ChronoUnit.MONTHS.between(date, ((DateColumn) arguments[1]).get(i));
        });
    }

    private static void date(Expression.Call call, Column[] arguments, int i, DateColumn result) {
        LocalDate date = ((DateColumn) arguments[0]).get(i);
        LocalDate moved = switch (call.function()) {
            case START_OF_MONTH -> date.withDayOfMonth(1);
            case END_OF_MONTH -> date.withDayOfMonth(date.lengthOfMonth());
            default -> {
                Decimal count = number(arguments[1], i);
                int whole = wholeWithin(count, -100_000, 100_000);
                if (whole == NOT_WHOLE) {
                    result.setFailure(i, bad(Message.of("The count ({0}) must be a whole number up to 100000", count)));
                    yield date;
                }
                yield call.function() == dev.hermes.formula.Function.ADD_DAYS
                        ? date.plusDays(whole)
                        : date.plusMonths(whole);
            }
        };
        if (moved.getYear() < 1 || moved.getYear() > 9999) {
            throw new DateTimeException("outside the calendar");
        }
        result.set(i, Math.toIntExact(moved.toEpochDay()));
    }

    /** The whole number, or {@link #NOT_WHOLE} where it is not one within the bounds. */
    private static int wholeWithin(Decimal number, int least, int greatest) {
        boolean within = number.isInteger() && number.compareTo(Decimal.of(least)) >= 0
                && number.compareTo(Decimal.of(greatest)) <= 0;
        return within ? number.toBigDecimal().intValueExact() : NOT_WHOLE;
    }

    private static void text(Expression.Call call, Column[] arguments, int i, TextColumn result) {
        String first = arguments[0].text(i);
        String value = switch (call.function()) {
            case UPPER -> first.toUpperCase(Locale.ROOT);
            case LOWER -> first.toLowerCase(Locale.ROOT);
            case TRIM -> first.strip();
            case REPLACE -> replace(first, text(arguments[1], i), text(arguments[2], i));
            case SUBSTRING -> substring(first, number(arguments[1], i), number(arguments[2], i));
            case CONCAT -> {
                StringBuilder joined = new StringBuilder();
                for (Column argument : arguments) {
                    joined.append(text(argument, i));
                }
                yield joined.toString();
            }
            default -> first;
        };
        if (value.length() > LONGEST_TEXT) {
            result.setFailure(i,
                    bad(Message.of("The text would have {0} characters, more than {1}", value.length(), LONGEST_TEXT)));
        } else {
            result.set(i, value);
        }
    }

    /** Every argument is at most {@link #LONGEST_TEXT} long, so that the result cannot exhaust memory. */
    private static String replace(String text, String what, String by) {
        return what.isEmpty() ? text : text.replace(what, by);
    }

    private static String substring(String text, Decimal start, Decimal length) {
        int size = text.codePointCount(0, text.length());
        int from = clampToInt(start);
        int end = Math.min(size + 1, from + clampToInt(length));
        from = Math.max(1, from);
        return from >= end
                ? ""
                : text.substring(text.offsetByCodePoints(0, from - 1), text.offsetByCodePoints(0, end - 1));
    }

    private static int clampToInt(Decimal number) {
        Decimal whole = number.truncated();
        Decimal bound = Decimal.of(LONGEST_TEXT);
        return whole.max(bound.negated()).min(bound).toBigDecimal().intValueExact();
    }

    private static void parse(String text, int i, NumberColumn result) {
        try {
            result.set(i, Decimal.parse(text));
        } catch (DecimalException notANumber) {
            result.setFailure(i, bad(Message.of("'{0}' is not a plain decimal number", text)));
        }
    }

    /** Days of {@code [from, to)} within the days {@code [start, end)}. */
    NumberColumn overlap(DateColumn from, DateColumn to, int start, int end) {
        NumberColumn result = new NumberColumn(from.size());
        Column[] both = {from, to};
        for (int i = 0; i < from.size(); i++) {
            if (takeState(result, i, both)) {
                whole(result, i, Math.max(0, Math.min(to.day(i), end) - Math.max(from.day(i), start)));
            }
        }
        return result;
    }

    private static void whole(NumberColumn result, int i, long value) {
        result.set(i, Decimal.of(value));
    }

    private static void truth(Column result, int i, boolean value) {
        ((BooleanColumn) result).set(i, value);
    }

    private static Decimal number(Column column, int i) {
        return ((NumberColumn) column).get(i);
    }

    private static String text(Column column, int i) {
        return ((TextColumn) column).get(i);
    }

    private static String describe(Expression.Call call, Column[] arguments, int i) {
        StringBuilder text = new StringBuilder(name(call.function())).append('(');
        for (int k = 0; k < arguments.length; k++) {
            text.append(k == 0 ? "" : ", ").append(arguments[k].text(i));
        }
        return text.append(')').toString();
    }

    /** The name of a function in formulas. */
    private static String name(dev.hermes.formula.Function function) {
        return FunctionRegistry.all().stream()
                .filter(form -> form.meaning().equals(new FunctionDescription.Meaning.Plain(function)))
                .map(FunctionDescription::name).findFirst().orElse(function.name());
    }

    public static Failure bad(Message message) {
        return Failure.of(FailureCode.BAD_ARGUMENT, message);
    }
}
