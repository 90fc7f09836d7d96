package dev.hermes.kernel;

import dev.hermes.column.BooleanColumn;
import dev.hermes.column.Columns;
import dev.hermes.column.NumberColumn;
import dev.hermes.decimal.Decimal;
import dev.hermes.decimal.DecimalRegister;
import dev.hermes.formula.Expression.ArithmeticOperator;
import dev.hermes.formula.Symbol.Source;
import dev.hermes.model.Adjustment;
import dev.hermes.model.CalcInputs;
import dev.hermes.model.Failure;
import dev.hermes.model.FailureCode;
import dev.hermes.model.OpeningBalance;
import dev.hermes.model.Scheme;
import dev.hermes.model.ValueType;
import dev.hermes.plan.CompiledFormula;
import dev.hermes.plan.CompiledParameter;
import dev.hermes.plan.CompiledScheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pays one scheme: rules, proration, caps and floors, rounding, pay expression, coefficient, the scheme's caps and
 * rounding, adjustments, balances, in this order.
 */
final class SchemeCalculation {

    private final CompiledScheme scheme;
    private final PeriodFrame period;
    private final Workers workers;
    private final RunMonitor monitor;
    private final CalcInputs inputs;
    private final Map<String, List<Adjustment>> adjustments = new HashMap<>();
    private final EachFact eachFact;
    private final boolean isFirstPeriod;
    private final String periodCode;
    private Map<String, EachFact.Sums> factSums = Map.of();

    SchemeCalculation(CompiledScheme scheme, PeriodFrame period, CalcInputs inputs, EachFact eachFact, int index,
            Workers workers, RunMonitor monitor) {
        this.scheme = scheme;
        this.period = period;
        this.inputs = inputs;
        this.eachFact = eachFact;
        this.workers = workers;
        this.monitor = monitor;
        isFirstPeriod = index == 1;
        periodCode = period.surroundings().plan().period().code();
        for (Adjustment adjustment : inputs.adjustments()) {
            if (adjustment.scheme().equals(scheme.document().code()) && adjustment.period().equals(periodCode)) {
                adjustments.computeIfAbsent(adjustment.payee(), _ -> new ArrayList<>()).add(adjustment);
            }
        }
    }

    PeriodFrame period() {
        return period;
    }

    SchemeResult calculate() {
        Populations.Members members = period.surroundings().populations().of(scheme.population(), period);
        Populations.Members paying = scheme.document().payee() == Scheme.Payee.ASSIGNMENT
                ? members
                : members.ofPersons(period.roster());
        int[] payees = paying.rows();
        SchemeResult result = new SchemeResult(scheme, period.roster(), payees, members.rows(), adjustments);
        for (int i = 0; i < payees.length && !paying.undecided().isEmpty(); i++) {
            Failure undecided = paying.undecided().get(payees[i]);
            if (undecided != null) {
                result.fail(i, undecided);
            }
        }
        factSums = eachFact.read(scheme, period, payees);
        String stage = "scheme " + scheme.document().code();
        monitor.progress(stage, 0, payees.length);
        workers.forRanges(payees.length, (from, to) -> calculate(result, from, to));
        monitor.progress(stage, payees.length, payees.length);
        return result;
    }

    private void calculate(SchemeResult result, int from, int to) {
        int[] positions = Positions.where(to - from, i -> !result.isFailed(from + i));
        PayeeFrame frame = new PayeeFrame(period, Arrays.copyOfRange(result.rows(), from, to));
        Steps steps = new Steps(result, frame, from, factSums, null);
        steps.openBalances();
        int[] paid = steps.applicable(positions);
        for (int k = 0; k < scheme.parameters().size(); k++) {
            steps.parameter(k, paid);
        }
        steps.pay(paid);
        steps.closeBalances(paid);
    }

