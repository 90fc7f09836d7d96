package dev.hermes.testkit.reference;

import dev.hermes.formula.Expression;
import dev.hermes.formula.Function;
import dev.hermes.formula.FunctionDescription;
import dev.hermes.formula.FunctionRegistry;
import dev.hermes.model.Failure;
import dev.hermes.model.FailureCode;
import dev.hermes.model.Message;
import dev.hermes.testkit.ReferenceDecimal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The functions that take the values of their arguments, all of them present. */
final class Calls {

    private static final int LONGEST_TEXT = 4000;
    private static final Pattern PLAIN_DECIMAL = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");

    private Calls() {}

    static Figure apply(Expression.Call call, List<Figure> arguments) {
        return switch (call.function()) {
            case MIN, MAX -> extreme(call.function(), arguments);
            case ABS -> Figure.of(number(arguments, 0).abs());
            case CLAMP -> clamp(number(arguments, 0), number(arguments, 1), number(arguments, 2));
            case ROUND -> round(call, arguments, RoundingMode.HALF_UP);
            case FLOOR -> round(call, arguments, RoundingMode.FLOOR);
            case CEIL -> round(call, arguments, RoundingMode.CEILING);
            case STEPS, PARTIAL_STEPS -> steps(call.function(), arguments);
            case YEAR -> Figure.of(date(arguments, 0).getYear());
            case MONTH -> Figure.of(date(arguments, 0).getMonthValue());
            case DAY -> Figure.of(date(arguments, 0).getDayOfMonth());
            case WEEKDAY -> Figure.of(date(arguments, 0).getDayOfWeek().getValue());
            case DAYS_BETWEEN -> Figure.of(ChronoUnit.DAYS.between(date(arguments, 0), date(arguments, 1)));
            case MONTHS_BETWEEN -> Figure.of(ChronoUnit.MONTHS.between(date(arguments, 0), date(arguments, 1)));
            case ADD_DAYS, ADD_MONTHS -> shifted(call, arguments);
            case START_OF_MONTH -> Figure.of(date(arguments, 0).withDayOfMonth(1));
            case END_OF_MONTH -> Figure.of(date(arguments, 0).plusMonths(1).withDayOfMonth(1).minusDays(1));
            case UPPER -> bounded(text(arguments, 0).toUpperCase(Locale.ROOT));
            case LOWER -> bounded(text(arguments, 0).toLowerCase(Locale.ROOT));
            case TRIM -> Figure.of(text(arguments, 0).strip());
            case LENGTH -> Figure.of(text(arguments, 0).codePoints().count());
            case CONTAINS -> Figure.of(text(arguments, 0).contains(text(arguments, 1)));
            case STARTS_WITH -> Figure.of(text(arguments, 0).startsWith(text(arguments, 1)));
            case ENDS_WITH -> Figure.of(text(arguments, 0).endsWith(text(arguments, 1)));
            case CONCAT -> bounded(arguments.stream().map(Figure::text).collect(Collectors.joining()));
            case SUBSTRING -> Figure.of(substring(text(arguments, 0), number(arguments, 1), number(arguments, 2)));
            case REPLACE -> text(arguments, 1).isEmpty()
                    ? arguments.getFirst()
                    : bounded(text(arguments, 0).replace(text(arguments, 1), text(arguments, 2)));
            case TEXT -> Figure.of(arguments.getFirst().text());
            case NUMBER -> parsed(text(arguments, 0));
            case OR_ELSE, IS_MISSING, DAYS_OVERLAP, DAYS_OF_PERIOD -> throw new IllegalArgumentException(
                    call.function() + " does not take plain values.");
        };
    }

    static Figure bad(Message message) {
        return Figure.failed(Failure.of(FailureCode.BAD_ARGUMENT, message));
    }

    private static BigDecimal number(List<Figure> arguments, int index) {
        return arguments.get(index).number();
    }

    private static LocalDate date(List<Figure> arguments, int index) {
        return (LocalDate) ((Figure.Present) arguments.get(index)).value();
    }

    private static String text(List<Figure> arguments, int index) {
        return (String) ((Figure.Present) arguments.get(index)).value();
    }

    private static Figure extreme(Function function, List<Figure> arguments) {
        Figure chosen = arguments.getFirst();
        for (int i = 1; i < arguments.size(); i++) {
            int sign = compare(arguments.get(i), chosen);
            if (function == Function.MAX ? sign > 0 : sign < 0) {
                chosen = arguments.get(i);
            }
        }
        return chosen;
    }

