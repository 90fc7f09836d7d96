package dev.hermes.app.command;

import dev.hermes.app.terminal.Moments;
import dev.hermes.workspace.Workspace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hermes doctor}: finds damage in a workspace, and restores it. */
@Command(name = "doctor", description = "Finds and names what is damaged in a workspace.",
        footer = {"",
            "Every row of the database and every file of facts is compared with what was written. The folder 'backups'",
            "of the workspace has the last seven days on which it was opened; facts are brought in again by their",
            "mappings."})
@SuppressWarnings("NullAway.Init") // picocli sets the parameters before it calls
final class DoctorCommand implements Callable<Integer> {

    private final HermesCommand hermes;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the workspace.")
    private Path folder;

    @Option(names = "--restore",
            description = "Puts the latest backup that is intact in the place of a damaged database, which is kept.")
    private boolean restore;

    DoctorCommand(HermesCommand hermes) {
        this.hermes = hermes;
    }

    @Override
    public Integer call() {
        List<String> damages = Workspace.examine(folder);
        damages.forEach(hermes.terminal()::error);
        if (damages.isEmpty()) {
            hermes.terminal().line("Nothing is damaged in " + folder + ".");
            return ExitCode.DONE;
        }
        if (!restore) {
            hermes.terminal().note("Maybe restore the database: hermes doctor " + folder + " --restore");
            return ExitCode.FINDINGS;
        }
        Instant madeAt = Workspace.restore(folder);
        hermes.terminal().line(
                "Restored " + folder + " as it was on " + Moments.text(madeAt) + "; what was changed later is lost.");
        List<String> left = Workspace.examine(folder);
        left.forEach(hermes.terminal()::error);
        return left.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
    }
}
