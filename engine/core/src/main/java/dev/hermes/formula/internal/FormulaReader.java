package dev.hermes.formula.internal;

import dev.hermes.formula.Expression;
import dev.hermes.formula.Names;
import dev.hermes.model.Message;
import dev.hermes.model.Type;
import dev.hermes.model.ValueType;

/** Takes a formula through all stages. */
public final class FormulaReader {

    private final SourceText source;
    private final Names names;
    private final boolean eachDay;

    /**
     * @param eachDay
     *            whether the whole formula holds day by day
     */
    public FormulaReader(String text, Names names, boolean eachDay) {
        this.source = new SourceText(text);
        this.names = names;
        this.eachDay = eachDay;
    }

    /**
     * The typed tree.
     *
     * @throws dev.hermes.formula.FormulaException
     *             by the first stage that refuses the formula
     */
    public Expression read() {
        SourceGuard.check(source);
        Tokens tokens = SyntaxGuard.check(source, Lexer.read(source));
        var tree = NodeFilter.check(source, GroovyParser.parse(source, Mask.of(source, tokens)));
        Syntax syntax = Translator.translate(source, tokens, tree);
        return new TypeChecker(source, names, eachDay).check(syntax);
    }

    /**
     * The typed tree, whose value is of the expected type and unit.
     *
     * @throws dev.hermes.formula.FormulaException
     *             by the first stage that refuses the formula, or where its value is of another type or unit
     */
    public Expression read(Type expected) {
        Expression expression = read();
        if (UnitRules.common(expected, expression.type()).isEmpty()) {
            throw source.problem(expression.span(),
                    Message.of("The value of this formula is {0}, and {1} is wanted. {2}", expression.type().said(),
                            expected.said(), remedy(expected, expression.type())));
        }
        return expression;
    }

    private static Message remedy(Type expected, Type given) {
        if (expected.value() == ValueType.BOOLEAN) {
            return Message.of("Maybe compare it with something: x >= 1.");
        }
        return given.value() == ValueType.BOOLEAN
                ? Message.of("Maybe condition ? a : b.")
                : Message.of("Maybe something is still to be multiplied or divided, or another name was meant.");
    }
}
