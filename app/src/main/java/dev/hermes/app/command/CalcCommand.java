package dev.hermes.app.command;

import dev.hermes.app.files.UnusableFileException;
import dev.hermes.app.report.CacheLine;
import dev.hermes.app.report.CalcJson;
import dev.hermes.app.report.LinesTable;
import dev.hermes.app.report.PayoutsTable;
import dev.hermes.app.report.RunFindings;
import dev.hermes.app.report.RunSummary;
import dev.hermes.app.session.CalcSession;
import dev.hermes.app.session.CalcSession.Run;
import dev.hermes.app.report.OutputFiles;
import dev.hermes.app.tasks.CalcTask;
import dev.hermes.app.terminal.ProgressLine;
import dev.hermes.kernel.CalcResult;
import dev.hermes.model.Finding;
import dev.hermes.model.Message;
import dev.hermes.workspace.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hermes calc}: calculates a period, reports it and keeps the result. */
@Command(name = "calc", description = "Calculates a period: payouts, what they are made of, and failures.",
        footer = {"", "The result is kept in the workspace; balances of the next period begin with it. One payee's",
            "failure never stops the run."})
@SuppressWarnings("NullAway.Init") // picocli sets the options before it calls
final class CalcCommand implements Callable<Integer> {

    private final HermesCommand hermes;

    @Mixin
    private PeriodOptions options;

    @Option(names = "--scheme", paramLabel = "CODE",
            description = "The scheme; may be given several times. All that hold in the period unless given.")
    private List<String> schemes = List.of();

    @Option(names = "--out", paramLabel = "FILE",
            description = "Writes a row for each payee, as CSV or, where the name ends in .xlsx, for Excel.")
    private @Nullable Path out;

    @Option(names = "--lines", paramLabel = "FILE",
            description = "Writes a row for each line of each statement; they add up to the payouts. As --out.")
    private @Nullable Path lines;

    @Option(names = "--json", description = "Prints everything as JSON instead of a summary.")
    private boolean json;

    @Option(names = "--dry-run", description = "Does not keep the result in the workspace.")
    private boolean dryRun;

    @Option(names = {"-v", "--verbose"}, description = "Says besides what of it was known from earlier calculations.")
    private boolean verbose;

    @Option(names = "--later", description = "Queues it as a task instead, for 'hermes tasks DIR --run'.")
    private boolean later;

    CalcCommand(HermesCommand hermes) {
        this.hermes = hermes;
    }

    @Override
    public Integer call() {
        if (later) {
            return queue();
        }
        try (CalcSession session = hermes.told(options.open());
                OutputFiles files = new OutputFiles(session.workspace()::owns)) {
            if (!dryRun) {
                session.refuseClosed(codes(session), options.period());
            }
            files.add(out, new PayoutsTable());
            files.add(lines, new LinesTable());
            Run run = run(session);
            write(files, run);
            if (!dryRun) {
                session.save(run);
            }
            files.publish();
            if (verbose) {
                hermes.terminal().note(CacheLine.of(session.workspace().cache().figures()));
            }
            return report(run);
        }
    }

    private int queue() {
        if (json || dryRun) {
            throw UnusableFileException.of(Message.of("What is calculated later is kept, and is not printed. Maybe "
                    + "leave out "
                    + "{0}.", json ? "--json" : "--dry-run"));
        }
        try (CalcSession session = hermes.told(options.open())) {
            Task task = CalcTask.queue(session.workspace(), new CalcTask.Order(options.period(), codes(session),
                    options.asOf(), out, lines));
            hermes.terminal().line("Queued task " + task.number() + ": " + task.title() + ".");
            return ExitCode.DONE;
        }
    }

    private Run run(CalcSession session) {
        try (ProgressLine progress = hermes.progress("Calculating")) {
            return session.run(codes(session), options.period(), options.asOf(), progress);
        }
    }

    private void write(OutputFiles files, Run run) {
        try (ProgressLine progress = hermes.progress("Writing")) {
            files.write(run.result(), progress);
        }
    }

    private List<String> codes(CalcSession session) {
        return schemes.isEmpty() ? session.schemesIn(options.period()) : schemes.stream().distinct().toList();
    }

    private int report(Run run) {
        if (json) {
            CalcJson.write(run.result(), hermes.terminal().out());
        } else {
            RunSummary.print(run.result(), run.inputs().organisations(), hermes.terminal());
        }
        hermes.terminal().flush();
        List<Finding> findings = RunFindings.of(run.result());
        Problems.print(hermes.terminal(), findings);
        return findings.isEmpty() && !hasFailures(run.result()) ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private static boolean hasFailures(CalcResult result) {
        return result.schemes().stream()
                .anyMatch(scheme -> IntStream.range(0, scheme.size()).anyMatch(scheme::isFailed));
    }
}
