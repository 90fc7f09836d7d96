package dev.hermes.formula;

import dev.hermes.decimal.Decimal;
import dev.hermes.model.Series;
import dev.hermes.model.Type;
import dev.hermes.model.Window;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The typed tree of a checked formula. Every node knows its type, and where it stands in the text. What a node means
 * when a value is missing or an operation fails is said in the engine's reference; evaluators follow it, left to right.
 */
public sealed interface Expression {

    Type type();

    Span span();

    record NumberLiteral(Decimal value, Type type, Span span) implements Expression {}

    record TextLiteral(String value, Type type, Span span) implements Expression {}

    record BooleanLiteral(boolean value, Type type, Span span) implements Expression {}

    record DateLiteral(LocalDate value, Type type, Span span) implements Expression {}

    /** A series of an indicator over a window. */
    record ReadIndicator(String code, Series series, Window window, Type type, Span span) implements Expression {}

    /** {@code .attainment} and {@code .growth}: quotients, compared exactly. */
    record ReadRatio(String code, Ratio ratio, Window window, Type type, Span span) implements Expression {}

    record ReadValue(Symbol.Source source, Type type, Span span) implements Expression {}

    record Negate(Expression operand, Type type, Span span) implements Expression {}

    record Not(Expression operand, Type type, Span span) implements Expression {}

    record Arithmetic(ArithmeticOperator operator, Expression left, Expression right, Type type,
            Span span) implements Expression {}

    record Comparison(ComparisonOperator operator, Expression left, Expression right, Type type,
            Span span) implements Expression {}

    /** {@code &&} where {@code and}, otherwise {@code ||}; the right side is reached only if the left does not decide. */
    record Logical(boolean and, Expression left, Expression right, Type type, Span span) implements Expression {}

    record Conditional(Expression condition, Expression then, Expression otherwise, Type type,
            Span span) implements Expression {}

    /** {@code value in [a, b]}; options are evaluated left to right until one equals. */
    record InList(Expression value, List<Expression> options, Type type, Span span) implements Expression {}

    record InRange(Expression value, Expression low, Expression high, boolean lowIncluded, boolean highIncluded,
            Type type, Span span) implements Expression {}

    /** A call of a function that has nothing to it but its arguments. */
    record Call(Function function, List<Expression> arguments, Type type, Span span) implements Expression {}

    /** A reading of a rate table: {@code band flat marginal interpolate lookup}; {@code lookup} has no quantity. */
    record ReadRate(RateFunction function, @Nullable Expression quantity, String table, List<Expression> keys,
            Type type, Span span) implements Expression {}

    /** The sum of the body over the days of the period on which everything that it names is present. */
    record Daily(Expression body, Type type, Span span) implements Expression {}

    /** How many days of the period everything in the body is present. */
    record DaysPresent(Expression body, Type type, Span span) implements Expression {}

    /** How many days of the period the payee's assignment holds. */
    record DaysAssigned(Type type, Span span) implements Expression {}

    /** {@code rank percentile share} of an indicator's actual among those with the same group text, or a population. */
    record Relative(RelativeFunction function, ReadIndicator of, @Nullable Expression group,
            @Nullable String population, Type type, Span span) implements Expression {}

    enum Ratio {
        ATTAINMENT, GROWTH
    }

    enum ArithmeticOperator {
        PLUS("+"), MINUS("-"), TIMES("*"), DIVIDED_BY("/");

        private final String sign;

        ArithmeticOperator(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    enum ComparisonOperator {
        EQUAL("=="), NOT_EQUAL("!="), LESS("<"), AT_MOST("<="), GREATER(">"), AT_LEAST(">=");

        private final String sign;

        ComparisonOperator(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    enum RateFunction {
        BAND, FLAT, MARGINAL, INTERPOLATE, LOOKUP
    }

    enum RelativeFunction {
        RANK, PERCENTILE, SHARE
    }
}
