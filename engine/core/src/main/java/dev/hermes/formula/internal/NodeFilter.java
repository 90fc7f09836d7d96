package dev.hermes.formula.internal;

import dev.hermes.formula.FormulaException;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.BooleanExpression;
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
 * Permits the nodes of Groovy's tree that the language has, by their exact class: in Groovy a declaration is a binary
 * expression, an attribute a property, an Elvis operator a ternary and a lambda a closure, so a test by
 * {@code instanceof} would let those in.
 */
final class NodeFilter {

    private static final Set<String> OPERATORS = Set.of("+", "-", "*", "/", "==", "!=", "<", "<=", ">", ">=", "&&",
            "||", "in");
    /** Groovy's mark on {@code max 1, 2}. */
    private static final String COMMAND = "_IS_COMMAND_EXPRESSION";

    private NodeFilter() {}

    /**
     * The tree itself.
     *
     * @throws FormulaException
     *             where it has a node that the language does not
     */
    static Expression check(SourceText source, Expression tree) {
        if (!permits(tree)) {
            throw GroovyParser.unreadable(source);
        }
        return tree;
    }

    static boolean permits(Expression node) {
        Class<?> kind = node.getClass();
        if (kind == ConstantExpression.class) {
            Object value = ((ConstantExpression) node).getValue();
            return value instanceof String || value instanceof Boolean || value instanceof Number;
        } else if (kind == VariableExpression.class) {
            VariableExpression variable = (VariableExpression) node;
            return !variable.isThisExpression() && !variable.isSuperExpression();
        } else if (kind == NotExpression.class) {
            return permits(((NotExpression) node).getExpression());
        } else if (kind == UnaryMinusExpression.class) {
            return permits(((UnaryMinusExpression) node).getExpression());
        } else if (kind == BinaryExpression.class) {
            BinaryExpression binary = (BinaryExpression) node;
            return !binary.isSafe() && OPERATORS.contains(binary.getOperation().getText())
                    && permitsAll(List.of(binary.getLeftExpression(), binary.getRightExpression()));
        } else if (kind == TernaryExpression.class) {
            TernaryExpression ternary = (TernaryExpression) node;
            BooleanExpression condition = ternary.getBooleanExpression();
            return condition.getClass() == BooleanExpression.class && permitsAll(List.of(condition.getExpression(),
                    ternary.getTrueExpression(), ternary.getFalseExpression()));
        } else if (kind == ListExpression.class) {
            ListExpression list = (ListExpression) node;
            return !list.isWrapped() && permitsAll(list.getExpressions());
        } else if (kind == RangeExpression.class) {
            RangeExpression range = (RangeExpression) node;
            return permitsAll(List.of(range.getFrom(), range.getTo()));
        } else if (kind == PropertyExpression.class) {
            return permitsProperty((PropertyExpression) node);
        }
        return kind == MethodCallExpression.class && permitsCall((MethodCallExpression) node);
    }

    private static boolean permitsProperty(PropertyExpression property) {
        return !property.isSafe() && !property.isSpreadSafe() && !property.isStatic()
                && isName(property.getProperty()) && permits(property.getObjectExpression());
    }

    private static boolean permitsCall(MethodCallExpression call) {
        return call.isImplicitThis() && !call.isSafe() && !call.isSpreadSafe() && call.getGenericsTypes() == null
                && call.getNodeMetaData(COMMAND) == null && isName(call.getMethod())
                && call.getArguments().getClass() == ArgumentListExpression.class
                && permitsAll(((ArgumentListExpression) call.getArguments()).getExpressions());
    }

    private static boolean isName(Expression node) {
        return node.getClass() == ConstantExpression.class && ((ConstantExpression) node).getValue() instanceof String;
    }

    private static boolean permitsAll(List<Expression> nodes) {
        return nodes.stream().allMatch(NodeFilter::permits);
    }
}
