package dev.hermes.app.runs;

import dev.hermes.app.session.Replay;
import dev.hermes.app.terminal.Figures;
import dev.hermes.app.terminal.Moments;
import dev.hermes.app.terminal.Terminal;
import dev.hermes.app.terminal.TextTable;
import dev.hermes.decimal.Decimal;
import dev.hermes.model.Adjustment;
import dev.hermes.workspace.PayoutRecord;
import dev.hermes.workspace.RunComparison;
import dev.hermes.workspace.RunComparison.Difference;
import dev.hermes.workspace.SavedRun;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Saved runs as people read them: all of them, two side by side, or one beside itself calculated again. */
public final class RunReport {

    private static final int TEXT = 28;
    private static final int FAILURE = 40;
    private static final int VERSION = 8;
    private static final int CENTS = 2;
    private static final int MOST = 20;

    private RunReport() {}

    /** A row for each run. */
    public static void print(List<SavedRun> runs, Terminal terminal) {
        TextTable table = new TextTable().number().text(TEXT).text(TEXT).text(TEXT).text(TEXT).number().number()
                .number().text(3).number().text(VERSION).text(VERSION).header("", "scheme", "period", "when", "who",
                        "revision", "payees", "failed", "", "paid", "facts", "inputs");
        for (SavedRun run : runs) {
            table.row(String.valueOf(run.id()), run.scheme(),
                    run.period() + (run.origin().asOf() == null ? "" : " as of " + run.origin().asOf()),
                    Moments.text(run.calculatedAt()), run.author(),
                    run.revision() == 0 ? "" : String.valueOf(run.revision()), Figures.count(run.payouts()),
                    Figures.count(run.failures()), run.currency(), Figures.amount(run.total(), CENTS),
                    version(run.origin().factsVersion()), version(run.origin().inputsVersion()));
        }
        terminal.table(table);
    }

    /** Enough of a version to tell it from another one. */
    private static String version(String version) {
        return version.substring(0, Math.min(VERSION, version.length()));
    }

    /** What two runs differ in, payee by payee. */
    public static void print(SavedRun before, SavedRun after, RunComparison comparison, boolean all,
            Terminal terminal) {
        terminal.heading("Run " + before.id() + " (" + before.scheme() + ", " + before.period() + ") and run "
                + after.id() + " (" + after.scheme() + ", " + after.period() + ")");
        differences(comparison, before.currency(), "run " + before.id(), after.currency(), "run " + after.id(), all,
                terminal);
    }

    /** What a run is now, and why it may be something else than it was. */
    public static void print(Replay replay, boolean all, Terminal terminal) {
        SavedRun run = replay.run();
        terminal.heading("Run " + run.id() + " (" + run.scheme() + ", " + run.period() + ") calculated again with the"
                + " documents of " + Moments.text(run.calculatedAt()));
        if (replay.comparison().isSame()) {
            terminal.line("The result is the same to the last digit: "
                    + Figures.counted(replay.comparison().same(), "payee", "payees") + ", " + run.currency() + " "
                    + Figures.amount(replay.comparison().after(), CENTS) + ".");
        } else {
            differences(replay.comparison(), run.currency(), "then", run.currency(), "now", all, terminal);
        }
        changed(replay, terminal);
        late(replay, terminal);
    }

    private static void changed(Replay replay, Terminal terminal) {
        if (!replay.sameFacts()) {
            terminal.line("Facts have changed since: " + version(replay.run().origin().factsVersion())
                    + " is no longer there, so those of now were read.");
        }
        if (!replay.sameInputs()) {
            terminal.line("What was brought in beside facts has changed since: "
                    + version(replay.run().origin().inputsVersion())
                    + " is no longer there, so the rows of now were read.");
        }
        if (!replay.samePlan()) {
            terminal.line("The plan is another one, though the documents are the same: imported rates have changed, or"
                    + " this program computes otherwise than the one that calculated the run.");
        }
        if (replay.isOfTheSame() && !replay.comparison().isSame()) {
            terminal.line("Documents, facts and rows are those of then; only balances that were brought in or another"
                    + " program explain the differences.");
        }
    }

    private static void late(Replay replay, Terminal terminal) {
        if (replay.late().isEmpty()) {
            return;
        }
        Adjustment first = replay.late().getFirst();
        BigDecimal sum = replay.late().stream().map(line -> line.amount().toBigDecimal()).reduce(BigDecimal.ZERO,
                BigDecimal::add);
        terminal.line("As lines of " + first.period() + " named \"" + first.reason() + "\": "
                + Figures.counted(replay.late().size(), "payee", "payees") + ", " + replay.run().currency() + " "
                + signed(sum) + ".");
    }

    private static void differences(RunComparison comparison, String currencyBefore, String before,
            String currencyAfter, String after, boolean all, Terminal terminal) {
        List<Difference> shown = all
                ? comparison.differences()
                : comparison.differences().stream().limit(MOST).toList();
        TextTable table = new TextTable().text(TEXT).text(TEXT).number().number().number().text(FAILURE)
                .header("payee", "", before, after, "difference", "");
        for (Difference difference : shown) {
            table.row(difference.payee(), difference.change().name().toLowerCase(Locale.ROOT),
                    amount(difference.before()), amount(difference.after()), signed(difference.amount()),
                    remark(difference));
        }
        if (!table.isEmpty()) {
            terminal.table(table);
        }
        if (shown.size() < comparison.differences().size()) {
            terminal.aside("  and " + Figures.count(comparison.differences().size() - shown.size())
                    + " more; --all lists them");
        }
        terminal.line(Figures.counted(comparison.same(), "payee", "payees") + " the same, "
                + Figures.count(comparison.count(RunComparison.Change.CHANGED)) + " changed, "
                + Figures.count(comparison.count(RunComparison.Change.ADDED)) + " added, "
                + Figures.count(comparison.count(RunComparison.Change.GONE)) + " gone; in all " + currencyBefore + " "
                + Figures.amount(comparison.before(), CENTS) + " " + before + ", " + currencyAfter + " "
                + Figures.amount(comparison.after(), CENTS) + " " + after + (currencyBefore.equals(currencyAfter)
                        ? ": " + signed(comparison.after().subtract(comparison.before()))
                        : ""));
    }

    private static String amount(@Nullable PayoutRecord payout) {
        Decimal amount = payout == null ? null : payout.amount();
        return payout == null ? "" : amount == null ? "failed" : Figures.amount(amount.toBigDecimal(), CENTS);
    }

    private static String signed(BigDecimal amount) {
        return (amount.signum() > 0 ? "+" : "") + Figures.amount(amount, CENTS);
    }

    private static String remark(Difference difference) {
        PayoutRecord before = difference.before();
        PayoutRecord after = difference.after();
        if (after != null && after.failure() != null) {
            return after.failure();
        }
        if (before != null && after != null && !before.closingBalances().equals(after.closingBalances())) {
            return "balances " + before.closingBalances() + " and " + after.closingBalances();
        }
        return "";
    }
}
