package dev.hermes.app.command;

import dev.hermes.app.demo.DemoOptions;
import dev.hermes.app.report.Payouts;
import dev.hermes.app.report.RunSummary;
import dev.hermes.app.session.CalcSession;
import dev.hermes.app.session.CalcSession.Run;
import dev.hermes.app.session.WorkspaceFolder;
import dev.hermes.app.terminal.ProgressLine;
import dev.hermes.app.terminal.Terminal;
import dev.hermes.app.window.Display;
import dev.hermes.app.window.Gallery;
import dev.hermes.app.window.WorkbenchApplication;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The main job from end to end, on invented people: a month calculated, its cost, and one payout explained. */
final class Tour {

    private final HermesCommand hermes;

    Tour(HermesCommand hermes) {
        this.hermes = hermes;
    }

    /**
     * Makes the demo where there is none, and opens it in a window; where there is no display, says what it pays.
     *
     * @param pictures
     *            where pictures of the screens go then; null: nowhere
     */
    int run(Path folder, @Nullable Path pictures) {
        Terminal terminal = hermes.terminal();
        if (new WorkspaceFolder(folder).isFree()) {
            terminal.note("Making the demo workspace " + folder + " (once) …");
            DemoCommand.make(hermes, folder, DemoOptions.DEFAULT);
        }
        if (Boolean.getBoolean("hermes.window") && Display.isThere()) {
            WorkbenchApplication.open(folder);
            return ExitCode.DONE;
        }
        calculate(folder);
        if (pictures != null) {
            int count = Gallery.glance(folder, pictures);
            terminal.note("There is no display for a window: " + count + " pictures of the screens are in " + pictures
                    + ".");
        }
        return ExitCode.DONE;
    }

    private void calculate(Path folder) {
        Terminal terminal = hermes.terminal();
        try (CalcSession session = hermes
                .told(CalcSession.open(folder, List.of(), Runtime.getRuntime().availableProcessors()))) {
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
        }
    }
}
