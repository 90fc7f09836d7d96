package dev.hermes.statement;

import dev.hermes.decimal.Decimal;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Expressions;
import dev.hermes.formula.Function;
import dev.hermes.kernel.Labels;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** Functions in the syntax of spreadsheets. */
final class Calls {

    private static final String OF_TEXT = "A value: spreadsheets make such texts in another way.";

    private final FormulaText formulas;
    private final Place place;

    Calls(FormulaText formulas, Place place) {
        this.formulas = formulas;
        this.place = place;
    }

    String text(Expression.Call call) throws InexpressibleException {
        return switch (call.function()) {
            case MIN -> "MIN(" + all(call) + ")";
            case MAX -> "MAX(" + all(call) + ")";
            case ABS -> "ABS(" + all(call) + ")";
            case CLAMP -> "IF(" + at(call, 1) + ">" + at(call, 2) + "," + FormulaText.FAILURE + ",MAX(" + at(call, 1)
                    + ",MIN(" + at(call, 0) + "," + at(call, 2) + ")))";
            case ROUND -> Precision.rounded(at(call, 0), place.known(call.arguments().getFirst()), digits(call));
            case FLOOR -> towards(call, "INT(", ")");
            case CEIL -> towards(call, "-INT(-", ")");
            case STEPS -> steps(call, "TRUNC(" + Precision.clean(quotient(call), place.known(call)) + ")");
            case PARTIAL_STEPS -> steps(call, Precision.round(quotient(call), Precision.ENGINE));
            case OR_ELSE -> orElse(call);
            case IS_MISSING -> isMissing(call);
            case DAYS_OF_PERIOD, DAYS_OVERLAP -> place.value(call, "A value: it is counted from dates.");
            case CONTAINS -> "ISNUMBER(FIND(" + at(call, 1) + "," + at(call, 0) + "))";
            case STARTS_WITH -> "EXACT(LEFT(" + at(call, 0) + ",LEN(" + at(call, 1) + "))," + at(call, 1) + ")";
            case ENDS_WITH -> "EXACT(RIGHT(" + at(call, 0) + ",LEN(" + at(call, 1) + "))," + at(call, 1) + ")";
            case YEAR -> "YEAR(" + all(call) + ")";
            case MONTH -> "MONTH(" + all(call) + ")";
            case DAY -> "DAY(" + all(call) + ")";
            case WEEKDAY -> "WEEKDAY(" + all(call) + ",2)";
            case DAYS_BETWEEN -> "(" + at(call, 1) + "-" + at(call, 0) + ")";
            case ADD_DAYS -> "(" + at(call, 0) + "+" + at(call, 1) + ")";
            case ADD_MONTHS -> "EDATE(" + all(call) + ")";
            case START_OF_MONTH -> "(" + at(call, 0) + "-DAY(" + at(call, 0) + ")+1)";
            case END_OF_MONTH -> "EOMONTH(" + at(call, 0) + ",0)";
            case MONTHS_BETWEEN -> place.value(call, "A value: spreadsheets count months in another way.");
            case UPPER, LOWER, TRIM, LENGTH, CONCAT, SUBSTRING, REPLACE, TEXT, NUMBER -> place.value(call, OF_TEXT);
        };
    }

    private String at(Expression.Call call, int index) throws InexpressibleException {
        return formulas.text(call.arguments().get(index));
    }

    private String all(Expression.Call call) throws InexpressibleException {
        List<String> texts = new ArrayList<>();
        for (Expression argument : call.arguments()) {
            texts.add(formulas.text(argument));
        }
        return String.join(",", texts);
    }

    private static int digits(Expression.Call call) {
        return call.arguments().size() > 1 && call.arguments().get(1) instanceof Expression.NumberLiteral digits
                ? digits.value().toBigDecimal().intValueExact()
                : 0;
    }

    /** Whole units of the last digit, noise taken away before. */
    private String towards(Expression.Call call, String before, String after) throws InexpressibleException {
        int digits = digits(call);
        String unit = "1" + "0".repeat(digits);
        String scaled = "(" + at(call, 0) + ")" + (digits == 0 ? "" : "*" + unit);
        int good = Math.max(0, Precision.digits(place.known(call.arguments().getFirst())) - digits);
        return "(" + before + Precision.round(scaled, good) + after + (digits == 0 ? "" : "/" + unit) + ")";
    }

    private String quotient(Expression.Call call) throws InexpressibleException {
        return "(" + at(call, 0) + ")/(" + at(call, 1) + ")";
    }

    private String steps(Expression.Call call, String steps) throws InexpressibleException {
        Expression size = call.arguments().get(1);
        boolean positive = size instanceof Expression.NumberLiteral literal
                && literal.value().compareTo(Decimal.ZERO) > 0;
        return positive ? steps : "IF(" + formulas.operand(size) + ">0," + steps + "," + FormulaText.FAILURE + ")";
    }

    private String orElse(Expression.Call call) throws InexpressibleException {
        String value = catchable(call);
        return unlessFailed(call, "IF(ISNA(" + value + ")," + at(call, 1) + "," + value + ")");
    }

    private String isMissing(Expression.Call call) throws InexpressibleException {
        String value = catchable(call);
        return unlessFailed(call,
                "IF(ISNA(" + value + "),TRUE,IF(ISERROR(" + value + ")," + value + ",FALSE))");
    }

    /** A failure counts before anything that is missing; in a spreadsheet the first error counts. */
    private String unlessFailed(Expression.Call call, String result) throws InexpressibleException {
        SequencedSet<String> reads = new LinkedHashSet<>();
        if (!decides(call.arguments().getFirst())) {
            collectReached(call.arguments().getFirst(), reads);
        }
        String text = result;
        for (String read : reads.size() < 2 ? List.<String>of() : reads.reversed()) {
            text = "IF(ISERR(" + read + ")," + read + "," + text + ")";
        }
        return text;
    }

    private void collectReached(Expression part, SequencedSet<String> reads) throws InexpressibleException {
        List<Expression> inside = part instanceof Expression.Call call && call.function() == Function.OR_ELSE
                ? List.of(call.arguments().getFirst())
                : Expressions.children(part);
        if (Labels.reads(part).contains(part)) {
            reads.add(formulas.text(part));
        } else {
            for (Expression child : inside) {
                collectReached(child, reads);
            }
        }
    }

    /** What may be missing. A decision over something missing is a failure, which a spreadsheet does not tell apart. */
    private String catchable(Expression.Call call) throws InexpressibleException {
        return decides(call.arguments().getFirst())
                ? place.value(call.arguments().getFirst(), "A value: it decides over something that may be missing.")
                : at(call, 0);
    }

    private static boolean decides(Expression expression) {
        boolean[] decides = {false};
        Expressions.visit(expression, part -> decides[0] |= switch (part) {
            case Expression.Comparison _,Expression.InList _,Expression.InRange _,Expression.Not _,Expression.Logical _,Expression.Conditional _,Expression.ReadRate _ -> true;
            default -> false;
        });
        return decides[0];
    }
}
