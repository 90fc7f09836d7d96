package dev.hermes.app.command;

import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Message;
import dev.hermes.workspace.Closings.Closing;
import dev.hermes.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hermes reopen}: opens a closed period again. */
@Command(name = "reopen", description = "Opens a closed period again, and notes why.")
@SuppressWarnings("NullAway.Init") // picocli sets the parameters before it calls
final class ReopenCommand implements Callable<Integer> {

    private final HermesCommand hermes;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the workspace.")
    private Path folder;

    @Option(names = "--period", required = true, paramLabel = "PERIOD", description = "The period that is closed.")
    private String period;

    @Option(names = "--reason", required = true, paramLabel = "TEXT",
            description = "Why, for those who look at it later.")
    private String reason;

    ReopenCommand(HermesCommand hermes) {
        this.hermes = hermes;
    }

    @Override
    public Integer call() {
        try (Workspace workspace = hermes.open(folder)) {
            List<String> calendars = closed(workspace);
            workspace.together(() -> {
                calendars.forEach(calendar -> workspace.closings().reopen(calendar, period, reason));
                return calendars;
            });
            hermes.terminal().line("Reopened " + period + " in " + folder + ".");
        }
        return ExitCode.DONE;
    }

    /** The calendars that have a closed period of this code; nearly always one. */
    private List<String> closed(Workspace workspace) {
        List<String> calendars = workspace.closings().current().stream()
                .filter(closing -> closing.period().equals(period)).map(Closing::calendar).toList();
        if (calendars.isEmpty()) {
            throw new FindingsException(List.of(Finding.error("period " + period, "", null, Message.of(
                    "is not closed in {0}. Maybe another one was meant.", folder))));
        }
        return calendars;
    }
}
