package dev.hermes.kernel;

import dev.hermes.column.BooleanColumn;
import dev.hermes.column.Columns;
import dev.hermes.column.NumberColumn;
import dev.hermes.formula.Expression.ArithmeticOperator;
import dev.hermes.formula.Symbol.Source;
import dev.hermes.kernel.internal.evaluation.Evaluator;
import dev.hermes.kernel.internal.evaluation.Numbers;
import dev.hermes.kernel.internal.evaluation.Positions;
import dev.hermes.kernel.internal.evaluation.Recorder;
import dev.hermes.kernel.internal.evaluation.Rules;
import dev.hermes.model.Adjustment;
import dev.hermes.model.Failure;
import dev.hermes.model.Scheme;
import dev.hermes.model.ValueType;
import dev.hermes.plan.CompiledFormula;
import dev.hermes.plan.CompiledParameter;
import dev.hermes.plan.CompiledScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Neighbouring payees of a scheme, who go through the steps of a payout together. Positions are counted within the
 * batch. Not thread-safe.
 */
final class PayBatch {

    private final CompiledScheme scheme;
    private final SchemeResult result;
    private final PayeeFrame frame;
    private final int offset;
    private final Map<String, EachFact.Sums> factSums;
    private final OpeningBalances balances;
    private final @Nullable Recorder recorder;
    private final Numbers numbers = new Numbers();
    private final Amounts arithmetic = new Amounts();

    /** The payees of a frame, the first of whom has the index {@code offset} in the result. */
    PayBatch(SchemeResult result, PayeeFrame frame, int offset, Map<String, EachFact.Sums> factSums,
            OpeningBalances balances, @Nullable Recorder recorder) {
        this.scheme = result.scheme();
        this.result = result;
        this.frame = frame;
        this.offset = offset;
        this.factSums = factSums;
        this.balances = balances;
        this.recorder = recorder;
    }

    /** Pays everybody who has not failed yet. */
    void calculate() {
        openBalances();
        int[] paid = applicable(Positions.where(frame.size(), i -> !result.isFailed(offset + i)));
        for (int k = 0; k < scheme.parameters().size(); k++) {
            parameter(k, paid);
        }
        pay(paid);
        closeBalances(paid);
    }

    private NumberColumn required(CompiledFormula formula, int[] positions) {
        return new Evaluator(frame, formula.scales(), recorder).required(formula.expression(), positions);
    }

    private BooleanColumn condition(CompiledFormula formula, int[] positions) {
        return new Evaluator(frame, formula.scales(), recorder).condition(formula.expression(), positions);
    }

    /** The payees to whom the scheme applies. */
    private int[] applicable(int[] positions) {
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

    private void parameter(int index, int[] paid) {
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
            value = arithmetic.round(value, scheme.document().minorUnit());
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
        return arithmetic.prorate(amounts, required(daysFormula, positions), required(basisFormula, positions));
    }

    /** At most the cap, then at least the floor. */
    private NumberColumn limit(NumberColumn amounts, @Nullable CompiledFormula cap,
            @Nullable CompiledFormula floor, int[] positions) {
        NumberColumn limited = amounts;
        if (cap != null) {
            limited = Amounts.atMost(limited, required(cap, positions));
        }
        return floor == null ? limited : Amounts.atLeast(limited, required(floor, positions));
    }

    private void pay(int[] paid) {
        int[] positions = Positions.pickEach(paid,
                Positions.where(paid.length, k -> !result.isFailed(offset + paid[k])));
        NumberColumn value = Amounts.within("pay", null,
                scheme.pay() == null ? sum(positions) : required(scheme.pay(), positions));
        keep(result.pay(), positions, value);
        CompiledFormula coefficient = scheme.coefficient();
        if (coefficient != null) {
            value = Amounts.within("coefficient", value,
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
            value = arithmetic.round(value, scheme.document().minorUnit());
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
        if (result.adjustments().isEmpty()) {
            return amounts;
        }
        NumberColumn adjusted = (NumberColumn) amounts.gather(Positions.all(amounts.size()));
        for (int k = 0; k < positions.length; k++) {
            for (Adjustment adjustment : result.adjustments(offset + positions[k])) {
                if (adjusted.isPresent(k)) {
                    arithmetic.add(adjusted, k, adjustment.amount());
                }
            }
        }
        return adjusted;
    }

    /** Makes the balances readable with which the payees of the batch enter the period. */
    private void openBalances() {
        for (Scheme.Balance balance : scheme.document().balances()) {
            NumberColumn opening = new NumberColumn(frame.size());
            for (int i = 0; i < frame.size(); i++) {
                balances.open(balance, result.payee(offset + i), i, opening);
            }
            frame.put(new Source.OfBalance(balance.code()), opening);
        }
    }

    private void closeBalances(int[] paid) {
        int[] positions = Positions.pickEach(paid,
                Positions.where(paid.length, k -> !result.isFailed(offset + paid[k])));
        int[] all = Positions.range(offset, offset + frame.size());
        frame.put(new Source.OfPayout(), (NumberColumn) result.payouts().gather(all));
        for (int k = 0; k < scheme.closings().size(); k++) {
            Scheme.Balance balance = scheme.document().balances().get(k);
            NumberColumn closing = arithmetic.round(required(scheme.closings().get(k), positions), balance.scale());
            for (int i = 0; i < positions.length; i++) {
                result.close(offset + positions[i], k, closing, i);
            }
        }
    }
}