    /** The order of two present values of one type; of texts and booleans only zero has a meaning. */
    static int compare(Figure left, Figure right) {
        Object a = ((Figure.Present) left).value();
        Object b = ((Figure.Present) right).value();
        return switch (a) {
            case BigDecimal number -> number.compareTo((BigDecimal) b);
            case LocalDate date -> date.compareTo((LocalDate) b);
            default -> a.equals(b) ? 0 : 1;
        };
    }

    private static Figure clamp(BigDecimal x, BigDecimal low, BigDecimal high) {
        return low.compareTo(high) > 0
                ? bad(Message.of("The lower bound ({0}) is above the upper bound ({1})", Arithmetic.text(low),
                        Arithmetic.text(high)))
                : Figure.of(x.max(low).min(high));
    }

    private static Figure round(Expression.Call call, List<Figure> arguments, RoundingMode mode) {
        int digits = arguments.size() > 1 ? number(arguments, 1).intValueExact() : 0;
        return Arithmetic.orOverflow(ReferenceDecimal.rounded(number(arguments, 0), digits, mode),
                shown(call, arguments));
    }

    private static Figure steps(Function function, List<Figure> arguments) {
        BigDecimal x = number(arguments, 0);
        BigDecimal size = number(arguments, 1);
        if (size.signum() <= 0) {
            return bad(Message.of("The step's size ({0}) must be above zero", Arithmetic.text(size)));
        }
        Optional<BigDecimal> steps = function == Function.STEPS
                ? ReferenceDecimal.wholeSteps(x, size)
                : ReferenceDecimal.dividedBy(x, size);
        return Arithmetic.orOverflow(steps, "steps(" + Arithmetic.text(x) + ", " + Arithmetic.text(size) + ")");
    }

    private static Figure shifted(Expression.Call call, List<Figure> arguments) {
        BigDecimal count = number(arguments, 1).stripTrailingZeros();
        if (count.scale() > 0 || count.abs().compareTo(BigDecimal.valueOf(100_000)) > 0) {
            return bad(Message.of("The count ({0}) must be a whole number up to 100000", Arithmetic.text(count)));
        }
        try {
            LocalDate date = call.function() == Function.ADD_DAYS
                    ? date(arguments, 0).plusDays(count.longValueExact())
                    : date(arguments, 0).plusMonths(count.longValueExact());
            return date.getYear() >= 1 && date.getYear() <= 9999
                    ? Figure.of(date)
                    : bad(Message.of("{0} leads out of the calendar", shown(call, arguments)));
        } catch (DateTimeException outside) {
            return bad(Message.of("{0} leads out of the calendar", shown(call, arguments)));
        }
    }

    private static Figure bounded(String text) {
        return text.length() <= LONGEST_TEXT
                ? Figure.of(text)
                : bad(Message.of("The text would have {0} characters, more than {1}", text.length(), LONGEST_TEXT));
    }

    /** The characters at the places from start on, so many of them; there are none before place 1. */
    private static String substring(String text, BigDecimal start, BigDecimal length) {
        BigDecimal from = start.setScale(0, RoundingMode.DOWN);
        BigDecimal to = from.add(length.setScale(0, RoundingMode.DOWN));
        StringBuilder found = new StringBuilder();
        int place = 0;
        for (int character : text.codePoints().toArray()) {
            BigDecimal at = BigDecimal.valueOf(++place);
            if (at.compareTo(from) >= 0 && at.compareTo(to) < 0) {
                found.appendCodePoint(character);
            }
        }
        return found.toString();
    }

    private static Figure parsed(String text) {
        if (PLAIN_DECIMAL.matcher(text).matches()) {
            BigDecimal number = new BigDecimal(text).stripTrailingZeros();
            if (number.scale() <= ReferenceDecimal.SCALE && number.abs().compareTo(ReferenceDecimal.MAX) <= 0) {
                return Figure.of(number);
            }
        }
        return bad(Message.of("'{0}' is not a plain decimal number", text));
    }

    private static String shown(Expression.Call call, List<Figure> arguments) {
        String name = FunctionRegistry.all().stream()
                .filter(form -> form.meaning() instanceof FunctionDescription.Meaning.Plain plain
                        && plain.function() == call.function())
                .map(FunctionDescription::name).findFirst().orElse(call.function().name());
        return name + "(" + arguments.stream().map(Figure::text).collect(Collectors.joining(", ")) + ")";
    }
}
