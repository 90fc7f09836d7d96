package dev.hermes.formula.internal;

import dev.hermes.formula.FormulaException;
import dev.hermes.formula.Span;
import dev.hermes.model.Message;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.NotExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.RangeExpression;
import org.codehaus.groovy.ast.expr.TernaryExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/**
 * Takes the shape of a formula from Groovy's tree and its content from the tokens. The tree is walked in the order of
 * the text, and every node takes its own tokens: what the two readings do not agree on is refused, so that nothing is
 * ever taken from Groovy but how operators group.
 */
final class Translator {

    private final SourceText source;
    private final Tokens tokens;
    private final List<Token> remaining;
    private int next;

    private Translator(SourceText source, Tokens tokens) {
        this.source = source;
        this.tokens = tokens;
        this.remaining = tokens.withoutGroups();
    }

    /**
     * @param tree
     *            a tree that {@link NodeFilter} permits
     */
    static Syntax translate(SourceText source, Tokens tokens, Expression tree) {
        Translator translator = new Translator(source, tokens);
        Syntax syntax = translator.read(tree);
        if (translator.next < translator.remaining.size()) {
            throw GroovyParser.unreadable(source);
        }
        return syntax;
    }

    private Syntax read(Expression node) {
        return switch (node) {
            case ConstantExpression constant -> constant(constant);
            case VariableExpression _ -> {
                Token name = take(Token.Kind.NAME);
                yield new Syntax.Name(name.text(), name.span());
            }
            case NotExpression not -> {
                Token sign = take("!");
                Syntax operand = read(not.getExpression());
                yield new Syntax.Not(operand, between(sign.span(), outer(operand)));
            }
            case UnaryMinusExpression minus -> {
                Token sign = take("-");
                Syntax operand = read(minus.getExpression());
                yield new Syntax.Minus(operand, between(sign.span(), outer(operand)));
            }
            case BinaryExpression binary -> {
                Syntax left = read(binary.getLeftExpression());
                Token sign = take(binary.getOperation().getText());
                Syntax right = read(binary.getRightExpression());
                yield new Syntax.Binary(sign.text(), sign.span(), left, right, between(outer(left), outer(right)));
            }
            case TernaryExpression ternary -> conditional(ternary);
            case PropertyExpression property -> {
                Syntax of = read(property.getObjectExpression());
                take(".");
                Token name = take(Token.Kind.NAME);
                yield new Syntax.Member(of, name.text(), name.span(), between(outer(of), name.span()));
            }
            case RangeExpression range -> range(range);
            case ListExpression list -> {
                Token opening = take("[");
                List<Syntax> elements = separated(list.getExpressions());
                yield new Syntax.ListOf(elements, between(opening.span(), take("]").span()));
            }
            case MethodCallExpression call -> {
                Token name = take(Token.Kind.NAME);
                take("(");
                List<Syntax> arguments = separated(((ArgumentListExpression) call.getArguments()).getExpressions());
                yield new Syntax.Call(name.text(), name.span(), arguments, between(name.span(), take(")").span()));
            }
            default -> throw GroovyParser.unreadable(source);
        };
    }

    private Syntax constant(ConstantExpression constant) {
        return switch (constant.getValue()) {
            case Boolean _ -> {
                Token word = take(Token.Kind.TRUTH);
                yield new Syntax.Truth(word.text().equals("true"), word.span());
            }
            case String _ -> {
                Token literal = take(Token.Kind.TEXT);
                yield new Syntax.Text(literal.text(), literal.span());
            }
            default -> {
                if (nextIs("-")) {
                    Token sign = take("-");
                    Token digits = take(Token.Kind.NUMBER);
                    yield new Syntax.Digits("-" + digits.text(), between(sign.span(), digits.span()));
                }
                Token digits = take(Token.Kind.NUMBER);
                yield new Syntax.Digits(digits.text(), digits.span());
            }
        };
    }

    private Syntax conditional(TernaryExpression ternary) {
        Syntax condition = read(ternary.getBooleanExpression().getExpression());
        take("?");
        Syntax then = read(ternary.getTrueExpression());
        take(":");
        Syntax otherwise = read(ternary.getFalseExpression());
        return new Syntax.Conditional(condition, then, otherwise, between(outer(condition), outer(otherwise)));
    }

    private Syntax range(RangeExpression range) {
        Syntax low = read(range.getFrom());
        take((range.isExclusiveLeft() ? "<" : "") + ".." + (range.isExclusiveRight() ? "<" : ""));
        Syntax high = read(range.getTo());
        return new Syntax.Range(low, high, !range.isExclusiveLeft(), !range.isExclusiveRight(),
                between(outer(low), outer(high)));
    }

    private List<Syntax> separated(List<Expression> nodes) {
        List<Syntax> parts = new ArrayList<>();
        for (Expression node : nodes) {
            if (!parts.isEmpty()) {
                take(",");
            }
            parts.add(read(node));
        }
        return List.copyOf(parts);
    }

    private boolean nextIs(String sign) {
        return next < remaining.size() && remaining.get(next).isSign(sign);
    }

    private Token take(String sign) {
        return take(nextIs(sign));
    }

    private Token take(Token.Kind kind) {
        return take(next < remaining.size() && remaining.get(next).kind() == kind);
    }

    private Token take(boolean agreed) {
        if (!agreed) {
            throw disagreement();
        }
        return remaining.get(next++);
    }

    private FormulaException disagreement() {
        return next < remaining.size()
                ? source.problem(remaining.get(next).span(), Message
                        .of("From here on the formula can be read in two ways. Maybe put brackets around its parts."))
                : GroovyParser.unreadable(source);
    }

    private Span outer(Syntax syntax) {
        return tokens.withGroups(syntax.span());
    }

    private static Span between(Span first, Span last) {
        return new Span(first.start(), last.end());
    }
}
