package dev.hermes.kernel.internal.indicators;

import dev.hermes.column.NumberColumn;
import dev.hermes.decimal.Decimal;
import dev.hermes.decimal.WideSum;
import dev.hermes.model.Aggregation;
import dev.hermes.model.Failure;
import dev.hermes.model.FailureCode;
import dev.hermes.model.Message;
import dev.hermes.model.Treatment;
import dev.hermes.roster.Roster;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an own series has on each stretch of a roster: partial values, to be combined over the stretches of a payee, or
 * over those of all members of a roll-up. After the roster's stretches may come further ones of persons only.
 */
public final class StretchColumn {

    private static final byte NOTHING = 0;
    private static final byte VALUE = 1;
    private static final byte MISSING = 2;

    private final String name;
    private final Aggregation aggregation;
    private final Treatment empty;
    private final byte[] states;
    private final boolean[] counts;
    private final NumberColumn values;
    private final long[] rows;
    private int @Nullable [] days;
    private @Nullable String @Nullable [] keys;
    private @Nullable Set<String> @Nullable [] distinct;
    private final Map<Integer, Ambiguity> ambiguous = new HashMap<>();
    private boolean isPersonsOwn;

    StretchColumn(String name, Aggregation aggregation, Treatment empty, int size) {
        this.name = name;
        this.aggregation = aggregation;
        this.empty = empty;
        states = new byte[size];
        counts = new boolean[size];
        values = new NumberColumn(size);
        rows = new long[size];
    }

    String name() {
        return name;
    }

    int size() {
        return states.length;
    }

    /** Says that whoever holds a stretch could have a value on it. */
    void setCounts(int stretch) {
        counts[stretch] = true;
    }

    boolean counts(int stretch) {
        return counts[stretch];
    }

    void setValue(int stretch, long high, long low, long rowCount) {
        states[stretch] = VALUE;
        values.set(stretch, high, low);
        rows[stretch] = rowCount;
    }

    /** Forgets what is known of a stretch. */
    void clear(int stretch) {
        states[stretch] = NOTHING;
        values.setPresent(stretch);
        rows[stretch] = 0;
        if (distinct != null) {
            distinct[stretch] = null;
        }
    }

    void setMissing(int stretch) {
        states[stretch] = MISSING;
    }

    /** Sets a failure that belongs to a fact; the first one by day and key stays. */
    void setFailure(int stretch, Failure failure, int day, String key) {
        if (values.isFailed(stretch) && !isBefore(day, key, stretch)) {
            return;
        }
        states[stretch] = VALUE;
        values.setFailure(stretch, failure);
        setChosen(stretch, day, key);
    }

    private boolean isBefore(int day, String key, int stretch) {
        return day != day(stretch) ? day < day(stretch) : key.compareTo(key(stretch)) < 0;
    }

