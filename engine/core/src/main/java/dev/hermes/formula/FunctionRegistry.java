package dev.hermes.formula;

import static dev.hermes.formula.Argument.Kind.ASSIGNMENT;
import static dev.hermes.formula.Argument.Kind.DATE;
import static dev.hermes.formula.Argument.Kind.DATE_TEXT;
import static dev.hermes.formula.Argument.Kind.DAYS;
import static dev.hermes.formula.Argument.Kind.DIGITS;
import static dev.hermes.formula.Argument.Kind.GROUP;
import static dev.hermes.formula.Argument.Kind.INDICATOR;
import static dev.hermes.formula.Argument.Kind.KEY;
import static dev.hermes.formula.Argument.Kind.MONTHS;
import static dev.hermes.formula.Argument.Kind.NUMBER;
import static dev.hermes.formula.Argument.Kind.NUMBER_OR_DATE;
import static dev.hermes.formula.Argument.Kind.PERIOD;
import static dev.hermes.formula.Argument.Kind.PRINTABLE;
import static dev.hermes.formula.Argument.Kind.RATE_TABLE;
import static dev.hermes.formula.Argument.Kind.TEXT;
import static dev.hermes.formula.Argument.Kind.TRUTH;
import static dev.hermes.formula.Argument.Kind.VALUE;
import static dev.hermes.formula.Argument.Kind.VALUE_OF_DAY;

import dev.hermes.formula.Argument.Presence;
import dev.hermes.formula.Expression.RateFunction;
import dev.hermes.formula.Expression.RelativeFunction;
import dev.hermes.formula.FunctionDescription.Meaning;
import dev.hermes.formula.FunctionDescription.Meaning.Special;
import dev.hermes.formula.FunctionDescription.Result;
import dev.hermes.model.Message;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * The functions of the formula language: the one source of their names, arguments and documentation, for the checker,
 * the editors and the command line.
 */
public final class FunctionRegistry {

