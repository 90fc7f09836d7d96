package dev.hermes.formula.internal;

import dev.hermes.formula.FormulaException;
import dev.hermes.formula.Span;
import dev.hermes.model.Message;
import java.util.List;
import org.codehaus.groovy.GroovyBugError;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.SourceUnit;

/**
 * Groovy's parser, and nothing else of Groovy: a source unit is parsed and converted to a tree. There is no compilation
 * unit, no class loader and no shell, so that annotations, transformations and imports are never looked at.
 */
final class GroovyParser {

    private GroovyParser() {}

    /**
     * The tree of a text that is exactly one expression.
     *
     * @throws FormulaException
     *             where it is anything else
     */
    static Expression parse(SourceText source, String shape) {
        return expressionOf(source, moduleOf(source, shape));
    }

    private static ModuleNode moduleOf(SourceText source, String shape) {
        CompilerConfiguration configuration = new CompilerConfiguration();
        try {
            SourceUnit unit = new SourceUnit("formula", shape, configuration, null, new ErrorCollector(configuration));
            unit.parse();
            unit.completePhase();
            unit.nextPhase();
            unit.convert();
            return unit.getAST();
        } catch (RuntimeException | GroovyBugError | StackOverflowError unreadable) {
            // Whatever the parser throws at a text from outside means that it cannot read it; its words would not help.
            throw unreadable(source);
        }
    }

    private static Expression expressionOf(SourceText source, ModuleNode module) {
        boolean declaresNothing = module.getImports().isEmpty() && module.getStarImports().isEmpty()
                && module.getStaticImports().isEmpty() && module.getStaticStarImports().isEmpty()
                && module.getPackage() == null && module.getMethods().isEmpty();
        List<Statement> statements = module.getStatementBlock().getStatements();
        if (declaresNothing && statements.size() == 1 && module.getClasses().size() == 1
                && statements.getFirst().getClass() == ExpressionStatement.class
                && statements.getFirst().getStatementLabels() == null) {
            return ((ExpressionStatement) statements.getFirst()).getExpression();
        }
        throw unreadable(source);
    }

    static FormulaException unreadable(SourceText source) {
        return source.problem(new Span(0, source.text().length()),
                Message.of("The formula cannot be read as one expression. Maybe put brackets around its parts."));
    }
}
