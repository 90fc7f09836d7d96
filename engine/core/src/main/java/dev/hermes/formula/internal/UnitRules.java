package dev.hermes.formula.internal;

import dev.hermes.model.Type;
import dev.hermes.model.Unit;
import java.util.Optional;

/** Which units go together, what comes out. */
final class UnitRules {

    private UnitRules() {}

    /** The unit of a sum, and of values that are compared: equal ones, or the more telling of two that adapt. */
    static Optional<Unit> common(Unit left, Unit right) {
        if (left.equals(right) || right.equals(Unit.NUMBER) || isMoneyOfOneCurrency(left, right)) {
            return Optional.of(left);
        }
        return left.equals(Unit.NUMBER) || isMoneyOfOneCurrency(right, left) ? Optional.of(right) : Optional.empty();
    }

    /** The type of values that are alike in type and unit. */
    static Optional<Type> common(Type left, Type right) {
        return left.value() == right.value()
                ? common(left.unit(), right.unit()).map(unit -> new Type(left.value(), unit))
                : Optional.empty();
    }

    /**
     * The unit of a product; empty for money times money. A plain number times a ratio or a counted quantity is a plain
     * number: in {@code nights * 50} and {@code sales.attainment * 1000} it usually is an amount that nobody named so.
     */
    static Optional<Unit> product(Unit left, Unit right) {
        return switch (left.kind()) {
            case NUMBER -> Optional.of(right.isMoney() ? right : Unit.NUMBER);
            case RATIO -> Optional.of(right);
            case MONEY -> right.isMoney() ? Optional.empty() : Optional.of(left);
            case QUANTITY -> Optional.of(switch (right.kind()) {
                case NUMBER -> Unit.NUMBER;
                case RATIO, QUANTITY -> left;
                case MONEY -> right;
            });
        };
    }

    /** The unit of a quotient; empty for two currencies. */
    static Optional<Unit> quotient(Unit left, Unit right) {
        if (right.kind() == Unit.Kind.NUMBER || right.kind() == Unit.Kind.RATIO) {
            return Optional.of(left);
        }
        if (left.kind() == Unit.Kind.NUMBER) {
            return Optional.of(Unit.NUMBER);
        }
        if (common(left, right).isPresent()) {
            return Optional.of(Unit.RATIO);
        }
        if (left.isMoney()) {
            return right.isMoney() ? Optional.empty() : Optional.of(left);
        }
        return Optional.of(Unit.NUMBER);
    }

    private static boolean isMoneyOfOneCurrency(Unit one, Unit other) {
        return one.isMoney() && other.equals(Unit.MONEY);
    }
}
