package dev.hermes.kernel;

import dev.hermes.column.BooleanColumn;
import dev.hermes.column.Column;
import dev.hermes.column.NumberColumn;
import dev.hermes.decimal.WideSums;
import dev.hermes.facts.ColumnName;
import dev.hermes.facts.FactBatch;
import dev.hermes.facts.FactScan;
import dev.hermes.facts.FactSource;
import dev.hermes.facts.FactView;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Symbol.Source;
import dev.hermes.model.DatedValue;
import dev.hermes.model.Failure;
import dev.hermes.model.Series;
import dev.hermes.plan.CompiledDataset.CompiledCredit;
import dev.hermes.plan.CompiledFormula;
import dev.hermes.plan.CompiledParameter;
import dev.hermes.plan.CompiledParameter.CompiledItem;
import dev.hermes.plan.CompiledRules;
import dev.hermes.plan.CompiledScheme;
import dev.hermes.plan.CompiledSource;
import dev.hermes.roster.Days;
import dev.hermes.roster.Roster;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rule tables that are evaluated for each fact of an indicator: their values are summed for each payee, unrounded. */
final class EachFact {

    private final FactSource facts;

    EachFact(FactSource facts) {
        this.facts = facts;
    }

    static String key(CompiledParameter parameter, CompiledItem item) {
        return parameter.document().code() + " " + item.name();
    }

    /** The sums of all payees of an item. Not thread-safe while they are filled. */
    static final class Sums {

        private record FailedFact(int day, String key, Failure failure) {

            boolean isBefore(FailedFact other) {
                return day != other.day ? day < other.day : key.compareTo(other.key) < 0;
            }
        }

        private final WideSums sums;
        private final short[] matched;
        private final Map<Integer, FailedFact> failed = new HashMap<>();

        Sums(int payees) {
            sums = new WideSums(payees);
            matched = new short[payees];
            Arrays.fill(matched, Rules.NONE);
        }

        void add(int payee, long high, long low, short rule) {
            sums.add(payee, high, low);
            matched[payee] = matched[payee] == Rules.NONE || matched[payee] == rule ? rule : Rules.SEVERAL;
        }

        void fail(int payee, int day, String key, Failure failure) {
            failed.merge(payee, new FailedFact(day, key, failure.within("fact " + key)),
                    (known, other) -> other.isBefore(known) ? other : known);
        }

        Rules.Outcome outcome(int[] positions, int offset) {
            NumberColumn values = new NumberColumn(positions.length);
            short[] rules = new short[positions.length];
            for (int k = 0; k < positions.length; k++) {
                int payee = offset + positions[k];
                FailedFact fact = failed.get(payee);
                rules[k] = matched[payee];
                if (fact != null) {
                    values.setFailure(k, fact.failure());
                } else if (sums.fits(payee)) {
                    values.set(k, sums.high(payee), sums.low(payee));
                } else {
                    values.setFailure(k, Failure.overflow("The sum over facts"));
                }
            }
            return new Rules.Outcome(values, rules);
        }

        private Sums one(int payee) {
            Sums one = new Sums(1);
            one.sums.add(0, sums.high(payee), sums.low(payee));
            one.matched[0] = matched[payee];
            FailedFact fact = failed.get(payee);
            if (fact != null) {
                one.failed.put(0, fact);
            }
            return one;
        }
    }

    /** The sums of a single payee. */
    static Map<String, Sums> one(Map<String, Sums> all, int payee) {
        Map<String, Sums> ones = new HashMap<>();
        all.forEach((key, sums) -> ones.put(key, sums.one(payee)));
        return ones;
    }

    /** The sums of every item of a scheme that is evaluated for each fact. */
    Map<String, Sums> read(CompiledScheme scheme, PeriodFrame period, int[] payees) {
        Map<String, Sums> found = new HashMap<>();
        for (CompiledParameter parameter : scheme.parameters()) {
            for (CompiledItem item : parameter.items()) {
                if (item.rules().document().eachFact()) {
                    found.put(key(parameter, item), read(item, period, payees));
                }
            }
        }
        return found;
    }

    private Sums read(CompiledItem item, PeriodFrame period, int[] payees) {
        Sums sums = new Sums(payees.length);
        if (item.indicator().source(Series.ACTUAL) instanceof CompiledSource.Facts source && payees.length > 0) {
            int[] payeeOfRow = new int[period.roster().rowCount()];
            Arrays.fill(payeeOfRow, -1);
            for (int i = 0; i < payees.length; i++) {
                payeeOfRow[payees[i]] = i;
            }
            for (CompiledCredit credit : source.dataset().credits()) {
                new Pass(item, source, credit, period, payeeOfRow, sums).read();
            }
        }
        return sums;
    }

    /** The facts of one credit of one item. */
    private final class Pass {

        private final CompiledItem item;
        private final CompiledSource.Facts source;
        private final CompiledCredit credit;
        private final PeriodFrame period;
        private final int[] payeeOfRow;
        private final Sums sums;
        private final Roster roster;
        private final Targets targets;

        Pass(CompiledItem item, CompiledSource.Facts source, CompiledCredit credit, PeriodFrame period,
                int[] payeeOfRow, Sums sums) {
            this.item = item;
            this.source = source;
            this.credit = credit;
            this.period = period;
            this.payeeOfRow = payeeOfRow;
            this.sums = sums;
            roster = period.roster();
            targets = credit.subject() == DatedValue.Subject.ORGANISATION
                    ? new OrganisationTargets(roster)
                    : Placements.of(roster, credit.subject(), period.from(), period.to());
        }

        void read() {
            FactView view = new FactView(source.dataset().document(), source.dataset().joined(), credit.column(),
                    source.date(), Days.date(period.from()), Days.date(period.to()),
                    period.surroundings().plan().asOf());
            facts.scan(new FactScan(view, targets.placements(), columns(), null, null), this::accept);
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
                    String organisation = batch.subjects()[fact];
                    for (int row = 0; row < payeeOfRow.length; row++) {
                        if (payeeOfRow[row] >= 0 && isOf(row, organisation)) {
                            add(fact, row);
                        }
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

            private boolean isOf(int row, @Nullable String organisation) {
                return Arrays.stream(roster.assignmentsHeld(row, period.from(), period.to()))
                        .anyMatch(assignment -> roster.key(assignment).organisation().equals(organisation));
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
                if (pairs.length == 0) {
                    return;
                }
                Rules.Outcome outcome = new Rules(item.rules(), this, null).evaluate(pairs);
                NumberColumn values = outcome.values();
                CompiledFormula share = credit.share();
                if (share != null) {
                    values = new Numbers().apply(Expression.ArithmeticOperator.TIMES, values,
                            new Evaluator(facts, share.scales(), null).required(share.expression(),
                                    Positions.pickEach(factOf, pairs)));
                }
                for (int k = 0; k < pairs.length; k++) {
                    int payee = payeeOfRow[payeeRow[pairs[k]]];
                    Failure failure = values.failure(k);
                    if (failure == null) {
                        sums.add(payee, values.high(k), values.low(k), outcome.matched()[k]);
                    } else {
                        fail(pairs[k], failure);
                    }
                }
            }

            private void fail(int pair, @Nullable Failure failure) {
                if (failure != null) {
                    sums.fail(payeeOfRow[payeeRow[pair]], batch.days()[factOf[pair]], batch.keys()[factOf[pair]],
                            failure);
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
                    fail(pairs[k], passes.failure(k));
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
}
