package dev.hermes.kernel;

import dev.hermes.column.NumberColumn;
import dev.hermes.decimal.WideSums;
import dev.hermes.facts.FactSource;
import dev.hermes.kernel.internal.evaluation.Recording;
import dev.hermes.kernel.internal.evaluation.Rules;
import dev.hermes.kernel.internal.indicators.PeriodFrame;
import dev.hermes.model.Failure;
import dev.hermes.model.Message;
import dev.hermes.model.Series;
import dev.hermes.plan.CompiledDataset.CompiledCredit;
import dev.hermes.plan.CompiledParameter.CompiledItem;
import dev.hermes.plan.CompiledParameter;
import dev.hermes.plan.CompiledScheme;
import dev.hermes.plan.CompiledSource;
import dev.hermes.roster.Roster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
                    values.setFailure(k, Failure.overflow(Message.of("The sum over facts")));
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
        int[] payeeOfRow = new int[period.roster().rowCount()];
        Arrays.fill(payeeOfRow, -1);
        for (int i = 0; i < payees.length; i++) {
            payeeOfRow[payees[i]] = i;
        }
        if (item.indicator().source(Series.ACTUAL) instanceof CompiledSource.Facts source && payees.length > 0) {
            for (CompiledCredit credit : source.dataset().credits()) {
                new EachFactPass(facts, item, source, credit, period, payeeOfRow, sums, null).read(null);
            }
        }
        return sums;
    }

    /**
     * What a fact paid.
     *
     * @param paid
     *            the credit's share of the value, the only one of a column
     * @param recording
     *            the values of the rules' formulas
     * @param matched
     *            as in {@link Rules.Outcome}
     */
    record Paid(int day, String key, NumberColumn paid, CompiledCredit credit, Recording recording, short matched) {

        /** In canonical text; or why it failed. */
        String value() {
            return Recording.text(paid, 0);
        }
    }

    /** Evaluates an item once more for one payee, and takes down every value; in the order of days and keys. */
    List<Paid> record(CompiledItem item, PeriodFrame period, int row) {
        List<Paid> paid = new ArrayList<>();
        int[] payeeOfRow = new int[period.roster().rowCount()];
        Arrays.fill(payeeOfRow, -1);
        payeeOfRow[row] = 0;
        if (item.indicator().source(Series.ACTUAL) instanceof CompiledSource.Facts source) {
            for (CompiledCredit credit : source.dataset().credits()) {
                Set<String> subjects = item.indicator().document().scope().isOwn()
                        ? subjects(credit, period.roster(), row)
                        : null;
                new EachFactPass(facts, item, source, credit, period, payeeOfRow, new Sums(1), paid).read(subjects);
            }
        }
        paid.sort(Comparator.comparingInt(Paid::day).thenComparing(Paid::key));
        return paid;
    }

    private static Set<String> subjects(CompiledCredit credit, Roster roster, int row) {
        return Arrays.stream(roster.assignmentsOf(row)).mapToObj(assignment -> switch (credit.subject()) {
            case PERSON -> roster.person(assignment);
            case ASSIGNMENT -> roster.text(assignment);
            case ORGANISATION -> roster.key(assignment).organisation();
        }).collect(Collectors.toSet());
    }
}
