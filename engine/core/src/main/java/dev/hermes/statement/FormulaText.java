package dev.hermes.statement;

import dev.hermes.decimal.Decimal;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Expression.ArithmeticOperator;
import dev.hermes.formula.Expression.ComparisonOperator;
import dev.hermes.model.Unit;
import dev.hermes.model.ValueType;
import java.time.LocalDate;

/**
 * Formulas in the syntax of spreadsheets. A missing value is {@code #N/A} there and a failure another error, and both go
 * on through whatever reads them, as the engine has it; what is not reached is a branch of {@code IF}, which is not
 * computed either. Texts are compared with {@code EXACT}, for the sign of equality ignores case.
 */
final class FormulaText {

    static final String FAILURE = "#VALUE!";
    static final String MISSING = "NA()";

    private static final int LONGEST = 8000;
    private static final int DEEPEST = 60;
    private static final int LONGEST_LITERAL = 255;
    private static final int FIRST_YEAR = 1901;
    private static final int LAST_YEAR = 9999;

    private static final int SUM = 2;
    private static final int PRODUCT = 3;
    private static final int ATOM = 5;

    private final Place place;
    /** Whether a decision over something missing must fail, because whoever reads the cell tells the two apart. */
    private final boolean strict;
    private final Calls calls;

    FormulaText(Place place) {
        this(place, false);
    }

    private FormulaText(Place place, boolean strict) {
        this.place = place;
        this.strict = strict;
        calls = new Calls(this, place);
    }

    /** A text, and how tightly its outermost operator binds. */
    private record Term(String text, int binding) {

        String within(int outer) {
            return binding < outer ? "(" + text + ")" : text;
        }
    }

    /** The formula without the sign of equality. */
    static String of(Expression expression, Place place) throws InexpressibleException {
        return checked(new FormulaText(place).text(expression));
    }

    /** The formula of a cell that others ask whether it is missing. */
    static String ofIndicator(Expression expression, Place place) throws InexpressibleException {
        return checked(new FormulaText(place, true).text(expression));
    }

    /** A decision, which fails where one of the parts that it is over is missing. */
    private String decided(String decision, Expression... over) throws InexpressibleException {
        String text = decision;
        for (int k = over.length - 1; k >= 0 && strict; k--) {
            if (!isNeverMissing(over[k])) {
                text = "IF(ISNA(" + text(over[k]) + ")," + FAILURE + "," + text + ")";
            }
        }
        return text;
    }

    private static boolean isNeverMissing(Expression part) {
        return switch (part) {
            case Expression.NumberLiteral _,Expression.TextLiteral _,Expression.BooleanLiteral _,Expression.DateLiteral _,Expression.Comparison _,Expression.InList _,Expression.InRange _,Expression.Not _,Expression.Logical _ -> true;
            default -> false;
        };
    }

    /** Refuses what spreadsheets take no more. */
    static String checked(String formula) throws InexpressibleException {
        int depth = 0;
        for (int i = 0; i < formula.length() && depth <= DEEPEST; i++) {
            depth += formula.charAt(i) == '(' ? 1 : formula.charAt(i) == ')' ? -1 : 0;
        }
        if (formula.length() > LONGEST || depth > DEEPEST) {
            throw new InexpressibleException("The formula is too long for a spreadsheet.");
        }
        return formula;
    }

    String text(Expression expression) throws InexpressibleException {
        return term(expression).text();
    }

    private String within(Expression expression, int outer) throws InexpressibleException {
        return term(expression).within(outer);
    }

    private Term term(Expression expression) throws InexpressibleException {
        return switch (expression) {
            case Expression.Negate negate -> new Term("-" + within(negate.operand(), ATOM), PRODUCT);
            case Expression.Arithmetic arithmetic -> arithmetic(arithmetic);
            case Expression.Comparison comparison -> comparison(comparison);
            default -> new Term(atom(expression), ATOM);
        };
    }

