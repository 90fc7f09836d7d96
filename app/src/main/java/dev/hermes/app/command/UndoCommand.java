package dev.hermes.app.command;

import dev.hermes.app.report.ChangeReport;
import dev.hermes.workspace.DocumentChange;
import dev.hermes.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hermes undo}: takes the last edit of documents back. */
@Command(name = "undo", description = "Takes the last edit of documents back.",
        footer = {"",
            "Edits can be taken back one after the other to the first, also in later sessions. 'redo' makes the last",
            "one again that was taken back; a new edit ends that. See 'history'."})
@SuppressWarnings("NullAway.Init") // picocli sets the parameters before it calls
final class UndoCommand implements Callable<Integer> {

    private final HermesCommand hermes;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the workspace.")
    private Path folder;

    UndoCommand(HermesCommand hermes) {
        this.hermes = hermes;
    }

    @Override
    public Integer call() {
        try (Workspace workspace = hermes.open(folder)) {
            List<DocumentChange> changes = workspace.documents().undo();
            if (changes.isEmpty()) {
                hermes.terminal().line("There is nothing to take back in " + folder + ".");
            } else {
                new ChangeReport(hermes.terminal()).print(changes, "taken back in " + folder);
            }
        }
        return ExitCode.DONE;
    }
}
