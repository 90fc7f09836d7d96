package dev.hermes.app;

import dev.hermes.document.DocumentWriter;
import dev.hermes.workspace.Imports;
import dev.hermes.workspace.SavedRun;
import dev.hermes.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/** All that a workspace holds, so that a test can say that nothing has changed. */
@NullMarked
record WorkspaceState(List<String> documents, List<Imports.Import> imports, Map<String, List<Path>> facts,
        List<SavedRun> runs) {

    static WorkspaceState of(Path folder) {
        try (Workspace workspace = Workspace.open(folder)) {
            return new WorkspaceState(
                    workspace.documents().library().documents().stream()
                            .map(loaded -> DocumentWriter.toCanonicalJson(loaded.document())).toList(),
                    workspace.imports().current(), workspace.facts().current().files(), workspace.runs().all());
        }
    }
}
