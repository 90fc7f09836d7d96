package dev.hermes.testkit.reference;

import dev.hermes.formula.Expression.ArithmeticOperator;
import dev.hermes.formula.Symbol.Source;
import dev.hermes.model.Adjustment;
import dev.hermes.model.CalcInputs;
import dev.hermes.model.Failure;
import dev.hermes.model.FailureCode;
import dev.hermes.model.Message;
import dev.hermes.model.OpeningBalance;
import dev.hermes.model.Scheme;
import dev.hermes.model.Series;
import dev.hermes.model.Window;
import dev.hermes.plan.CompiledFormula;
import dev.hermes.plan.CompiledLibrary;
import dev.hermes.plan.CompiledParameter;
import dev.hermes.plan.CompiledParameter.CompiledItem;
import dev.hermes.plan.CompiledScheme;
import dev.hermes.plan.CompiledSource;
import dev.hermes.testkit.ReferenceDecimal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pays a scheme, one payee after the other. */
final class SchemePay {

    private final CompiledLibrary library;
    private final CompiledScheme scheme;
    private final IndicatorValues indicators;
    private final Credits credits;
    private final CalcInputs inputs;
    private final int periodIndex;

    SchemePay(CompiledScheme scheme, IndicatorValues indicators, Credits credits, CalcInputs inputs) {
        this.library = indicators.library();
        this.scheme = scheme;
        this.indicators = indicators;
        this.credits = credits;
        this.inputs = inputs;
        periodIndex = scheme.calendar().index(scheme.document().from(), indicators.windows().period());
    }

    ReferenceResult pay() {
        Map<Row, Figure> members = Populations.members(indicators, scheme.population(), Window.CURRENT);
        if (scheme.document().payee() == Scheme.Payee.PERSON) {
            members = Populations.ofPersons(members);
        }
        SequencedMap<String, ReferenceResult.Payee> payees = new LinkedHashMap<>();
        members.forEach((row, isMember) -> payees.put(row.text(), isMember.isFailed()
                ? new ReferenceResult.Payee(true, isMember, nothing(), new LinkedHashMap<>())
                : new Payee(row).pay()));
        return new ReferenceResult(payees);
    }

    private List<Figure> nothing() {
        return scheme.parameters().stream().map(_ -> Figure.MISSING).toList();
    }

    /** One payee. */
    private final class Payee {

        private final Row row;
        private final Map<Source, Figure> figures = new HashMap<>();
        private final SchemePlace place;

        Payee(Row row) {
            this.row = row;
            place = new SchemePlace(new PayeePlace(indicators, row, Window.CURRENT, null), periodIndex, figures);
        }

        private Figure required(CompiledFormula formula) {
            return Formulas.required(library, formula, place);
        }

        ReferenceResult.Payee pay() {
            CompiledFormula appliesWhen = scheme.appliesWhen();
            Figure applies = appliesWhen == null ? Figure.of(true) : required(appliesWhen).within("appliesWhen");
            if (!applies.isTrue()) {
                return new ReferenceResult.Payee(applies.isFailed(), applies.isFailed() ? applies : Figure.MISSING,
                        nothing(), new LinkedHashMap<>());
            }
            for (Scheme.Balance balance : scheme.document().balances()) {
                figures.put(new Source.OfBalance(balance.code()), opening(balance));
            }
            List<Figure> parameters = new ArrayList<>();
            for (CompiledParameter parameter : scheme.parameters()) {
                Figure value = parameter(parameter).within("parameter " + parameter.document().code());
                parameters.add(value);
                figures.put(new Source.OfParameter(parameter.document().code()), value);
            }
            Figure payout = parameters.stream().filter(Figure::isFailed).findFirst()
                    .orElseGet(() -> payout(parameters));
            SequencedMap<String, Figure> balances = new LinkedHashMap<>();
            figures.put(new Source.OfPayout(), payout);
            for (int i = 0; i < scheme.closings().size() && payout.isPresent(); i++) {
                Scheme.Balance balance = scheme.document().balances().get(i);
                Figure closing = rounded(required(scheme.closings().get(i)), balance.scale())
                        .within("balance " + balance.code());
                balances.put(balance.code(), closing);
                payout = closing.isFailed() ? closing : payout;
            }
            if (payout.isFailed()) {
                balances.clear();
            }
            return new ReferenceResult.Payee(true, payout, parameters, balances);
        }