    /** Evaluates one payee again, its recorder taking down every value. */
    SchemeResult record(SchemeResult result, int payee, Recorder recorder) {
        PayeeFrame frame = new PayeeFrame(period, new int[] {result.rows()[payee]});
        SchemeResult again = new SchemeResult(scheme, period.roster(), frame.rows(), frame.rows(), adjustments);
        Steps steps = new Steps(again, frame, 0, EachFact.one(factSums, payee), recorder);
        steps.openBalances();
        int[] paid = steps.applicable(new int[] {0});
        for (int k = 0; k < scheme.parameters().size(); k++) {
            steps.parameter(k, paid);
        }
        steps.pay(paid);
        steps.closeBalances(paid);
        return again;
    }

    /** The steps of a batch of payees; positions are counted within the batch. */
    private final class Steps {

        private final SchemeResult result;
        private final PayeeFrame frame;
        private final int offset;
        private final Map<String, EachFact.Sums> factSums;
        private final @Nullable Recorder recorder;
        private final Numbers numbers = new Numbers();

        Steps(SchemeResult result, PayeeFrame frame, int offset, Map<String, EachFact.Sums> factSums,
                @Nullable Recorder recorder) {
            this.result = result;
            this.frame = frame;
            this.offset = offset;
            this.factSums = factSums;
            this.recorder = recorder;
        }

        private NumberColumn required(CompiledFormula formula, int[] positions) {
            return new Evaluator(frame, formula.scales(), recorder).required(formula.expression(), positions);
        }

        private BooleanColumn condition(CompiledFormula formula, int[] positions) {
            return new Evaluator(frame, formula.scales(), recorder).condition(formula.expression(), positions);
        }

        /** The payees to whom the scheme applies. */
        int[] applicable(int[] positions) {
            CompiledFormula appliesWhen = scheme.appliesWhen();
            if (appliesWhen == null) {
                for (int position : positions) {
                    result.setApplies(offset + position);
                }
                return positions;
            }
            BooleanColumn applies = condition(appliesWhen, positions);
            for (int k = 0; k < positions.length; k++) {
                Failure failure = applies.failure(k);
                if (failure != null) {
                    result.fail(offset + positions[k], failure.within("appliesWhen"));
                } else if (applies.get(k)) {
                    result.setApplies(offset + positions[k]);
                }
            }
            return Positions.pickEach(positions,
                    Positions.where(positions.length, k -> applies.isPresent(k) && applies.get(k)));
        }

        void parameter(int index, int[] paid) {
            ParameterResult parameter = result.parameters().get(index);
            CompiledParameter compiled = parameter.parameter();
            boolean forAll = compiled.appliesWhen() == null && paid.length == frame.size();
            NumberColumn figure = forAll
                    ? new NumberColumn(frame.size())
                    : (NumberColumn) Columns.missing(ValueType.NUMBER, frame.size());
            int[] positions = applicable(compiled, paid, figure);
            List<NumberColumn> items = new ArrayList<>();
            for (int k = 0; k < compiled.items().size(); k++) {
                items.add(item(parameter, k, positions));
            }
            NumberColumn value = combine(compiled, items, positions);
            if (parameter.combined() != parameter.items().getFirst()) {
                keep(parameter.combined(), positions, value);
            }
            if (parameter.prorated() != parameter.combined()) {
                value = prorate(value, positions);
                keep(parameter.prorated(), positions, value);
            }
            if (parameter.capped() != parameter.prorated()) {
                value = limit(value, compiled.cap(), compiled.floor(), positions);
                keep(parameter.capped(), positions, value);
            }
            if (parameter.rounded() != parameter.capped()) {
                value = round(value, scheme.document().minorUnit());
                keep(parameter.rounded(), positions, value);
            }
            figure.scatter(0, positions, value);
            String place = "parameter " + compiled.document().code();
            for (int position : figure.allPresent() ? new int[0] : paid) {
                Failure failure = figure.failure(position);
                if (failure != null) {
                    Failure placed = failure.within(place);
                    figure.setFailure(position, placed);
                    parameter.rounded().setFailure(offset + position, placed);
                    result.fail(offset + position, placed);
                } else if (figure.isMissing(position)) {
                    parameter.rounded().setMissing(offset + position);
                }
            }
            frame.put(new Source.OfParameter(compiled.document().code()), figure);
        }

