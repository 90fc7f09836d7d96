package dev.hermes.kernel;

import dev.hermes.column.BooleanColumn;
import dev.hermes.column.Column;
import dev.hermes.column.NumberColumn;
import dev.hermes.facts.ColumnName;
import dev.hermes.facts.FactBatch;
import dev.hermes.facts.FactScan;
import dev.hermes.facts.FactSource;
import dev.hermes.facts.FactView;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Symbol.Source;
import dev.hermes.kernel.internal.evaluation.Evaluator;
import dev.hermes.kernel.internal.evaluation.FactFrame;
import dev.hermes.kernel.internal.evaluation.Frame;
import dev.hermes.kernel.internal.evaluation.Numbers;
import dev.hermes.kernel.internal.evaluation.Operand;
import dev.hermes.kernel.internal.evaluation.Positions;
import dev.hermes.kernel.internal.evaluation.RateBook;
import dev.hermes.kernel.internal.evaluation.Recording;
import dev.hermes.kernel.internal.evaluation.Rules;
import dev.hermes.kernel.internal.indicators.DayFormulas;
import dev.hermes.kernel.internal.indicators.FactPasses;
import dev.hermes.kernel.internal.indicators.OrganisationTargets;
import dev.hermes.kernel.internal.indicators.PeriodFrame;
import dev.hermes.kernel.internal.indicators.Placements;
import dev.hermes.kernel.internal.indicators.Targets;
import dev.hermes.model.DatedValue;
import dev.hermes.model.Failure;
import dev.hermes.plan.CompiledDataset.CompiledCredit;
import dev.hermes.plan.CompiledFormula;
import dev.hermes.plan.CompiledParameter.CompiledItem;
import dev.hermes.plan.CompiledRules;
import dev.hermes.plan.CompiledSource;
import dev.hermes.roster.Days;
import dev.hermes.roster.Roster;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates an item for each fact of one credit and each payee to whom it counts, and adds up what that gives. Not
 * thread-safe.
 */
final class EachFactPass {

    private final FactSource facts;
    private final CompiledItem item;
    private final CompiledSource.Facts source;
    private final CompiledCredit credit;
    private final PeriodFrame period;
    private final int[] payeeOfRow;
    private final EachFact.Sums sums;
    private final Roster roster;
    private final Targets targets;
    private final Map<String, int[]> rowsOfOrganisation = new HashMap<>();
    private final @Nullable List<EachFact.Paid> paid;

    /**
     * A pass over facts.
     *
     * @param payeeOfRow
     *            the index of each row's payee in the sums; negative: not paid
     * @param paid
     *            gets what each fact paid; null: nobody wants to know
     */
    EachFactPass(FactSource facts, CompiledItem item, CompiledSource.Facts source, CompiledCredit credit,
            PeriodFrame period, int[] payeeOfRow, EachFact.Sums sums, @Nullable List<EachFact.Paid> paid) {
        this.facts = facts;
        this.item = item;
        this.source = source;
        this.credit = credit;
        this.period = period;
        this.payeeOfRow = payeeOfRow;
        this.sums = sums;
        this.paid = paid;
        roster = period.roster();
        targets = credit.subject() == DatedValue.Subject.ORGANISATION
                ? new OrganisationTargets(roster)
                : Placements.of(roster, credit.subject(), period.from(), period.to());
    }

    /** Reads the facts; {@code subjects}: only those credited to one of them, null: to anybody. */
    void read(@Nullable Set<String> subjects) {
        if (targets instanceof OrganisationTargets) {
            for (int row = 0; row < payeeOfRow.length; row++) {
                if (payeeOfRow[row] >= 0) {
                    addToOrganisations(row);
                }
            }
        }
        FactView view = new FactView(source.dataset().document(), source.dataset().joined(), credit.column(),
                source.date(), Days.date(period.from()), Days.date(period.to()),
                period.surroundings().plan().asOf());
        facts.scan(new FactScan(view, targets.placements(), columns(), subjects, null), this::accept);
    }

    private void addToOrganisations(int row) {
        Arrays.stream(roster.assignmentsHeld(row, period.from(), period.to()))
                .mapToObj(assignment -> roster.key(assignment).organisation()).distinct()
                .forEach(organisation -> rowsOfOrganisation.merge(organisation, new int[] {row},
                        (known, added) -> IntStream.concat(Arrays.stream(known), Arrays.stream(added)).toArray()));
    }

    private Set<ColumnName> columns() {
        Set<ColumnName> columns = new HashSet<>();
        FactPasses.collect(source.where(), columns);
        FactPasses.collect(credit.share(), columns);
        source.dataset().measures().values().forEach(measure -> FactPasses.collect(measure, columns));
        CompiledRules rules = item.rules();
        rules.rules().forEach(rule -> {
            FactPasses.collect(rule.condition(), columns);
            FactPasses.collect(rule.expression(), columns);
        });
        FactPasses.collect(rules.otherwise(), columns);
        columns.removeIf(column -> source.dataset().measures().containsKey(column.column())
                && column.alias().isEmpty());
        return columns;
    }

    private void accept(FactBatch batch) {
        int[] indexes = new int[batch.size()];
        for (int i = 0; i < batch.size(); i++) {
            indexes[i] = targets.of(batch.subjects()[i], batch.targets()[i]);
        }
        int[] rows = Positions.where(batch.size(), i -> indexes[i] >= 0);
        Pairs pairs = new Pairs(batch);
        for (int row : rows) {
            pairs.addPayees(row, indexes[row]);
        }
        pairs.evaluate();
    }

    /** Each fact of a batch with each payee to whom it counts. */
    private final class Pairs implements Frame {