    private String atom(Expression expression) throws InexpressibleException {
        return switch (expression) {
            case Expression.NumberLiteral literal -> number(literal.value());
            case Expression.TextLiteral literal -> quoted(literal.value());
            case Expression.BooleanLiteral literal -> literal.value() ? "TRUE" : "FALSE";
            case Expression.DateLiteral literal -> date(literal.value());
            case Expression.ReadIndicator read -> place.read(read);
            case Expression.ReadValue read -> place.read(read);
            case Expression.ReadRatio ratio -> Precision.round(place.read(ratio), Precision.ENGINE);
            case Expression.Daily daily -> place.value(daily, "A value: it is added up over days.");
            case Expression.DaysPresent days -> place.value(days, "A value: it is counted from dates.");
            case Expression.DaysAssigned days -> place.value(days, "A value: it is counted from dates.");
            case Expression.Relative relative -> place.value(relative, "A value: it reads other people's figures.");
            case Expression.Not not -> "NOT(" + condition(not.operand()) + ")";
            case Expression.Logical logical -> logical.and()
                    ? "IF(" + condition(logical.left()) + "," + condition(logical.right()) + ",FALSE)"
                    : "IF(" + condition(logical.left()) + ",TRUE," + condition(logical.right()) + ")";
            case Expression.Conditional conditional -> "IF(" + condition(conditional.condition()) + ","
                    + text(conditional.then()) + "," + text(conditional.otherwise()) + ")";
            case Expression.InList in -> decided(inList(in), in.value());
            case Expression.InRange in -> decided("AND("
                    + compare(in.value(), in.lowIncluded() ? ">=" : ">", in.low()) + ","
                    + compare(in.value(), in.highIncluded() ? "<=" : "<", in.high()) + ")", in.value(), in.low(),
                    in.high());
            case Expression.Call call -> calls.text(call);
            case Expression.ReadRate rate -> place.rate(rate);
            case Expression.Negate _,Expression.Arithmetic _,Expression.Comparison _ -> "(" + text(expression) + ")";
        };
    }

    private String condition(Expression condition) throws InexpressibleException {
        return decided(text(condition), condition);
    }

    private Term arithmetic(Expression.Arithmetic arithmetic) throws InexpressibleException {
        return switch (arithmetic.operator()) {
            case PLUS -> new Term(within(arithmetic.left(), SUM) + "+" + within(arithmetic.right(), SUM), SUM);
            case MINUS -> new Term(within(arithmetic.left(), SUM) + "-" + within(arithmetic.right(), SUM + 1), SUM);
            case TIMES -> {
                String product = within(arithmetic.left(), PRODUCT) + "*" + within(arithmetic.right(), PRODUCT);
                yield arithmetic.type().unit().kind() == Unit.Kind.RATIO
                        ? new Term(Precision.round(product, Precision.ENGINE), ATOM)
                        : new Term(product, PRODUCT);
            }
            case DIVIDED_BY -> new Term(Precision.round(quotient(arithmetic), Precision.ENGINE), ATOM);
        };
    }

    private String quotient(Expression.Arithmetic division) throws InexpressibleException {
        return within(division.left(), PRODUCT) + "/" + within(division.right(), PRODUCT + 1);
    }

    /** A number that is compared: the engine does not round quotients before, and noise must not decide. */
    String operand(Expression expression) throws InexpressibleException {
        return switch (expression) {
            case Expression.ReadRatio ratio -> place.read(ratio);
            case Expression.Arithmetic division when division.operator() == ArithmeticOperator.DIVIDED_BY -> quotient(
                    division);
            case Expression.Arithmetic computed -> Precision.clean(text(computed), place.known(computed));
            default -> within(expression, SUM);
        };
    }

    private Term comparison(Expression.Comparison comparison) throws InexpressibleException {
        ComparisonOperator operator = comparison.operator();
        if (comparison.left().type().value() == ValueType.TEXT) {
            String equal = exact(comparison.left(), comparison.right());
            String text = operator == ComparisonOperator.EQUAL ? equal : "NOT(" + equal + ")";
            return new Term(decided(text, comparison.left(), comparison.right()), ATOM);
        }
        String sign = switch (operator) {
            case EQUAL -> "=";
            case NOT_EQUAL -> "<>";
            default -> operator.sign();
        };
        String compared = compare(comparison.left(), sign, comparison.right());
        String text = decided(compared, comparison.left(), comparison.right());
        return new Term(text, text.equals(compared) ? 1 : ATOM);
    }

    private String compare(Expression left, String sign, Expression right) throws InexpressibleException {
        return operand(left) + sign + operand(right);
    }

    private String exact(Expression left, Expression right) throws InexpressibleException {
        return "EXACT(" + text(left) + "," + text(right) + ")";
    }

    /** From left to right until one is equal. */
    private String inList(Expression.InList in) throws InexpressibleException {
        StringBuilder text = new StringBuilder();
        for (Expression option : in.options()) {
            String equal = in.value().type().value() == ValueType.TEXT
                    ? exact(in.value(), option)
                    : compare(in.value(), "=", option);
            text.append("IF(").append(decided(equal, option)).append(",TRUE,");
        }
        return text.append("FALSE").append(")".repeat(in.options().size())).toString();
    }

    static String number(Decimal number) {
        return number.signum() < 0 ? "(" + number + ")" : number.toString();
    }

    static String quoted(String text) throws InexpressibleException {
        if (text.length() > LONGEST_LITERAL) {
            throw new InexpressibleException("A text in the formula is too long for a spreadsheet.");
        }
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    static String date(LocalDate day) throws InexpressibleException {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new InexpressibleException("A day in the formula is outside the calendar of spreadsheets.");
        }
        return "DATE(" + day.getYear() + "," + day.getMonthValue() + "," + day.getDayOfMonth() + ")";
    }
}
