package dev.hermes.app.indicators;

import dev.hermes.app.formula.FormulaWords;
import dev.hermes.document.Library;
import dev.hermes.model.Finding;
import dev.hermes.model.Indicator;
import dev.hermes.plan.CompiledLibrary;
import dev.hermes.plan.LibraryCompiler;
import dev.hermes.workspace.Documents;
import dev.hermes.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The documents of a workspace at one time, compiled. Immutable.
 *
 * @param operation
 *            the number of the last operation on documents that counts
 * @param references
 *            which indicator is read where; true for those that are read in conditions only
 * @param problems
 *            what is wrong, by what it is wrong with
 * @param words
 *            what can be written in formulas
 */
record Snapshot(long operation, CompiledLibrary compiled, Map<References.Reference, Boolean> references,
        Map<String, List<Finding>> problems, FormulaWords words) {

    /** Reads and compiles; not for the screen's thread. */
    static Snapshot of(Workspace workspace) {
        Documents.State now = workspace.documents().current();
        CompiledLibrary compiled = LibraryCompiler.compile(now.library());
        Map<String, List<Finding>> problems = compiled.findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .collect(Collectors.groupingBy(Finding::subject));
        return new Snapshot(now.operation(), compiled, References.of(compiled), problems,
                FormulaWords.ofPeriod(compiled.library()));
    }

    Library library() {
        return compiled.library();
    }

    /** What is wrong with an indicator. */
    List<Finding> problems(Indicator indicator) {
        return problems.getOrDefault("indicator " + indicator.code(), List.of());
    }
}
