package dev.hermes.app.command;

import dev.hermes.app.runs.RunReport;
import dev.hermes.app.session.Replay;
import dev.hermes.app.terminal.ProgressLine;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Message;
import dev.hermes.workspace.RunComparison;
import dev.hermes.workspace.SavedRun;
import dev.hermes.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hermes runs}: what was calculated, compared, and calculated again. */
@Command(name = "runs", description = "Lists what was calculated, compares two runs, or calculates one again.",
        footer = {"",
            "Every result is kept with what it was calculated from: the documents, the facts and what else was",
            "brought in. Documents never get lost; facts and rows that an import has replaced do, and a run that is",
            "calculated again says so.", "",
            "Exit code: 0 done, 1 the run that was calculated again has another result, 2 there is no such run."})
@SuppressWarnings("NullAway.Init") // picocli sets the parameters before it calls
final class RunsCommand implements Callable<Integer> {

    private final HermesCommand hermes;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the workspace.")
    private Path folder;

    @Option(names = "--period", paramLabel = "PERIOD", description = "Only runs of this period.")
    private @Nullable String period;

    @Option(names = "--scheme", paramLabel = "CODE", description = "Only runs of this scheme.")
    private @Nullable String scheme;

    @ArgGroup
    private @Nullable Action action;

    @Option(names = "--all", description = "Lists all payees that differ, however many.")
    private boolean all;

    /** What is to happen instead of a list. */
    private static final class Action {

        @Option(names = "--compare", arity = "2", paramLabel = "RUN",
                description = "Compares two runs payee by payee, by their numbers.")
        private List<Long> compare = List.of();

        @Option(names = "--replay", paramLabel = "RUN",
                description = "Calculates a run again with the documents as they were; keeps nothing.")
        private @Nullable Long replay;
    }

    RunsCommand(HermesCommand hermes) {
        this.hermes = hermes;
    }

    @Override
    public Integer call() {
        try (Workspace workspace = hermes.open(folder)) {
            Action wanted = action;
            if (wanted == null) {
                return list(workspace);
            }
            return wanted.replay == null ? compare(workspace, wanted.compare) : replay(workspace, wanted.replay);
        }
    }

    private int list(Workspace workspace) {
        List<SavedRun> runs = workspace.runs().all().stream()
                .filter(run -> period == null || run.period().equals(period))
                .filter(run -> scheme == null || run.scheme().equals(scheme)).toList();
        if (runs.isEmpty()) {
            hermes.terminal().line("There are no such runs in " + folder + ".");
        } else {
            RunReport.print(runs, hermes.terminal());
        }
        return ExitCode.DONE;
    }

    private int compare(Workspace workspace, List<Long> ids) {
        SavedRun before = find(workspace, ids.getFirst());
        SavedRun after = find(workspace, ids.getLast());
        RunReport.print(before, after,
                RunComparison.of(workspace.runs().payouts(before), workspace.runs().payouts(after)), all,
                hermes.terminal());
        return ExitCode.DONE;
    }

    private int replay(Workspace workspace, long id) {
        SavedRun run = find(workspace, id);
        Replay replay;
        try (ProgressLine progress = hermes.progress("Calculating")) {
            replay = Replay.of(workspace, run, Runtime.getRuntime().availableProcessors(), progress);
        }
        RunReport.print(replay, all, hermes.terminal());
        return replay.comparison().isSame() ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private static SavedRun find(Workspace workspace, long id) {
        return workspace.runs().find(id)
                .orElseThrow(() -> new FindingsException(List.of(Finding.error("run " + id, "", null, Message.of(
                        "does not exist. Maybe look at the numbers that 'hermes runs {0}' lists.",
                        workspace.folder())))));
    }
}
