package dev.hermes.formula;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Writes formulas whose structure is known: with as few brackets as the precedence of operators asks for, and here and
 * there with more, with spaces and line ends.
 */
final class FormulaGenerator {

    /** From what binds least to what binds most. */
    private enum Binding {
        CONDITIONAL, OR, AND, EQUALITY, RELATION, RANGE, SUM, PRODUCT, SIGN, VALUE
    }

    /**
     * A formula.
     *
     * @param structure
     *            the formula with a bracket around every operation
     */
    record Written(String text, String structure, Binding binding) {}

    private final Random random;

    FormulaGenerator(Random random) {
        this.random = random;
    }

    /** A number or a condition. */
    Written formula(int depth) {
        return random.nextBoolean() ? number(depth) : condition(depth);
    }

    private Written number(int depth) {
        if (depth == 0) {
            String name = pick(List.of("a", "b", "c", "a.target", "12", "0.5", "period.index"));
            return new Written(name, name, Binding.VALUE);
        }
        return switch (random.nextInt(8)) {
            case 0, 1 -> infix(pick(List.of("+", "-")), Binding.SUM, Binding.PRODUCT, () -> number(depth - 1));
            case 2, 3 -> infix(pick(List.of("*", "/")), Binding.PRODUCT, Binding.SIGN, () -> number(depth - 1));
            case 4 -> {
                Written operand = number(depth - 1);
                boolean single = operand.binding() == Binding.VALUE && Character.isLetter(operand.text().charAt(0));
                yield new Written("-" + (single ? operand.text() : "(" + operand.text() + ")"),
                        "(-" + operand.structure() + ")", Binding.SIGN);
            }
            case 5 -> conditional(depth, () -> number(depth - 1));
            case 6 -> call("max", number(depth - 1), number(depth - 1));
            default -> call("abs", number(depth - 1));
        };
    }

    private Written condition(int depth) {
        if (depth == 0) {
            String name = pick(List.of("p", "q", "true"));
            return new Written(name, name, Binding.VALUE);
        }
        return switch (random.nextInt(10)) {
            case 0 -> infix("&&", Binding.AND, Binding.EQUALITY, () -> condition(depth - 1));
            case 1 -> infix("||", Binding.OR, Binding.AND, () -> condition(depth - 1));
            case 2 -> infix(pick(List.of("==", "!=")), Binding.EQUALITY, Binding.RELATION, () -> condition(depth - 1));
            case 3, 4 -> infix(pick(List.of("<", "<=", ">", ">=")), Binding.RELATION, Binding.RANGE,
                    () -> number(depth - 1));
            case 5 -> {
                Written operand = condition(depth - 1);
                yield new Written("!" + around(operand, Binding.SIGN), "(!" + operand.structure() + ")", Binding.SIGN);
            }
            case 6 -> conditional(depth, () -> condition(depth - 1));
            case 7 -> call("orElse", condition(depth - 1), condition(depth - 1));
            case 8 -> {
                Written value = number(depth - 1);
                Written one = number(depth - 1);
                Written other = number(depth - 1);
                yield new Written(
                        around(value, Binding.RANGE) + gap() + "in [" + one.text() + "," + gap() + other.text()
                                + "]",
                        "(" + value.structure() + " in [" + one.structure() + ", " + other.structure() + "])",
                        Binding.RELATION);
            }
            default -> {
                Written value = number(depth - 1);
                Written low = number(depth - 1);
                String sign = pick(List.of("..", "..<", "<..", "<..<"));
                yield new Written(
                        around(value, Binding.RANGE) + gap() + "in " + around(low, Binding.SUM) + " " + sign
                                + " 1000000",
                        "(" + value.structure() + " in " + low.structure() + sign + "1000000)", Binding.RELATION);
            }
        };
    }

    private Written infix(String operator, Binding binding, Binding tighter, Supplier<Written> operand) {
        Written left = operand.get();
        Written right = operand.get();
        return new Written(around(left, binding) + " " + operator + gap() + around(right, tighter),
                "(" + left.structure() + " " + operator + " " + right.structure() + ")", binding);
    }

    private Written conditional(int depth, Supplier<Written> branch) {
        Written condition = condition(depth - 1);
        Written then = branch.get();
        Written otherwise = branch.get();
        return new Written(
                around(condition, Binding.OR) + gap() + "? " + then.text() + gap() + ":" + gap() + otherwise.text(),
                "(" + condition.structure() + " ? " + then.structure() + " : " + otherwise.structure() + ")",
                Binding.CONDITIONAL);
    }

    private Written call(String name, Written... arguments) {
        List<Written> all = List.of(arguments);
        return new Written(
                name + (random.nextInt(4) == 0 ? " (" : "(")
                        + String.join("," + gap(), all.stream().map(Written::text).toList()) + ")",
                name + "(" + String.join(", ", all.stream().map(Written::structure).toList()) + ")", Binding.VALUE);
    }

    private String around(Written operand, Binding least) {
        boolean needed = operand.binding().compareTo(least) < 0;
        return needed || random.nextInt(6) == 0 ? "(" + operand.text() + ")" : operand.text();
    }

    /** What may stand after an operator. */
    private String gap() {
        return pick(List.of(" ", " ", " ", "  ", "\n", "\r\n\t"));
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