        private final FactBatch batch;
        private final FactFrame facts;
        private int[] factOf = new int[256];
        private int[] payeeRow = new int[256];
        private int count;

        Pairs(FactBatch batch) {
            this.batch = batch;
            facts = new FactFrame(batch, period.rates(), period.from(), period.to());
        }

        void addPayees(int fact, int index) {
            if (targets instanceof OrganisationTargets) {
                for (int row : rowsOfOrganisation.getOrDefault(batch.subjects()[fact], new int[0])) {
                    add(fact, row);
                }
            } else if (!item.indicator().document().scope().isOwn()) {
                addSuperiors(fact, index);
            } else if (targets.isAmbiguous(index)) {
                add(fact, roster.personRow(String.valueOf(batch.subjects()[fact])));
            } else {
                add(fact, roster.stretchRow(index));
                add(fact, roster.personRowOf(roster.stretchRow(index)));
            }
        }

        private void addSuperiors(int fact, int index) {
            if (!targets.isAmbiguous(index)) {
                for (int row : roster.above(index, item.indicator().document().scope())) {
                    add(fact, row);
                }
            }
        }

        private void add(int fact, int row) {
            if (row < 0 || payeeOfRow[row] < 0) {
                return;
            }
            if (count == factOf.length) {
                factOf = Arrays.copyOf(factOf, count * 2);
                payeeRow = Arrays.copyOf(payeeRow, count * 2);
            }
            factOf[count] = fact;
            payeeRow[count++] = row;
        }

        void evaluate() {
            int[] pairs = passing(Positions.all(count));
            if (paid == null) {
                pay(pairs, null);
            } else {
                for (int pair : pairs) {
                    pay(new int[] {pair}, new Recording());
                }
            }
        }

        private void pay(int[] pairs, @Nullable Recording recording) {
            Rules.Outcome outcome = new Rules(item.rules(), this, recording).evaluate(pairs);
            NumberColumn values = shared(outcome.values(), pairs, recording);
            for (int k = 0; k < pairs.length; k++) {
                Failure failure = values.failure(k);
                short matched = outcome.matched()[k];
                if (failure != null) {
                    fail(pairs[k], failure);
                    tell(pairs[k], values, k, recording, matched);
                } else {
                    sums.add(payee(pairs[k]), values.high(k), values.low(k), matched);
                    tell(pairs[k], values, k, recording, matched);
                }
            }
        }

        /** The part of the values that the credit gives. */
        private NumberColumn shared(NumberColumn values, int[] pairs, @Nullable Recording recording) {
            CompiledFormula share = credit.share();
            return share == null
                    ? values
                    : new Numbers().apply(Expression.ArithmeticOperator.TIMES, values,
                            new Evaluator(facts, share.scales(), recording).required(share.expression(),
                                    Positions.pickEach(factOf, pairs)));
        }

        private int payee(int pair) {
            return payeeOfRow[payeeRow[pair]];
        }

        private void fail(int pair, Failure failure) {
            int fact = factOf[pair];
            sums.fail(payee(pair), batch.days()[fact], batch.keys()[fact], failure);
        }

        /** {@code values[k]} is what the pair gives. */
        private void tell(int pair, Column values, int k, @Nullable Recording recording, short matched) {
            if (paid != null) {
                int fact = factOf[pair];
                paid.add(new EachFact.Paid(batch.days()[fact], batch.keys()[fact],
                        (NumberColumn) values.gather(new int[] {k}), credit,
                        recording == null ? new Recording() : recording, matched));
            }
        }

        private int[] passing(int[] pairs) {
            CompiledFormula where = source.where();
            if (where == null || pairs.length == 0) {
                return pairs;
            }
            BooleanColumn passes = new Evaluator(facts, where.scales(), null).condition(where.expression(),
                    Positions.pickEach(factOf, pairs));
            for (int k = 0; k < pairs.length; k++) {
                Failure failure = passes.failure(k);
                if (failure != null) {
                    fail(pairs[k], failure);
                    NumberColumn failed = new NumberColumn(1);
                    failed.setFailure(0, failure);
                    tell(pairs[k], failed, 0, null, Rules.NONE);
                }
            }
            return Positions.pickEach(pairs,
                    Positions.where(pairs.length, k -> passes.isPresent(k) && passes.get(k)));
        }

        @Override
        public Column read(Expression leaf, int[] positions) {
            if (leaf instanceof Expression.ReadValue read && read.source() instanceof Source.OfFact fact) {
                int[] rows = Positions.pickEach(factOf, positions);
                CompiledFormula measure = fact.alias().isEmpty()
                        ? source.dataset().measures().get(fact.column())
                        : null;
                return measure == null
                        ? facts.read(leaf, rows)
                        : new Evaluator(facts, measure.scales(), null).evaluate(measure.expression(), rows);
            }
            return period.read(leaf, Positions.pickEach(payeeRow, positions));
        }

        @Override
        public NumberColumn overDays(Expression leaf, Map<String, Expression> scales, int[] positions) {
            return new DayFormulas(period, scales, this).over(leaf, Positions.pickEach(payeeRow, positions),
                    positions);
        }

        @Override
        public Operand ratio(Expression.ReadRatio ratio, int[] positions) {
            return period.ratio(ratio, Positions.pickEach(payeeRow, positions));
        }

        @Override
        public int day(int position) {
            return batch.days()[factOf[position]];
        }

        @Override
        public int from() {
            return period.from();
        }

        @Override
        public int to() {
            return period.to();
        }

        @Override
        public RateBook rates() {
            return period.rates();
        }
    }
}
