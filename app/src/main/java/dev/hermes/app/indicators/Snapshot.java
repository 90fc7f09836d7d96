package dev.hermes.app.indicators;

import dev.hermes.document.Library;
import dev.hermes.model.Finding;
import dev.hermes.model.Indicator;
import dev.hermes.plan.CompiledLibrary;
import dev.hermes.plan.LibraryCompiler;
import dev.hermes.workspace.Documents;
import dev.hermes.workspace.Workspace;
import java.util.List;

/**
 * The documents of a workspace at one time, compiled, and what can be taken back. Immutable.
 *
 * @param steps
 *            what can be taken back and made again
 */
record Snapshot(CompiledLibrary compiled, Documents.Steps steps) {

    /** Reads and compiles; not for the screen's thread. */
    static Snapshot of(Workspace workspace) {
        return new Snapshot(LibraryCompiler.compile(workspace.documents().library()), workspace.documents().steps());
    }

    Library library() {
        return compiled.library();
    }

    /** What is wrong with an indicator. */
    List<Finding> problems(Indicator indicator) {
        String subject = "indicator " + indicator.code();
        return compiled.findings().stream().filter(
                finding -> finding.severity() == Finding.Severity.ERROR && finding.subject().equals(subject)).toList();
    }
}
