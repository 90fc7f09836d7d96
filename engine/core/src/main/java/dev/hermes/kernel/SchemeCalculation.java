package dev.hermes.kernel;

import dev.hermes.column.NumberColumn;
import dev.hermes.kernel.internal.evaluation.Recorder;
import dev.hermes.kernel.internal.indicators.PeriodFrame;
import dev.hermes.kernel.internal.indicators.Populations;
import dev.hermes.kernel.internal.indicators.Workers;
import dev.hermes.model.CalcInputs;
import dev.hermes.model.Failure;
import dev.hermes.model.Scheme;
import dev.hermes.plan.CompiledScheme;
import java.util.Arrays;
import java.util.Map;

/**
 * Pays one scheme: rules, proration, caps and floors, rounding, pay expression, coefficient, the scheme's caps and
 * rounding, adjustments, balances, in this order.
 */
final class SchemeCalculation {

    private final CompiledScheme scheme;
    private final PeriodFrame period;
    private final Workers workers;
    private final RunMonitor monitor;
    private final EachFact eachFact;
    private final Adjustments adjustments;
    private final OpeningBalances balances;
    private Map<String, EachFact.Sums> factSums = Map.of();

    SchemeCalculation(CompiledScheme scheme, PeriodFrame period, CalcInputs inputs, EachFact eachFact, int index,
            Workers workers, RunMonitor monitor) {
        this.scheme = scheme;
        this.period = period;
        this.eachFact = eachFact;
        this.workers = workers;
        this.monitor = monitor;
        String code = period.surroundings().plan().period().code();
        adjustments = new Adjustments(inputs, scheme.document().code(), code);
        balances = new OpeningBalances(inputs.balances(), scheme.document().lineage(), code, index == 1);
    }

    PeriodFrame period() {
        return period;
    }

    SchemeResult calculate() {
        Populations.Members members = period.surroundings().populations().of(scheme.population(), period);
        Populations.Members payees = payees(members);
        SchemeResult result = new SchemeResult(scheme, period.roster(), payees.rows(), members.rows(), adjustments);
        refuseUndecided(result, payees);
        factSums = eachFact.read(scheme, period, payees.rows());
        String stage = "scheme " + scheme.document().code();
        monitor.progress(stage, 0, result.size());
        workers.forRanges(result.size(), (from, to) -> batch(result, from, to).calculate());
        monitor.progress(stage, result.size(), result.size());
        return result;
    }

    private Populations.Members payees(Populations.Members members) {
        return scheme.document().payee() == Scheme.Payee.ASSIGNMENT ? members : members.ofPersons(period.roster());
    }

    /** Whoever may or may not belong to the population cannot be paid. */
    private static void refuseUndecided(SchemeResult result, Populations.Members payees) {
        for (int i = 0; i < result.size() && !payees.undecided().isEmpty(); i++) {
            Failure undecided = payees.undecided().get(result.rows()[i]);
            if (undecided != null) {
                result.fail(i, undecided);
            }
        }
    }

    private PayBatch batch(SchemeResult result, int from, int to) {
        PayeeFrame frame = new PayeeFrame(period, Arrays.copyOfRange(result.rows(), from, to));
        return new PayBatch(result, frame, from, factSums, balances, null);
    }

    /** The balance with which a payee enters the period, the only value of a column. */
    NumberColumn opening(Scheme.Balance balance, String payee) {
        NumberColumn opening = new NumberColumn(1);
        balances.open(balance, payee, 0, opening);
        return opening;
    }

    /** Evaluates one payee again, its recorder taking down every value. */
    SchemeResult record(SchemeResult result, int payee, Recorder recorder) {
        PayeeFrame frame = new PayeeFrame(period, new int[] {result.rows()[payee]});
        SchemeResult again = new SchemeResult(scheme, period.roster(), frame.rows(), frame.rows(), adjustments);
        refuseUndecided(again, payees(period.surroundings().populations().of(scheme.population(), period)));
        new PayBatch(again, frame, 0, EachFact.one(factSums, payee), balances, recorder).calculate();
        return again;
    }
}
