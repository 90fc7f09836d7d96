package dev.hermes.app.command;

import dev.hermes.app.report.ChangeReport;
import dev.hermes.workspace.DocumentChange;
import dev.hermes.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hermes redo}: makes the edit of documents again that was taken back last. */
@Command(name = "redo", description = "Makes the edit of documents again that was taken back last.")
@SuppressWarnings("NullAway.Init") // picocli sets the parameters before it calls
final class RedoCommand implements Callable<Integer> {

    private final HermesCommand hermes;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the workspace.")
    private Path folder;

    RedoCommand(HermesCommand hermes) {
        this.hermes = hermes;
    }

    @Override
    public Integer call() {
        try (Workspace workspace = hermes.open(folder)) {
            List<DocumentChange> changes = workspace.documents().redo();
            if (changes.isEmpty()) {
                hermes.terminal().line("There is nothing to make again in " + folder + ".");
            } else {
                new ChangeReport(hermes.terminal()).print(changes, "made again in " + folder);
            }
        }
        return ExitCode.DONE;
    }
}