    private static final List<FunctionDescription> ALL = List.of(
            plain(Function.MIN, "min", Result.LIKE_ALL, Message.of("The least of two or more numbers or dates."),
                    "min(sales, target)", argument("a", NUMBER_OR_DATE), argument("b", NUMBER_OR_DATE),
                    more(NUMBER_OR_DATE)),
            plain(Function.MAX, "max", Result.LIKE_ALL, Message.of("The greatest of two or more numbers or dates."),
                    "max(0, sales - target)", argument("a", NUMBER_OR_DATE), argument("b", NUMBER_OR_DATE),
                    more(NUMBER_OR_DATE)),
            plain(Function.CLAMP, "clamp", Result.LIKE_ALL,
                    Message.of("x, but no less than low and no more than high; fails where low is above high."),
                    "clamp(sales * 0.03, 0, 12000)", argument("x", NUMBER), argument("low", NUMBER),
                    argument("high", NUMBER)),
            plain(Function.ABS, "abs", Result.LIKE_FIRST, Message.of("x without its sign."), "abs(sales - target)",
                    argument("x", NUMBER)),
            plain(Function.ROUND, "round", Result.LIKE_FIRST, Message.of(
                    "x rounded to so many digits after the point, none unless given; a half rounds away from zero."),
                    "round(sales.attainment, 4)", argument("x", NUMBER), optional("digits", DIGITS)),
            plain(Function.FLOOR, "floor", Result.LIKE_FIRST, Message.of(
                    "The greatest number of so many digits after the point, none unless given, that is not above x."),
                    "floor(sales.attainment, 2)", argument("x", NUMBER), optional("digits", DIGITS)),
            plain(Function.CEIL, "ceil", Result.LIKE_FIRST, Message
                    .of("The least number of so many digits after the point, none unless given, that is not below x."),
                    "ceil(sales)", argument("x", NUMBER), optional("digits", DIGITS)),
            of("steps", Special.STEPS, Result.NUMBER, Message
                    .of("How many steps of a size are in x: whole ones towards zero, or with their fraction if whole "
                            + "is false."),
                    "steps(sales, 1000) * 25", argument("x", NUMBER), argument("size", NUMBER),
                    optional("whole", TRUTH)),
            plain(Function.OR_ELSE, "orElse", Result.LIKE_ALL,
                    Message.of("x, or y where x is missing. A failure stays a failure."), "orElse(sales, 0)",
                    argument("x", VALUE), argument("y", VALUE)),
            plain(Function.IS_MISSING, "isMissing", Result.BOOLEAN,
                    Message.of("Whether x is missing. Fails where x fails."),
                    "isMissing(target)", argument("x", VALUE)),

            rate(RateFunction.BAND, "band", Result.RATE_VALUE,
                    Message.of("The value of the band of the rate table that x is in."),
                    "band(sales.attainment, coefficients)"),
            rate(RateFunction.FLAT, "flat", Result.RATE_TIMES_QUANTITY,
                    Message.of("All of x times the value of its band."),
                    "flat(sales, commissions)"),
            rate(RateFunction.MARGINAL, "marginal", Result.RATE_TIMES_QUANTITY, Message
                    .of("Each slice of x times the value of its own band, summed; a negative x times the first value."),
                    "marginal(sales, commissions)"),
            rate(RateFunction.INTERPOLATE, "interpolate", Result.RATE_VALUE, Message
                    .of("The values of the whole bands that x passes, summed, and that of its own band in proportion."),
                    "interpolate(sales.attainment, coefficients)"),
            of("lookup", new Meaning.Rate(RateFunction.LOOKUP), Result.RATE_VALUE,
                    Message.of("The value that the rate table has for the keys."), "lookup(titleFactors, region)",
                    argument("table", RATE_TABLE), more(KEY)),

            relative(RelativeFunction.RANK, "rank", Result.NUMBER,
                    Message.of("The place of the payee's indicator among all of the same group: 1 is the greatest."),
                    "rank(sales, region)"),
            relative(RelativeFunction.PERCENTILE, "percentile", Result.RATIO,
                    Message.of("The part of the same group, from 0 to 1, that the payee's indicator is ahead of."),
                    "percentile(sales, region)"),
            relative(RelativeFunction.SHARE, "share", Result.RATIO,
                    Message.of("The payee's indicator as a part of the sum over the same group."),
                    "share(sales, region)"),

            of("daily", Special.DAILY, Result.LIKE_FIRST,
                    Message.of(
                            "The sum of x over the days of the period on which everything that it names is present."),
                    "daily(salary) / 365", argument("x", NUMBER)),
            plain(Function.DAYS_OF_PERIOD, "days", Result.DAYS, Message.of("How many days the period has."),
                    "days(assignment) / days(period)", argument("period", PERIOD)),
            of("days", Special.DAYS_ASSIGNED, Result.DAYS,
                    Message.of("How many days of the period the payee's assignment holds."), "days(assignment) >= 90",
                    argument("assignment", ASSIGNMENT)),
            of("days", Special.DAYS_PRESENT, Result.DAYS,
                    Message.of("How many days of the period everything that x names is present."), "days(salary) < 90",
                    argument("x", VALUE_OF_DAY)),
            plain(Function.DAYS_OVERLAP, "days", Result.DAYS, Message
                    .of("How many days of the period are in the stretch from a day up to, and not including, another."),
                    "days(since, period.end)", argument("from", DATE), argument("to", DATE)),

            of("date", Special.DATE, Result.DATE, Message.of("A day of the calendar."), "since < date('2026-01-01')",
                    argument("text", DATE_TEXT)),
            plain(Function.YEAR, "year", Result.NUMBER, Message.of("The year of a date."), "year(since) == 2026",
                    argument("date", DATE)),
            plain(Function.MONTH, "month", Result.NUMBER, Message.of("The month of a date, from 1 to 12."),
                    "month(since) in 1..3", argument("date", DATE)),
            plain(Function.DAY, "day", Result.NUMBER, Message.of("The day of a date in its month."), "day(since) <= 15",
                    argument("date", DATE)),
            plain(Function.WEEKDAY, "weekday", Result.NUMBER, Message.of("The day of a date in its week: 1 is Monday."),
                    "weekday(since) in 1..5", argument("date", DATE)),
            plain(Function.DAYS_BETWEEN, "daysBetween", Result.DAYS,
                    Message.of("The days from one date to another; negative where the other is earlier."),
                    "daysBetween(since, period.start) > 365", argument("from", DATE), argument("to", DATE)),
            plain(Function.MONTHS_BETWEEN, "monthsBetween", Result.MONTHS,
                    Message.of("The whole months from one date to another, towards zero."),
                    "monthsBetween(since, period.end) >= 6",
                    argument("from", DATE), argument("to", DATE)),
            plain(Function.ADD_DAYS, "addDays", Result.DATE, Message.of("The date so many whole days later."),
                    "addDays(since, 90) < period.end", argument("date", DATE), argument("days", DAYS)),
            plain(Function.ADD_MONTHS, "addMonths", Result.DATE,
                    Message.of("The date so many whole months later; the last day of a month that is too short."),
                    "addMonths(since, 6) < period.end", argument("date", DATE), argument("months", MONTHS)),
            plain(Function.START_OF_MONTH, "startOfMonth", Result.DATE,
                    Message.of("The first day of the date's month."),
                    "startOfMonth(since) == since", argument("date", DATE)),
            plain(Function.END_OF_MONTH, "endOfMonth", Result.DATE, Message.of("The last day of the date's month."),
                    "endOfMonth(since) == since", argument("date", DATE)),

            plain(Function.UPPER, "upper", Result.TEXT, Message.of("The text in capital letters."),
                    "upper(region) == 'NORTH'",
                    argument("text", TEXT)),
            plain(Function.LOWER, "lower", Result.TEXT, Message.of("The text in small letters."),
                    "lower(region) == 'north'",
                    argument("text", TEXT)),
            plain(Function.TRIM, "trim", Result.TEXT, Message.of("The text without spaces at its ends."),
                    "trim(region) == 'North'", argument("text", TEXT)),
            plain(Function.LENGTH, "length", Result.NUMBER, Message.of("How many characters the text has."),
                    "length(region) > 2", argument("text", TEXT)),
            plain(Function.CONTAINS, "contains", Result.BOOLEAN, Message.of("Whether the text has the part in it."),
                    "contains(region, 'North')", argument("text", TEXT), argument("part", TEXT)),
            plain(Function.STARTS_WITH, "startsWith", Result.BOOLEAN,
                    Message.of("Whether the text starts with the part."),
                    "startsWith(region, 'N')", argument("text", TEXT), argument("part", TEXT)),
            plain(Function.ENDS_WITH, "endsWith", Result.BOOLEAN, Message.of("Whether the text ends with the part."),
                    "endsWith(region, 'West')", argument("text", TEXT), argument("part", TEXT)),
            plain(Function.CONCAT, "concat", Result.TEXT,
                    Message.of("Two or more texts, one after the other; fails above 4,000 characters."),
                    "concat(region, '-', text(period.number))", argument("a", TEXT), argument("b", TEXT),
                    more(TEXT)),
            plain(Function.SUBSTRING, "substring", Result.TEXT, Message
                    .of("So many characters of the text, from a place counted from 1; what lies outside is left out."),
                    "substring(region, 1, 2) == 'No'", argument("text", TEXT), argument("start", NUMBER),
                    argument("length", NUMBER)),
            plain(Function.REPLACE, "replace", Result.TEXT,
                    Message.of("The text with every occurrence of a part replaced."),
                    "replace(region, ' ', '')", argument("text", TEXT), argument("part", TEXT), argument("by", TEXT)),
            plain(Function.TEXT, "text", Result.TEXT,
                    Message.of("The number, boolean or date as a text: 12.5, true, 2026-01-31."), "text(sales)",
                    argument("x", PRINTABLE)),
            plain(Function.NUMBER, "number", Result.NUMBER, Message.of("The number that a text of plain digits says."),
                    "number('12.5')", argument("text", TEXT)));