        /** The payees to whom a parameter applies. */
        private int[] applicable(CompiledParameter parameter, int[] paid, NumberColumn figure) {
            CompiledFormula appliesWhen = parameter.appliesWhen();
            if (appliesWhen == null) {
                return paid;
            }
            BooleanColumn applies = condition(appliesWhen, paid);
            for (int k = 0; k < paid.length; k++) {
                Failure failure = applies.failure(k);
                if (failure != null) {
                    figure.setFailure(paid[k], failure.within("appliesWhen"));
                }
            }
            return Positions.pickEach(paid, Positions.where(paid.length, k -> applies.isPresent(k) && applies.get(k)));
        }

        /** An item's value at each of the positions. */
        private NumberColumn item(ParameterResult parameter, int index, int[] positions) {
            CompiledParameter.CompiledItem item = parameter.parameter().items().get(index);
            Rules.Outcome outcome;
            if (item.rules().document().eachFact()) {
                EachFact.Sums sums = factSums.get(EachFact.key(parameter.parameter(), item));
                outcome = sums == null
                        ? new Rules.Outcome(new NumberColumn(positions.length), new short[positions.length])
                        : sums.outcome(positions, offset);
            } else {
                outcome = new Rules(item.rules(), frame, recorder).evaluate(positions);
            }
            keep(parameter.items().get(index), positions, outcome.values());
            short[] matched = parameter.matched().get(index);
            for (int k = 0; k < positions.length; k++) {
                matched[offset + positions[k]] = outcome.matched()[k];
            }
            return outcome.values();
        }

        private NumberColumn combine(CompiledParameter parameter, List<NumberColumn> items, int[] positions) {
            if (parameter.combine() != null) {
                for (int k = 0; k < items.size(); k++) {
                    NumberColumn figure = new NumberColumn(frame.size());
                    figure.scatter(0, positions, items.get(k));
                    frame.put(new Source.OfItem(parameter.items().get(k).name()), figure);
                }
                return required(parameter.combine(), positions);
            }
            NumberColumn sum = items.getFirst();
            for (NumberColumn item : items.subList(1, items.size())) {
                sum = numbers.apply(ArithmeticOperator.PLUS, sum, item);
            }
            return sum;
        }

        private void keep(NumberColumn column, int[] positions, NumberColumn values) {
            column.scatter(offset, positions, values);
        }

        /** Amount × days ÷ basis, rounded once. */
        private NumberColumn prorate(NumberColumn amounts, int[] positions) {
            CompiledFormula daysFormula = scheme.prorationDays();
            CompiledFormula basisFormula = scheme.prorationBasis();
            if (daysFormula == null || basisFormula == null) {
                return amounts;
            }
            NumberColumn days = required(daysFormula, positions);
            NumberColumn basis = required(basisFormula, positions);
            NumberColumn prorated = new NumberColumn(positions.length);
            DecimalRegister register = numbers.register();
            for (int k = 0; k < positions.length; k++) {
                NumberColumn failed = days.isFailed(k) ? days : basis;
                Failure failure = failed.failure(k);
                if (!amounts.isPresent(k)) {
                    prorated.copyState(k, amounts, k);
                } else if (failure != null) {
                    prorated.setFailure(k, failure.within("proration"));
                } else if ((basis.high(k) | basis.low(k)) == 0) {
                    prorated.setFailure(k,
                            Failure.divisionByZero(amounts.text(k) + " × " + days.text(k), "0").within("proration"));
                } else if (register.multiplyDivide(amounts.high(k), amounts.low(k), days.high(k), days.low(k),
                        basis.high(k), basis.low(k))) {
                    prorated.set(k, register.high, register.low);
                } else {
                    prorated.setFailure(k,
                            Failure.overflow("The proration of " + amounts.text(k)).within("proration"));
                }
            }
            return prorated;
        }

