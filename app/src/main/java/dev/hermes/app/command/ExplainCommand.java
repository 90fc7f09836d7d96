package dev.hermes.app.command;

import dev.hermes.app.session.CalcSession;
import dev.hermes.app.session.CalcSession.Run;
import dev.hermes.app.session.Payees;
import dev.hermes.app.terminal.Figures;
import dev.hermes.app.terminal.ProgressLine;
import dev.hermes.kernel.SchemeResult;
import dev.hermes.statement.StatementWorkbook;
import dev.hermes.trace.Trace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hermes explain}: follows one payout down to the facts. */
@Command(name = "explain",
        description = "Follows one payout back to the rows that it came from, with their files and lines.",
        footer = {"", "The period is calculated again from what the workspace holds now; nothing is stored.", "",
            "With --out the payee's statement is written as a workbook in which composite indicators, rules, caps and",
            "rounding are formulas: change a figure in blue, and the spreadsheet computes the payout anew."})
@SuppressWarnings("NullAway.Init") // picocli sets the options before it calls
final class ExplainCommand implements Callable<Integer> {

    private final HermesCommand hermes;

    @Mixin
    private PeriodOptions options;

    @Option(names = "--scheme", required = true, paramLabel = "CODE", description = "The scheme.")
    private String scheme;

    @Option(names = "--assignment", required = true, paramLabel = "KEY",
            description = "The payee: person_position_organisation, or a person where that names one payee.")
    private String assignment;

    @Option(names = "--all", description = "Lists every fact and member, not only the first of many.")
    private boolean all;

    @Option(names = "--out", paramLabel = "FILE.xlsx",
            description = "Writes the statement as a workbook with formulas, instead of printing the explanation.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Prints the explanation as JSON, with everything.")
    private boolean json;

    ExplainCommand(HermesCommand hermes) {
        this.hermes = hermes;
    }

    @Override
    public Integer call() {
        try (CalcSession session = hermes.told(options.open());
                WorkbookFile file = out == null ? null : new WorkbookFile(out, session.workspace()::owns)) {
            Run run;
            try (ProgressLine progress = hermes.progress("Calculating")) {
                run = session.run(List.of(scheme), options.period(), options.asOf(), progress);
            }
            SchemeResult result = run.result().scheme(scheme).orElseThrow();
            int index = Payees.find(result, assignment, options.period());
            if (file != null) {
                write(file, session, run, result.payee(index));
                return result.isFailed(index) ? ExitCode.FINDINGS : ExitCode.DONE;
            }
            Trace trace = session.explain(run, scheme, result.payee(index));
            if (json) {
                hermes.terminal().line(trace.toJson());
            } else {
                hermes.terminal().tree(all ? trace.toFullText() : trace.toText());
            }
            return result.isFailed(index) ? ExitCode.FINDINGS : ExitCode.DONE;
        }
    }

    private void write(WorkbookFile file, CalcSession session, Run run, String payee) {
        StatementWorkbook statement = StatementWorkbook
                .of(run.calculation().figures(scheme, payee).orElseThrow(), session.explain(run, scheme, payee));
        file.write(statement::write);
        hermes.terminal().line("Statement of " + payee + " written to " + file.target() + ": "
                + Figures.counted(statement.computed(), "cell computes", "cells compute") + ", "
                + Figures.counted(statement.notComputed(), "figure is a value", "figures are values")
                + " for a reason that stands beside it.");
    }
}
