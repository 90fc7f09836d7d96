package dev.hermes.app.indicators;

import dev.hermes.app.formula.FormulaWords;
import dev.hermes.document.Library;
import dev.hermes.model.DocumentKind;
import dev.hermes.model.Finding;
import dev.hermes.model.Indicator;
import dev.hermes.plan.CompiledLibrary;
import dev.hermes.plan.LibraryCompiler;
import dev.hermes.workspace.Documents;
import dev.hermes.workspace.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The documents of a workspace at one time, compiled. Immutable.
 *
 * @param operation
 *            the number of the last operation on documents that counts
 * @param revisions
 *            the revision of each document that has a say in what is calculated, by its subject
 * @param found
 *            what is read where
 * @param flaws
 *            what is wrong
 * @param words
 *            what can be written in formulas
 */
record Snapshot(long operation, CompiledLibrary compiled, Map<String, String> revisions, References found,
        Flaws flaws, FormulaWords words) {

    /** Reads and compiles; not for the screen's thread. */
    static Snapshot of(Workspace workspace) {
        Documents.State now = workspace.documents().current();
        Map<String, String> revisions = new HashMap<>(now.revisions());
        revisions.keySet().removeIf(subject -> subject.startsWith(DocumentKind.LAYOUT.word() + " "));
        return of(now.operation(), now.library(), revisions);
    }

    /** Compiles; not for the screen's thread. */
    static Snapshot of(long operation, Library library, Map<String, String> revisions) {
        CompiledLibrary compiled = LibraryCompiler.compile(library);
        return new Snapshot(operation, compiled, Map.copyOf(revisions), References.of(library),
                Flaws.of(library, compiled.findings()), FormulaWords.ofPeriod(library));
    }

    Library library() {
        return compiled.library();
    }

    /** Whether the same is calculated by these documents: only layouts differ, if anything does. */
    boolean calculatesLike(Snapshot other) {
        return revisions.equals(other.revisions);
    }

    /** Which card is read where; true for what is read in conditions only. */
    Map<References.Reference, Boolean> references() {
        return found.edges();
    }

    /** The ids of all cards. */
    Set<String> cards() {
        Set<String> cards = new TreeSet<>(found.cards());
        library().indicators().forEach(indicator -> cards.add(indicator.code()));
        library().parameters().forEach(parameter -> cards.add(References.parameterId(parameter.code())));
        library().schemes().forEach(scheme -> cards.add(References.schemeId(scheme.code())));
        return cards;
    }

    /** What is wrong with an indicator. */
    List<Finding> problems(Indicator indicator) {
        return flaws.of(indicator.code());
    }
}
