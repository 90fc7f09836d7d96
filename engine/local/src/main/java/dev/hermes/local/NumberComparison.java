package dev.hermes.local;

import dev.hermes.decimal.Decimal;
import dev.hermes.formula.Expression.ComparisonOperator;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Exact comparisons of decimals of different widths. DuckDB brings both sides to one type, which fails where their
 * digits together pass 38; so the side that can be changed without changing the answer is.
 */
final class NumberComparison {

    private static final int DIGITS = 38;

    private NumberComparison() {}

    static Condition of(ComparisonOperator operator, SqlColumn column, Decimal literal) {
        BigDecimal value = literal.toBigDecimal();
        ComparisonOperator asked = operator;
        if (value.scale() > column.scale()) {
            // Between two neighbours of the column's values: the nearer bound decides as well.
            switch (operator) {
                case EQUAL -> {
                    return Condition.constant(false, column);
                }
                case NOT_EQUAL -> {
                    return Condition.constant(true, column);
                }
                case LESS, AT_MOST -> {
                    asked = ComparisonOperator.AT_MOST;
                    value = value.setScale(column.scale(), RoundingMode.FLOOR);
                }
                case GREATER, AT_LEAST -> {
                    asked = ComparisonOperator.AT_LEAST;
                    value = value.setScale(column.scale(), RoundingMode.CEILING);
                }
            }
        }
        if (isBeyond(column, value)) {
            return Condition.constant(whereOther(asked, value.signum()), column);
        }
        return new Condition(
                "(" + column.sql() + sign(asked) + Sql.decimal(value, column.digits(), column.scale()) + ")",
                column.nullable());
    }

    /** Whether a value of the column may equal the literal. */
    static boolean canEqual(SqlColumn column, Decimal literal) {
        BigDecimal value = literal.toBigDecimal();
        return value.scale() <= column.scale() && !isBeyond(column, value);
    }

    private static boolean isBeyond(SqlColumn column, BigDecimal value) {
        return value.abs().compareTo(BigDecimal.ONE.scaleByPowerOfTen(column.digits() - column.scale())) >= 0;
    }

    /** Whether the operator holds where the right side lies above (1) or below (-1) everything on the left. */
    private static boolean whereOther(ComparisonOperator operator, int side) {
        return switch (operator) {
            case EQUAL -> false;
            case NOT_EQUAL -> true;
            case LESS, AT_MOST -> side > 0;
            case GREATER, AT_LEAST -> side < 0;
        };
    }

    static Condition of(ComparisonOperator operator, SqlColumn left, SqlColumn right) {
        boolean nullable = left.nullable() || right.nullable();
        int scale = Math.max(left.scale(), right.scale());
        int before = Math.max(left.digits() - left.scale(), right.digits() - right.scale());
        if (before + scale <= DIGITS) {
            return new Condition("(" + left.sql() + sign(operator) + right.sql() + ")", nullable);
        }
        // The one with fewer fractional digits may be too large for the other's scale; then it is the larger in any case.
        boolean leftIsCast = left.scale() < right.scale();
        SqlColumn cast = leftIsCast ? left : right;
        SqlColumn other = leftIsCast ? right : left;
        ComparisonOperator asked = leftIsCast ? operator : flipped(operator);
        String widened = "TRY_CAST(" + cast.sql() + " AS " + Sql.decimalType(DIGITS, scale) + ")";
        return new Condition("(CASE WHEN " + other.sql() + " IS NULL THEN NULL WHEN " + widened + " IS NULL THEN "
                + cast.sql() + sign(asked) + "0 ELSE " + widened + sign(asked) + "CAST(" + other.sql() + " AS "
                + Sql.decimalType(DIGITS, scale) + ") END)", nullable);
    }

    /** The operator that says the same with the sides exchanged. */
    static ComparisonOperator flipped(ComparisonOperator operator) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL -> operator;
            case LESS -> ComparisonOperator.GREATER;
            case AT_MOST -> ComparisonOperator.AT_LEAST;
            case GREATER -> ComparisonOperator.LESS;
            case AT_LEAST -> ComparisonOperator.AT_MOST;
        };
    }

    /** The operator in SQL, with spaces around it. */
    static String sign(ComparisonOperator operator) {
        return switch (operator) {
            case EQUAL -> " = ";
            case NOT_EQUAL -> " <> ";
            case LESS, AT_MOST, GREATER, AT_LEAST -> " " + operator.sign() + " ";
        };
    }
}