        private Figure payout(List<Figure> parameters) {
            Scheme document = scheme.document();
            CompiledFormula pay = scheme.pay();
            Figure amount = pay == null ? sum(parameters) : required(pay).within("pay");
            CompiledFormula coefficient = scheme.coefficient();
            if (coefficient != null && amount.isPresent()) {
                amount = Arithmetic.apply(ArithmeticOperator.TIMES, amount, required(coefficient))
                        .within("coefficient");
            }
            if (document.adjustmentsWithinCaps()) {
                amount = adjusted(amount);
            }
            amount = rounded(limited(amount, scheme.cap(), scheme.floor()), document.minorUnit());
            return document.adjustmentsWithinCaps() ? amount : adjusted(amount);
        }

        /** What does not apply adds nothing. */
        private static Figure sum(List<Figure> parameters) {
            Figure sum = Figure.of(0);
            for (Figure parameter : parameters) {
                sum = Arithmetic.apply(ArithmeticOperator.PLUS, sum,
                        parameter.isMissing() ? Figure.of(0) : parameter);
            }
            return sum.within("pay");
        }

        private Figure adjusted(Figure amount) {
            Figure adjusted = amount;
            for (Adjustment adjustment : inputs.adjustments()) {
                if (adjustment.scheme().equals(scheme.document().code()) && adjustment.payee().equals(row.text())
                        && adjustment.period().equals(indicators.windows().period().code())
                        && adjusted.isPresent()) {
                    adjusted = Arithmetic.apply(ArithmeticOperator.PLUS, adjusted,
                            Figure.of(adjustment.amount().toBigDecimal())).within("adjustments");
                }
            }
            return adjusted;
        }

        private static Figure rounded(Figure amount, int scale) {
            return amount.isPresent()
                    ? Arithmetic.orOverflow(ReferenceDecimal.rounded(amount.number(), scale),
                            "The rounding of " + amount.text())
                    : amount;
        }

        /** At most the cap, then at least the floor. */
        private Figure limited(Figure amount, @Nullable CompiledFormula cap, @Nullable CompiledFormula floor) {
            Figure limited = amount;
            if (cap != null && limited.isPresent()) {
                Figure most = required(cap).within("cap");
                limited = most.isFailed() || most.number().compareTo(limited.number()) < 0 ? most : limited;
            }
            if (floor != null && limited.isPresent()) {
                Figure least = required(floor).within("floor");
                limited = least.isFailed() || least.number().compareTo(limited.number()) > 0 ? least : limited;
            }
            return limited;
        }

        /** A parameter's amount; missing where it does not apply. */
        private Figure parameter(CompiledParameter parameter) {
            CompiledFormula appliesWhen = parameter.appliesWhen();
            Figure applies = appliesWhen == null ? Figure.of(true) : required(appliesWhen).within("appliesWhen");
            if (!applies.isTrue()) {
                return applies.isFailed() ? applies : Figure.MISSING;
            }
            Figure sum = Figure.of(0);
            for (CompiledItem item : parameter.items()) {
                Figure value = item.rules().document().eachFact()
                        ? eachFact(item)
                        : new RuleTables(library, item.rules(), place).value();
                figures.put(new Source.OfItem(item.name()), value);
                sum = Arithmetic.apply(ArithmeticOperator.PLUS, sum, value);
            }
            CompiledFormula combine = parameter.combine();
            Figure amount = combine == null ? sum : required(combine);
            boolean isMoney = parameter.document().unit().isMoney();
            if (isMoney && parameter.document().prorated()) {
                amount = prorated(amount);
            }
            amount = limited(amount, parameter.cap(), parameter.floor());
            return isMoney ? rounded(amount, scheme.document().minorUnit()) : amount;
        }

