package dev.hermes.app.session;

import dev.hermes.decimal.Decimal;
import dev.hermes.kernel.LateDifferences;
import dev.hermes.kernel.RunMonitor;
import dev.hermes.kernel.SchemeResult;
import dev.hermes.model.Adjustment;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Message;
import dev.hermes.model.Period;
import dev.hermes.workspace.Documents;
import dev.hermes.workspace.PayoutRecord;
import dev.hermes.workspace.RunComparison;
import dev.hermes.workspace.SavedRun;
import dev.hermes.workspace.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A saved run calculated again: with the documents and the carried balances as they were then, and with the facts and
 * the other rows that are there now, because what an import has replaced is gone.
 *
 * @param comparison
 *            what was saved, and what it is now
 * @param sameFacts
 *            whether the facts are those of then
 * @param sameInputs
 *            whether the other rows that were brought in are those of then
 * @param samePlan
 *            whether the plan is that of then; only imported rates, or another version of this program, change it
 * @param late
 *            the differences as lines of the period after, each with a label; none where all is the same as then, and
 *            where a payout fails now
 */
public record Replay(SavedRun run, RunComparison comparison, boolean sameFacts, boolean sameInputs, boolean samePlan,
        List<Adjustment> late) {

    public Replay {
        late = List.copyOf(late);
    }

    /** Whether everything that the run was calculated from is still there. */
    public boolean isOfTheSame() {
        return sameFacts && sameInputs && samePlan;
    }

    /**
     * Calculates a run again; nothing of it is kept.
     *
     * @param threads
     *            how many threads calculate
     * @throws FindingsException
     *             where the run knew documents that are none of the workspace's
     */
    public static Replay of(Workspace workspace, SavedRun run, int threads, RunMonitor monitor) {
        if (run.origin().revision() == null) {
            throw new FindingsException(List.of(Finding.error("run " + run.id(), "", null, Message.of(
                    "knew documents that were not in the workspace, so it cannot be calculated again."))));
        }
        Documents.State documents = workspace.documents().after(run.origin().operation());
        List<String> schemes = workspace.runs().together(run).stream().map(SavedRun::scheme).toList();
        List<PayoutRecord> saved = workspace.runs().payouts(run);
        try (CalcSession session = CalcSession.within(workspace, documents, threads)) {
            CalcSession.Run now = session.run(schemes, run.period(), run.origin().asOf(), run.calculation(), monitor);
            SchemeResult result = now.result().schemes().stream()
                    .filter(scheme -> scheme.scheme().document().code().equals(run.scheme())).findFirst()
                    .orElseThrow();
            RunComparison comparison = RunComparison.of(saved, CalcSession.payouts(result));
            boolean sameFacts = now.result().factsVersion().equals(run.origin().factsVersion());
            boolean sameInputs = now.inputsVersion().equals(run.origin().inputsVersion());
            boolean samePlan = now.result().plan().fingerprint().equals(run.origin().fingerprint());
            return new Replay(run, comparison, sameFacts, sameInputs, samePlan,
                    sameFacts && sameInputs && samePlan ? List.of() : late(saved, result, run));
        }
    }

    private static List<Adjustment> late(List<PayoutRecord> saved, SchemeResult now, SavedRun run) {
        Optional<Period> next = now.scheme().calendar().find(run.period())
                .flatMap(period -> now.scheme().calendar().containing(period.end()));
        Map<String, Decimal> paid = new HashMap<>();
        for (PayoutRecord payout : saved) {
            Decimal amount = payout.amount();
            if (amount != null) {
                paid.put(payout.payee(), amount);
            }
        }
        return next.map(period -> LateDifferences.of(paid, now, run.period(), period.code())).orElse(List.of());
    }
}
