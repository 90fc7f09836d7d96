package dev.hermes.plan;

import dev.hermes.document.Library;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Expressions;
import dev.hermes.formula.FormulaException;
import dev.hermes.formula.Formulas;
import dev.hermes.formula.Names;
import dev.hermes.model.Document;
import dev.hermes.model.Finding;
import dev.hermes.model.Formula;
import dev.hermes.model.Message;
import dev.hermes.model.RateTable;
import dev.hermes.model.Type;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks formulas where they stand in documents; what is wrong becomes a finding. Not thread-safe. */
final class FormulaCompiler {

    private final Library library;
    private final List<Finding> findings;
    private @Nullable Set<String> sound;

    FormulaCompiler(Library library, List<Finding> findings) {
        this.library = library;
        this.findings = findings;
    }

    /** From now on formulas may read these indicators only, since the others have errors. */
    void refuseOthers(Set<String> indicators) {
        sound = Set.copyOf(indicators);
    }

    void error(Document document, String path, Message message) {
        findings.add(Finding.error(document.kind().word() + " " + document.code(), path,
                library.location(document, path), message));
    }

    void warning(Document document, String path, Message message) {
        findings.add(Finding.warning(document.kind().word() + " " + document.code(), path,
                library.location(document, path), message));
    }

    /** The checked formula; null where there is none or it is wrong. */
    @Nullable
    CompiledFormula compile(Document document, String path, @Nullable Formula formula, Names names, Type expected) {
        return formula == null ? null : compile(document, path, formula, names, expected, false);
    }

    /** The same for a formula that holds day by day. */
    @Nullable
    CompiledFormula compileEachDay(Document document, String path, Formula formula, Names names, Type expected) {
        return compile(document, path, formula, names, expected, true);
    }

    private @Nullable CompiledFormula compile(Document document, String path, Formula formula, Names names,
            Type expected, boolean eachDay) {
        Expression expression;
        try {
            expression = eachDay
                    ? Formulas.checkEachDay(formula.text(), names, expected)
                    : Formulas.check(formula.text(), names, expected);
        } catch (FormulaException refused) {
            error(document, path, Message.of("\"{0}\" at {1}:{2} {3}", formula.text(), refused.problem().line(),
                    refused.problem().column(), refused.problem().message()));
            return null;
        }
        Map<String, Expression> scales = new HashMap<>();
        Expressions.visit(expression, node -> {
            if (node instanceof Expression.ReadRate rate) {
                library.rateTable(rate.table()).ifPresent(table -> scale(document, path, table, names, scales));
            }
        });
        boolean readsBroken = readsBroken(document, path, expression);
        for (Expression scale : scales.values()) {
            readsBroken |= readsBroken(document, path, scale);
        }
        return readsBroken ? null : new CompiledFormula(formula.text(), expression, scales);
    }

    private boolean readsBroken(Document document, String path, Expression expression) {
        Set<String> broken = new LinkedHashSet<>();
        Set<String> allowed = sound;
        Expressions.visit(expression, node -> {
            switch (node) {
                case Expression.ReadIndicator read -> broken.add(read.code());
                case Expression.ReadRatio read -> broken.add(read.code());
                default -> {
                }
            }
        });
        if (allowed == null) {
            return false;
        }
        broken.removeAll(allowed);
        broken.forEach(code -> error(document, path,
                Message.of("The indicator '{0}' has errors of its own; mend them first.", code)));
        return !broken.isEmpty();
    }

    private void scale(Document document, String path, RateTable table, Names names, Map<String, Expression> scales) {
        Formula scaledBy = table.scaledBy();
        if (scaledBy == null || scales.containsKey(table.code())) {
            return;
        }
        try {
            Expression scale = Formulas.check(scaledBy.text(), names, Type.NUMBER);
            Expressions.visit(scale, node -> {
                if (node instanceof Expression.ReadRate) {
                    error(table, "scaledBy",
                            Message.of("A scale cannot itself read a rate table. Read it in the rule instead."));
                }
            });
            scales.put(table.code(), scale);
        } catch (FormulaException refused) {
            error(document, path, Message.of("reads the rate table {0}, whose scale \"{1}\" cannot be read here: {2}",
                    table.code(), scaledBy.text(), refused.problem().message()));
        }
    }
}
