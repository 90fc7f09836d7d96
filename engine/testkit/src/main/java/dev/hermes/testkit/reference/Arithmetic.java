package dev.hermes.testkit.reference;

import dev.hermes.formula.Expression.ArithmeticOperator;
import dev.hermes.model.Failure;
import dev.hermes.testkit.ReferenceDecimal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The four operators on figures. The first failure from the left counts; missing gives missing. */
final class Arithmetic {

    private Arithmetic() {}

    /** A plain decimal without zeros that say nothing. */
    static String text(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    /** The first failure, or else missing where anything is; null where all are present. */
    static @org.jspecify.annotations.Nullable Figure absent(List<Figure> figures) {
        for (Figure figure : figures) {
            if (figure.isFailed()) {
                return figure;
            }
        }
        return figures.stream().anyMatch(Figure::isMissing) ? Figure.MISSING : null;
    }

    static Figure apply(ArithmeticOperator operator, Figure left, Figure right) {
        Figure absent = absent(List.of(left, right));
        if (absent != null) {
            return absent;
        }
        BigDecimal a = left.number();
        BigDecimal b = right.number();
        if (operator == ArithmeticOperator.DIVIDED_BY && b.signum() == 0) {
            return Figure.failed(Failure.divisionByZero(left.text(), right.text()));
        }
        return orOverflow(switch (operator) {
            case PLUS -> ReferenceDecimal.plus(a, b);
            case MINUS -> ReferenceDecimal.minus(a, b);
            case TIMES -> ReferenceDecimal.times(a, b);
            case DIVIDED_BY -> ReferenceDecimal.dividedBy(a, b);
        }, left.text() + " " + operator.sign() + " " + right.text());
    }

    /** The result, or the failure that an operation does not fit. */
    static Figure orOverflow(Optional<BigDecimal> result, String operation) {
        return result.map(Figure::of).orElseGet(() -> Figure.failed(Failure.overflow(operation)));
    }
}
