package dev.hermes.app.command;

import dev.hermes.app.demo.DemoOptions;
import dev.hermes.app.report.Payouts;
import dev.hermes.app.report.RunSummary;
import dev.hermes.app.session.CalcSession;
import dev.hermes.app.session.CalcSession.Run;
import dev.hermes.app.session.WorkspaceFolder;
import dev.hermes.app.terminal.ProgressLine;
import dev.hermes.app.terminal.Terminal;
import java.nio.file.Path;
import java.util.List;

/** The main job from end to end, on invented people: a month calculated, its cost, and one payout explained. */
final class Tour {

    private final HermesCommand hermes;

    Tour(HermesCommand hermes) {
        this.hermes = hermes;
    }

    /** Makes the demo where there is none, and shows what it pays. */
    int run(Path folder) {
        Terminal terminal = hermes.terminal();
        if (new WorkspaceFolder(folder).isFree()) {
            terminal.note("Making the demo workspace " + folder + " (once) …");
            DemoCommand.make(hermes, folder, DemoOptions.DEFAULT);
        }
        try (CalcSession session = CalcSession.open(folder, List.of(), Runtime.getRuntime().availableProcessors())) {
            String period = session.latestPeriod();
            List<String> schemes = session.schemesIn(period);
            Run run;
            try (ProgressLine progress = hermes.progress("Calculating")) {
                run = session.run(schemes, period, null, progress);
            }
            if (session.isOpen(schemes, period)) {
                session.save(run);
            }
            RunSummary.print(run.result(), run.inputs().organisations(), terminal);
            Payouts.mostTelling(run.result()).ifPresent(payout -> {
                terminal.heading("One payout explained");
                terminal.tree(session.explain(run, payout.scheme(), payout.payee()).toText());
                terminal.aside("hermes explain " + folder + " --scheme " + payout.scheme() + " --period " + period
                        + " --assignment '" + payout.payee() + "'");
            });
            return ExitCode.DONE;
        }
    }
}
