package dev.hermes.kernel.internal.evaluation;

import dev.hermes.column.NumberColumn;
import dev.hermes.decimal.Decimal;
import dev.hermes.decimal.DecimalRegister;
import dev.hermes.formula.Expression.ArithmeticOperator;
import dev.hermes.model.Failure;

/** Arithmetic on columns. A failure on the left is reported before one on the right; missing gives missing. */
public final class Numbers {

    static final Decimal ONE = Decimal.ONE;

    private final DecimalRegister register = new DecimalRegister();

    DecimalRegister register() {
        return register;
    }

    public NumberColumn apply(ArithmeticOperator operator, NumberColumn left, NumberColumn right) {
        NumberColumn result = new NumberColumn(left.size());
        boolean allPresent = left.allPresent() && right.allPresent();
        for (int i = 0; i < left.size(); i++) {
            if (allPresent || takeState(result, i, left, right)) {
                apply(operator, left, right, i, result);
            }
        }
        return result;
    }

    private void apply(ArithmeticOperator operator, NumberColumn left, NumberColumn right, int i,
            NumberColumn result) {
        long ah = left.high(i);
        long al = left.low(i);
        long bh = right.high(i);
        long bl = right.low(i);
        boolean fits = switch (operator) {
            case PLUS -> register.add(ah, al, bh, bl);
            case MINUS -> register.subtract(ah, al, bh, bl);
            case TIMES -> register.multiply(ah, al, bh, bl);
            case DIVIDED_BY -> {
                if ((bh | bl) == 0) {
                    result.setFailure(i, Failure.divisionByZero(left.text(i), right.text(i)));
                    yield false;
                }
                yield register.divide(ah, al, bh, bl);
            }
        };
        if (fits) {
            result.set(i, register.high, register.low);
        } else if (!result.isFailed(i)) {
            result.setFailure(i,
                    Failure.overflow(left.text(i) + " " + operator.sign() + " " + right.text(i)));
        }
    }

    /** Whether both are present; if not, the result takes over the first failure, or else that one is missing. */
    static boolean takeState(NumberColumn result, int i, NumberColumn left, NumberColumn right) {
        if (left.isFailed(i)) {
            result.copyState(i, left, i);
            return false;
        }
        if (right.isFailed(i)) {
            result.copyState(i, right, i);
            return false;
        }
        if (left.isMissing(i) || right.isMissing(i)) {
            result.setMissing(i);
            return false;
        }
        return true;
    }

    NumberColumn negate(NumberColumn operand) {
        NumberColumn result = new NumberColumn(operand.size());
        for (int i = 0; i < operand.size(); i++) {
            result.copyState(i, operand, i);
            if (operand.isPresent(i) && register.subtract(0, 0, operand.high(i), operand.low(i))) {
                result.set(i, register.high, register.low);
            }
        }
        return result;
    }

    /** The parts of a quotient; a zero divisor is a failure. */
    public Operand quotient(NumberColumn dividend, NumberColumn divisor) {
        NumberColumn numerator = new NumberColumn(dividend.size());
        for (int i = 0; i < dividend.size(); i++) {
            if (takeState(numerator, i, dividend, divisor)) {
                if ((divisor.high(i) | divisor.low(i)) == 0) {
                    numerator.setFailure(i, Failure.divisionByZero(dividend.text(i), divisor.text(i)));
                } else {
                    numerator.set(i, dividend.high(i), dividend.low(i));
                }
            }
        }
        return new Operand(numerator, divisor);
    }

    /** The rounded value of what may be a quotient. */
    NumberColumn value(Operand operand) {
        NumberColumn divisor = operand.denominator();
        if (divisor == null) {
            return operand.numerator();
        }
        NumberColumn dividend = operand.numerator();
        NumberColumn result = new NumberColumn(dividend.size());
        for (int i = 0; i < dividend.size(); i++) {
            result.copyState(i, dividend, i);
            if (dividend.isPresent(i)) {
                apply(ArithmeticOperator.DIVIDED_BY, dividend, divisor, i, result);
            }
        }
        return result;
    }
}
