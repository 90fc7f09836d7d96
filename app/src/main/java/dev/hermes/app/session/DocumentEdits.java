package dev.hermes.app.session;

import dev.hermes.document.Library;
import dev.hermes.document.LoadedDocument;
import dev.hermes.model.Document;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.plan.LibraryCompiler;
import dev.hermes.workspace.DocumentFile;
import dev.hermes.workspace.Workspace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Edits of documents that must leave a workspace no worse than it was. Stateless. */
public final class DocumentEdits {

    private DocumentEdits() {}

    /** What is wrong, wherever the document stands in its file. */
    private record Wrong(String subject, String path, String message) {}

    /**
     * Changes documents in one edit, which is taken back as one.
     *
     * @param change
     *            the new documents, of those that are there; none where nothing is to change
     * @throws FindingsException
     *             where one of them is not valid, or with them something is wrong that was right before; nothing is
     *             written then
     */
    public static void apply(Workspace workspace, Function<Library, List<? extends Document>> change) {
        Library before = workspace.documents().library();
        List<DocumentFile> files = change.apply(before).stream()
                .map(document -> workspace.documents().rewritten(document)).toList();
        List<LoadedDocument> changed = files.stream().flatMap(file -> file.documents().stream()).toList();
        Set<Wrong> known = new HashSet<>();
        errors(before).forEach(finding -> known.add(wrong(finding)));
        List<Finding> added = errors(before.with(changed)).stream().filter(finding -> !known.contains(wrong(finding)))
                .toList();
        if (!added.isEmpty()) {
            throw new FindingsException(added);
        }
        workspace.documents().apply(files);
    }

    private static List<Finding> errors(Library library) {
        return LibraryCompiler.compile(library).findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR).toList();
    }

    private static Wrong wrong(Finding finding) {
        return new Wrong(finding.subject(), finding.path(), finding.message().text());
    }
}