        /** At most the cap, then at least the floor. */
        private NumberColumn limit(NumberColumn amounts, @Nullable CompiledFormula cap,
                @Nullable CompiledFormula floor, int[] positions) {
            NumberColumn limited = amounts;
            if (cap != null) {
                limited = limit(limited, required(cap, positions), 1, "cap");
            }
            return floor == null ? limited : limit(limited, required(floor, positions), -1, "floor");
        }

        private static NumberColumn limit(NumberColumn amounts, NumberColumn bounds, int sign, String place) {
            NumberColumn limited = new NumberColumn(amounts.size());
            for (int k = 0; k < amounts.size(); k++) {
                Failure failure = bounds.failure(k);
                if (!amounts.isPresent(k)) {
                    limited.copyState(k, amounts, k);
                } else if (failure != null) {
                    limited.setFailure(k, failure.within(place));
                } else {
                    boolean beyond = DecimalRegister.compare(amounts.high(k), amounts.low(k), bounds.high(k),
                            bounds.low(k)) * sign > 0;
                    limited.copy(k, beyond ? bounds : amounts, k);
                }
            }
            return limited;
        }

        private NumberColumn round(NumberColumn amounts, int scale) {
            NumberColumn rounded = new NumberColumn(amounts.size());
            DecimalRegister register = numbers.register();
            for (int k = 0; k < amounts.size(); k++) {
                if (!amounts.isPresent(k)) {
                    rounded.copyState(k, amounts, k);
                } else if (register.round(amounts.high(k), amounts.low(k), scale)) {
                    rounded.set(k, register.high, register.low);
                } else {
                    rounded.setFailure(k, Failure.overflow("The rounding of " + amounts.text(k)));
                }
            }
            return rounded;
        }

        void pay(int[] paid) {
            int[] positions = Positions.pickEach(paid,
                    Positions.where(paid.length, k -> !result.isFailed(offset + paid[k])));
            NumberColumn value = within("pay", null,
                    scheme.pay() == null ? sum(positions) : required(scheme.pay(), positions));
            keep(result.pay(), positions, value);
            CompiledFormula coefficient = scheme.coefficient();
            if (coefficient != null) {
                value = within("coefficient", value,
                        numbers.apply(ArithmeticOperator.TIMES, value, required(coefficient, positions)));
                keep(result.withCoefficient(), positions, value);
            }
            boolean within = scheme.document().adjustmentsWithinCaps();
            if (within) {
                value = adjust(value, positions);
                keep(result.adjustedWithin(), positions, value);
            }
            if (scheme.cap() != null || scheme.floor() != null) {
                value = limit(value, scheme.cap(), scheme.floor(), positions);
                keep(result.capped(), positions, value);
            }
            if (result.rounded() != result.capped()) {
                value = round(value, scheme.document().minorUnit());
                keep(result.rounded(), positions, value);
            }
            if (result.payouts() != result.rounded()) {
                value = adjust(value, positions);
                keep(result.payouts(), positions, value);
            }
            for (int k = 0; k < positions.length && !value.allPresent(); k++) {
                Failure failure = value.failure(k);
                if (failure != null) {
                    result.fail(offset + positions[k], failure);
                }
            }
        }

        /** The same amounts, what failed in this step and not before it saying so. */
        private static NumberColumn within(String step, @Nullable NumberColumn before, NumberColumn amounts) {
            for (int k = 0; k < amounts.size() && !amounts.allPresent(); k++) {
                Failure failure = amounts.failure(k);
                if (failure != null && (before == null || !before.isFailed(k))) {
                    amounts.setFailure(k, failure.within(step));
                }
            }
            return amounts;
        }