        private Figure prorated(Figure amount) {
            CompiledFormula daysFormula = scheme.prorationDays();
            CompiledFormula basisFormula = scheme.prorationBasis();
            if (daysFormula == null || basisFormula == null || !amount.isPresent()) {
                return amount;
            }
            Figure days = required(daysFormula);
            Figure basis = required(basisFormula);
            Figure absent = Arithmetic.absent(List.of(days, basis));
            if (absent != null) {
                return absent.within("proration");
            }
            return (basis.number().signum() == 0
                    ? Figure.failed(Failure.divisionByZero(amount.text() + " × " + days.text(), "0"))
                    : Arithmetic.orOverflow(
                            ReferenceDecimal.timesDividedBy(amount.number(), days.number(), basis.number()),
                            "The proration of " + amount.text()))
                    .within("proration");
        }

        /** The sum of the rules' values over the facts of an item's indicator; the first fact that fails counts. */
        private Figure eachFact(CompiledItem item) {
            CompiledSource.Facts source = (CompiledSource.Facts) item.indicator().source(Series.ACTUAL);
            Days days = Days.of(indicators.windows().period());
            List<Contribution> values = new ArrayList<>();
            for (Credits.Credited credited : credits.credited(source, days)) {
                if (isCounted(item, credited)) {
                    Figure passes = credits.passes(source, credited);
                    if (passes.isFailed() || passes.isTrue()) {
                        values.add(new Contribution(row, credited.fact().day(), credited.key(),
                                passes.isFailed() ? passes : ofFact(item, credited), Contribution.Kind.USUAL));
                    }
                }
            }
            Figure failure = values.stream().sorted(Contribution.ORDER).map(Contribution::value)
                    .filter(Figure::isFailed).findFirst().orElse(null);
            return failure != null
                    ? failure
                    : Arithmetic.orOverflow(
                            ReferenceDecimal.sum(values.stream().map(value -> value.value().number()).toList()),
                            "The sum over facts");
        }

        private boolean isCounted(CompiledItem item, Credits.Credited credited) {
            var scope = item.indicator().document().scope();
            if (scope.isOwn()) {
                return credited.assignments().contains(row) || row.isPerson()
                        && (row.person().equals(credited.person()) || credited.assignments().stream()
                                .anyMatch(assignment -> assignment.person().equals(row.person())));
            }
            return credited.assignments().stream().anyMatch(member -> indicators.company().isBelow(member, row, scope,
                    credited.fact().day()));
        }

        private Figure ofFact(CompiledItem item, Credits.Credited credited) {
            Figure value = new RuleTables(library, item.rules(), credited.fact().withPayee(place)).value();
            CompiledFormula share = credited.credit().share();
            if (share != null) {
                value = Arithmetic.apply(ArithmeticOperator.TIMES, value,
                        Formulas.required(library, share, credited.fact()));
            }
            return value.within("fact " + credited.key());
        }

        /** The balance with which the payee enters the period. */
        private Figure opening(Scheme.Balance balance) {
            String lineage = scheme.document().lineage();
            CalcInputs.Balances balances = inputs.balances();
            for (OpeningBalance uploaded : balances.uploaded()) {
                if (uploaded.lineage().equals(lineage) && uploaded.balance().equals(balance.code())
                        && uploaded.payee().equals(row.text())
                        && uploaded.period().equals(indicators.windows().period().code())) {
                    return Figure.of(uploaded.value().toBigDecimal());
                }
            }
            var carried = balances.carried().get(lineage);
            boolean hasFailed = balances.failed().getOrDefault(lineage, Set.of()).contains(row.text());
            if (carried != null && !hasFailed) {
                return Figure.of(carried.getOrDefault(row.text(), Map.of())
                        .getOrDefault(balance.code(), balance.opening()).toBigDecimal());
            }
            BigDecimal opening = balance.opening().toBigDecimal();
            return periodIndex == 1 && !hasFailed
                    ? Figure.of(opening)
                    : Figure.failed(Failure.of(FailureCode.NO_BALANCE, Message.of(
                            "The balance {0} of {1} is not known: calculate the period before, or bring in an opening "
                                    + "balance",
                            balance.code(), row.text())));
        }
    }
}