    private FunctionRegistry() {}

    /** Every form of every function, in the order of the documentation; the forms of one function are neighbours. */
    public static List<FunctionDescription> all() {
        return ALL;
    }

    /** The forms of the function of this name; none where there is no such function. */
    public static List<FunctionDescription> find(String name) {
        return ALL.stream().filter(function -> function.name().equals(name)).toList();
    }

    /** The names of all functions, in the order of the documentation. */
    public static SequencedSet<String> names() {
        SequencedSet<String> names = new LinkedHashSet<>();
        ALL.forEach(function -> names.add(function.name()));
        return names;
    }

    private static FunctionDescription plain(Function function, String name, Result result, Message summary,
            String example, Argument... arguments) {
        return of(name, new Meaning.Plain(function), result, summary, example, arguments);
    }

    private static FunctionDescription rate(RateFunction function, String name, Result result, Message summary,
            String example) {
        return of(name, new Meaning.Rate(function), result, summary, example, argument("x", NUMBER),
                argument("table", RATE_TABLE), more(KEY));
    }

    private static FunctionDescription relative(RelativeFunction function, String name, Result result, Message summary,
            String example) {
        return of(name, new Meaning.Relative(function), result, summary, example, argument("indicator", INDICATOR),
                optional("group", GROUP));
    }

    private static FunctionDescription of(String name, Meaning meaning, Result result, Message summary, String example,
            Argument... arguments) {
        return new FunctionDescription(name, meaning, List.of(arguments), result, summary, example);
    }

    private static Argument argument(String name, Argument.Kind kind) {
        return new Argument(name, kind, Presence.REQUIRED);
    }

    private static Argument optional(String name, Argument.Kind kind) {
        return new Argument(name, kind, Presence.OPTIONAL);
    }

    private static Argument more(Argument.Kind kind) {
        return new Argument("more", kind, Presence.REPEATED);
    }
}