        private NumberColumn sum(int[] positions) {
            NumberColumn sum = new NumberColumn(positions.length);
            for (CompiledParameter parameter : scheme.parameters()) {
                NumberColumn figure = (NumberColumn) frame.read(
                        SchemeResult.readParameter(parameter.document()), positions);
                for (int k = 0; k < positions.length && !figure.allPresent(); k++) {
                    if (figure.isMissing(k)) {
                        figure.setPresent(k);
                        figure.set(k, 0, 0);
                    }
                }
                sum = numbers.apply(ArithmeticOperator.PLUS, sum, figure);
            }
            return sum;
        }

        private NumberColumn adjust(NumberColumn amounts, int[] positions) {
            NumberColumn adjusted = amounts;
            for (int k = 0; k < positions.length && !adjustments.isEmpty(); k++) {
                List<Adjustment> of = adjustments.getOrDefault(result.payee(offset + positions[k]), List.of());
                if (!of.isEmpty() && adjusted == amounts) {
                    adjusted = (NumberColumn) amounts.gather(Positions.all(amounts.size()));
                }
                for (Adjustment adjustment : of) {
                    if (adjusted.isPresent(k)) {
                        add(adjusted, k, adjustment.amount());
                    }
                }
            }
            return adjusted;
        }

        private void add(NumberColumn amounts, int k, Decimal amount) {
            DecimalRegister register = numbers.register();
            if (register.add(amounts.high(k), amounts.low(k), amount.high(), amount.low())) {
                amounts.set(k, register.high, register.low);
            } else {
                amounts.setFailure(k,
                        Failure.overflow(amounts.text(k) + " + " + amount).within("adjustments"));
            }
        }

        /** Makes the balances readable with which the payees of the batch enter the period. */
        void openBalances() {
            for (Scheme.Balance balance : scheme.document().balances()) {
                NumberColumn opening = new NumberColumn(frame.size());
                for (int i = 0; i < frame.size(); i++) {
                    open(balance, result.payee(offset + i), i, opening);
                }
                frame.put(new Source.OfBalance(balance.code()), opening);
            }
        }

        private void open(Scheme.Balance balance, String payee, int i, NumberColumn opening) {
            String lineage = scheme.document().lineage();
            for (OpeningBalance uploaded : inputs.balances().uploaded()) {
                if (uploaded.lineage().equals(lineage) && uploaded.balance().equals(balance.code())
                        && uploaded.payee().equals(payee) && uploaded.period().equals(periodCode)) {
                    opening.set(i, uploaded.value());
                    return;
                }
            }
            Map<String, Map<String, Decimal>> carried = inputs.balances().carried().get(lineage);
            boolean hasFailed = inputs.balances().failed().getOrDefault(lineage, Set.of()).contains(payee);
            if (carried != null && !hasFailed) {
                // A new version of a scheme, too, inherits what the lineage carries.
                opening.set(i, carried.getOrDefault(payee, Map.of()).getOrDefault(balance.code(), balance.opening()));
            } else if (isFirstPeriod && !hasFailed) {
                opening.set(i, balance.opening());
            } else {
                opening.setFailure(i, Failure.of(FailureCode.NO_BALANCE, "The balance " + balance.code() + " of "
                        + payee + " is not known: calculate the period before, or bring in an opening balance"));
            }
        }

        void closeBalances(int[] paid) {
            int[] positions = Positions.pickEach(paid,
                    Positions.where(paid.length, k -> !result.isFailed(offset + paid[k])));
            int[] all = Positions.range(offset, offset + frame.size());
            frame.put(new Source.OfPayout(), (NumberColumn) result.payouts().gather(all));
            for (int k = 0; k < scheme.closings().size(); k++) {
                Scheme.Balance balance = scheme.document().balances().get(k);
                NumberColumn closing = round(required(scheme.closings().get(k), positions), balance.scale());
                for (int i = 0; i < positions.length; i++) {
                    result.close(offset + positions[i], k, closing, i);
                }
            }
        }
    }
}
