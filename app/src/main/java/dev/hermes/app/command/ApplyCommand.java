package dev.hermes.app.command;

import dev.hermes.app.files.DocumentFiles;
import dev.hermes.app.report.ChangeReport;
import dev.hermes.app.session.WorkspaceFolder;
import dev.hermes.app.terminal.ProgressLine;
import dev.hermes.document.Library;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.plan.LibraryCompiler;
import dev.hermes.workspace.DocumentChange;
import dev.hermes.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hermes apply}: takes documents into a workspace, all or none. */
@Command(name = "apply", description = "Takes documents into a workspace, all or none.",
        footer = {"",
            "The workspace is made where DIR does not exist or is empty. Nothing is stored unless all documents,",
            "those that are there already included, fit together."})
@SuppressWarnings("NullAway.Init") // picocli sets the parameters before it calls
final class ApplyCommand implements Callable<Integer> {

    private final HermesCommand hermes;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the workspace.")
    private Path folder;

    @Parameters(index = "1..*", paramLabel = "FILE", arity = "1..*",
            description = "A file with documents, or a folder with such files.")
    private List<Path> paths;

    ApplyCommand(HermesCommand hermes) {
        this.hermes = hermes;
    }

    @Override
    public Integer call() {
        DocumentFiles files = DocumentFiles.read(paths);
        WorkspaceFolder place = new WorkspaceFolder(folder);
        List<Finding> warnings;
        List<DocumentChange> changes;
        if (place.isFree()) {
            warnings = checked(Library.of(files.documents()));
            refuseCancelled();
            try (Workspace workspace = Workspace.create(folder)) {
                changes = workspace.documents().apply(files.contents());
            }
        } else {
            try (Workspace workspace = hermes.open(folder)) {
                warnings = checked(workspace.documents().library().with(files.documents()));
                refuseCancelled();
                changes = workspace.documents().apply(files.contents());
            }
        }
        new ChangeReport(hermes.terminal()).print(changes, "applied to " + folder);
        Problems.print(hermes.terminal(), warnings);
        return warnings.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    /** The last moment to: what follows is done in one go. */
    private void refuseCancelled() {
        try (ProgressLine progress = hermes.progress("Applying")) {
            progress.checkCancelled();
        }
    }

    /** What is doubtful about documents that fit together. */
    private static List<Finding> checked(Library library) {
        List<Finding> findings = LibraryCompiler.compile(library).findings();
        if (findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR)) {
            throw new FindingsException(findings);
        }
        return findings;
    }
}
