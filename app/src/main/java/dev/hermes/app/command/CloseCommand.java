package dev.hermes.app.command;

import dev.hermes.app.session.CalcSession;
import dev.hermes.app.terminal.Figures;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Message;
import dev.hermes.workspace.SavedRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hermes close}: makes the results of a period final. */
@Command(name = "close", description = "Makes the results of a period final.",
        footer = {"",
            "The latest result of every scheme that holds in the period is final then: calculating keeps no other, and",
            "what was brought in for the period stays as it is. 'reopen' takes that back, and asks why."})
@SuppressWarnings("NullAway.Init") // picocli sets the parameters before it calls
final class CloseCommand implements Callable<Integer> {

    private final HermesCommand hermes;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the workspace.")
    private Path folder;

    @Option(names = "--period", required = true, paramLabel = "PERIOD",
            description = "The period, as its calendar calls it: 2026-01, 2026-Q1, 2026.")
    private String period;

    CloseCommand(HermesCommand hermes) {
        this.hermes = hermes;
    }

    @Override
    public Integer call() {
        List<Finding> unpaid = new ArrayList<>();
        try (CalcSession session = hermes.told(CalcSession.open(folder, List.of(), 1))) {
            List<String> schemes = session.schemesIn(period);
            List<SavedRun> runs = runs(session, schemes);
            Set<String> calendars = new TreeSet<>();
            for (String scheme : schemes) {
                calendars.add(session.library().library().scheme(scheme).orElseThrow().calendar());
            }
            session.workspace().together(() -> {
                calendars.forEach(calendar -> session.workspace().closings().close(calendar, period));
                return calendars;
            });
            long payouts = runs.stream().mapToLong(run -> run.payouts() - run.failures()).sum();
            hermes.terminal().line("Closed " + period + " in " + folder + ": "
                    + Figures.counted(runs.size(), "scheme", "schemes") + ", "
                    + Figures.counted(payouts, "payout", "payouts"));
            runs.stream().filter(run -> run.failures() > 0).forEach(run -> unpaid.add(unpaid(run)));
        }
        Problems.print(hermes.terminal(), unpaid);
        return unpaid.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private List<SavedRun> runs(CalcSession session, List<String> schemes) {
        List<SavedRun> runs = new ArrayList<>();
        List<Finding> missing = new ArrayList<>();
        for (String scheme : schemes) {
            Optional<SavedRun> run = session.workspace().runs().latest(scheme, period);
            run.ifPresentOrElse(runs::add, () -> missing.add(Finding.error("scheme " + scheme, "", null, Message.of(
                    "has no result for {0} that could be final. Maybe calculate it first.", period))));
        }
        if (!missing.isEmpty()) {
            throw new FindingsException(missing);
        }
        return runs;
    }

    private static Finding unpaid(SavedRun run) {
        return Finding.warning("scheme " + run.scheme(), "", null,
                run.failures() == 1
                        ? Message.of("1 payout has failed and stays unpaid. Maybe reopen {0}, mend what is wrong and "
                                + "calculate again.", run.period())
                        : Message.of("{0} payouts have failed and stay unpaid. Maybe reopen {1}, mend what is "
                                + "wrong and "
                                + "calculate again.", run.failures(), run.period()));
    }
}