    void setChosen(int stretch, int day, String key) {
        int[] chosenDays = days == null ? new int[states.length] : days;
        @Nullable String[] chosenKeys = keys == null ? new String[states.length] : keys;
        chosenDays[stretch] = day;
        chosenKeys[stretch] = key;
        days = chosenDays;
        keys = chosenKeys;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    void setDistinct(int stretch, Set<String> found) {
        @Nullable Set<String>[] sets = distinct == null ? new Set[states.length] : distinct;
        sets[stretch] = found;
        distinct = sets;
        setValue(stretch, 0, 0, found.size());
    }

    /** The day of the fact that a stretch was chosen or failed by. */
    int day(int stretch) {
        return days == null ? Integer.MAX_VALUE : days[stretch];
    }

    /** The key of that fact; empty where there is none. */
    String key(int stretch) {
        String key = keys == null ? null : keys[stretch];
        return key == null ? "" : key;
    }

    /** Takes over what another column has at an index. */
    void copy(int stretch, StretchColumn from, int index) {
        states[stretch] = from.states[index];
        values.copy(stretch, from.values, index);
        rows[stretch] = from.rows[index];
        int[] chosenDays = from.days;
        @Nullable String[] chosenKeys = from.keys;
        if (chosenDays != null && chosenKeys != null && chosenKeys[index] != null) {
            setChosen(stretch, chosenDays[index], chosenKeys[index]);
        }
        Set<String> found = from.distinct == null ? null : from.distinct[index];
        if (found != null) {
            setDistinct(stretch, found);
        }
    }

    /** Says that it is not clear which of a person's assignments a value belongs to; the person's own value is. */
    void setAmbiguous(int stretch, int day, Failure failure) {
        ambiguous.put(stretch, new Ambiguity(failure, day));
    }

    /** Says that a person's value is that of the further stretches alone, and not what the assignments have together. */
    void setPersonsOwn() {
        isPersonsOwn = true;
    }

    private record Ambiguity(Failure failure, int day) {}

    boolean isMissing(int stretch) {
        return states[stretch] == MISSING;
    }

    long rows(int stretch) {
        return rows[stretch];
    }

    boolean hasValue(int stretch) {
        return states[stretch] == VALUE && values.isPresent(stretch);
    }

    /** Whether a stretch has a value that is nobody else's: then, taken alone, it is the value of whoever holds it. */
    boolean isCertain(int stretch) {
        return hasValue(stretch) && (ambiguous.isEmpty() || !ambiguous.containsKey(stretch));
    }

    NumberColumn values() {
        return values;
    }

    Treatment empty() {
        return empty;
    }

    /** A sum to which stretches are added, and which then becomes one value. Not thread-safe. */
    public final class Combination {

        private final WideSum sum = new WideSum();
        private @Nullable Set<String> union;
        private @Nullable Failure failure;
        private int failureDay;
        private String failureKey = "";
        private long rowCount;
        private boolean missing;
        private boolean anything;
        private int chosen = -1;

        public void add(int stretch) {
            if (states[stretch] == NOTHING) {
                return;
            }
            anything = true;
            Failure reason = values.failure(stretch);
            if (reason != null) {
                fail(reason, day(stretch), key(stretch));
            } else if (states[stretch] == MISSING && !isChosen()) {
                missing = true;
            } else {
                include(stretch);
            }
        }

        void addAmbiguous(int stretch) {
            Ambiguity reason = ambiguous.isEmpty() ? null : ambiguous.get(stretch);
            if (reason != null) {
                fail(reason.failure(), reason.day(), "");
            }
        }

        /** The first failure by day and key counts. */
        private void fail(Failure reason, int day, String key) {
            boolean isBefore = day != failureDay ? day < failureDay : key.compareTo(failureKey) < 0;
            if (failure == null || isBefore) {
                failure = reason;
                failureDay = day;
                failureKey = key;
            }
        }

        private boolean isChosen() {
            return aggregation == Aggregation.FIRST || aggregation == Aggregation.LAST;
        }

        private void include(int stretch) {
            rowCount += rows[stretch];
            switch (aggregation) {
                case SUM, COUNT, AVERAGE -> sum.add(values.high(stretch), values.low(stretch));
                case COUNT_DISTINCT -> {
                    Set<String> found = distinct == null ? null : distinct[stretch];
                    if (found == null) {
                        sum.add(values.high(stretch), values.low(stretch));
                    } else {
                        Set<String> known = union == null ? new HashSet<>() : union;
                        known.addAll(found);
                        union = known;
                    }
                }
                case MIN, MAX, FIRST, LAST -> {
                    if (chosen < 0 || isBetter(stretch, chosen)) {
                        chosen = stretch;
                    }
                }
            }
        }

        private boolean isBetter(int candidate, int than) {
            return switch (aggregation) {
                case MIN -> values.get(candidate).compareTo(values.get(than)) < 0;
                case MAX -> values.get(candidate).compareTo(values.get(than)) > 0;
                case FIRST -> order(candidate, than) < 0;
                default -> order(candidate, than) > 0;
            };
        }

        private int order(int a, int b) {
            int byDay = Integer.compare(day(a), day(b));
            return byDay != 0 ? byDay : key(a).compareTo(key(b));
        }

        boolean hasFacts() {
            return anything;
        }

        /** Puts the combined value into a result; what no facts mean applies where nothing was added. */
        public void into(NumberColumn result, int index) {
            if (failure != null) {
                result.setFailure(index, failure);
            } else if (missing || chosen >= 0 && states[chosen] == MISSING) {
                result.setMissing(index);
            } else if (!anything) {
                nothing(result, index);
            } else {
                value(result, index);
            }
        }

        private void nothing(NumberColumn result, int index) {
            switch (empty) {
                case Treatment.Fail _ -> result.setFailure(index,
                        Failure.of(FailureCode.NO_FACTS, Message.of("There are no facts")));
                case Treatment.Miss _ -> result.setMissing(index);
                case Treatment.Value value -> result.set(index, value.value());
            }
        }

        private void value(NumberColumn result, int index) {
            if (chosen >= 0) {
                result.set(index, values.high(chosen), values.low(chosen));
            } else if (aggregation == Aggregation.AVERAGE && sum.fits()) {
                result.set(index, sum.toDecimal().dividedBy(Decimal.of(rowCount)));
            } else {
                set(result, index, union == null ? sum : withDistinct(union.size()));
            }
        }

        /** The corrections of a count of distinct values, with the values that were counted. */
        private WideSum withDistinct(int counted) {
            WideSum all = new WideSum();
            all.add(sum);
            all.add(Decimal.of(counted));
            return all;
        }

        private static void set(NumberColumn result, int index, WideSum sum) {
            if (sum.fits()) {
                result.set(index, sum.high(), sum.low());
            } else {
                result.setFailure(index, Failure.overflow(Message.of("The sum")));
            }
        }
    }

    /**
     * What each row has of its own.
     *
     * @param furtherOfPerson
     *            for each person the stretches after the roster's that are his; empty where there are none
     */
    NumberColumn own(Roster roster, boolean historyOfPerson, int[][] furtherOfPerson) {
        NumberColumn result = new NumberColumn(roster.rowCount());
        for (int row = 0; row < roster.rowCount(); row++) {
            Combination combination = new Combination();
            boolean ofPerson = historyOfPerson || roster.isPersonRow(row);
            int[] assignments = ofPerson ? roster.assignmentsOfSamePerson(row) : roster.assignmentsOf(row);
            for (int assignment : ofPerson && isPersonsOwn ? new int[0] : assignments) {
                for (int s = roster.firstStretch(assignment); s < roster.firstStretch(assignment + 1); s++) {
                    combination.add(s);
                    if (!ofPerson) {
                        combination.addAmbiguous(s);
                    }
                }
            }
            if (ofPerson && furtherOfPerson.length > 0) {
                Arrays.stream(furtherOfPerson[roster.personRowOf(row) - roster.assignmentCount()])
                        .forEach(combination::add);
            }
            combination.into(result, row);
            Failure failure = result.failure(row);
            if (failure != null) {
                result.setFailure(row, failure.within(name));
            }
        }
        return result;
    }
}
