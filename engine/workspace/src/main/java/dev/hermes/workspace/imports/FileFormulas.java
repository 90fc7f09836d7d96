package dev.hermes.workspace.imports;

import dev.hermes.formula.Expression;
import dev.hermes.formula.Expressions;
import dev.hermes.formula.FormulaException;
import dev.hermes.formula.Formulas;
import dev.hermes.formula.Symbol;
import dev.hermes.formula.SymbolTable;
import dev.hermes.model.Formula;
import dev.hermes.model.Message;
import dev.hermes.model.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks formulas over the columns of a file, which are texts; a cell without a value is an empty one. */
final class FileFormulas {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private final SymbolTable symbols;

    FileFormulas(List<String> columns) {
        SymbolTable.Builder builder = SymbolTable.builder();
        for (String column : columns) {
            if (NAME.matcher(column).matches()) {
                builder.add(column, new Symbol.OfValue(new Symbol.Source.OfFact("", column), Type.TEXT, false,
                        Message.of("The column {0} of the file.", column)));
            }
        }
        symbols = builder.build();
    }

    /**
     * The typed tree of a formula; null where it is refused.
     *
     * @param expected
     *            the type of its value; null for any
     * @param refused
     *            is told why
     */
    @Nullable
    Expression check(Formula formula, @Nullable Type expected, Consumer<Message> refused) {
        try {
            return expected == null
                    ? Formulas.check(formula.text(), symbols)
                    : Formulas.check(formula.text(), symbols, expected);
        } catch (FormulaException e) {
            refused.accept(Message.of("Column {0} of the formula: {1}", e.problem().column(), e.problem().message()));
            return null;
        }
    }

    /** The columns that a formula reads. */
    static SequencedSet<String> columns(Expression expression) {
        SequencedSet<String> columns = new LinkedHashSet<>();
        Expressions.visit(expression, node -> {
            if (node instanceof Expression.ReadValue read && read.source() instanceof Symbol.Source.OfFact fact) {
                columns.add(fact.column());
            }
        });
        return columns;
    }
}
