package dev.hermes.kernel.internal.indicators;

import dev.hermes.column.NumberColumn;
import dev.hermes.decimal.Decimal;
import dev.hermes.decimal.DecimalRegister;
import dev.hermes.decimal.WideSums;
import dev.hermes.facts.FactGroups;
import dev.hermes.model.Aggregation;
import dev.hermes.model.Failure;
import dev.hermes.model.Message;
import dev.hermes.model.Treatment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings groups and single rows of facts together into one {@link StretchColumn}. Not thread-safe. */
public final class StretchAccumulator {

    /** A fact that failed; of several the first by day and key is reported. */
    private record FailedFact(int day, String key, Failure failure) {

        boolean isBefore(FailedFact other) {
            return day != other.day ? day < other.day : key.compareTo(other.key) < 0;
        }
    }

    private final String name;
    private final Aggregation aggregation;
    private final WideSums sums;
    private final NumberColumn best;
    private final long[] rows;
    private final boolean[] missing;
    private final int[] days;
    private final @Nullable String[] keys;
    private final Map<Integer, Set<String>> distinct = new HashMap<>();
    private final Map<Integer, FailedFact> failed = new HashMap<>();
    private final @Nullable Listener listener;

    /** Sees every single fact that is added. */
    @FunctionalInterface
    public interface Listener {

        /** A fact counts for a stretch with this value in canonical text. */
        void add(int stretch, int day, String key, String value);
    }

    public StretchAccumulator(String name, Aggregation aggregation, int size) {
        this(name, aggregation, size, null);
    }

    public StretchAccumulator(String name, Aggregation aggregation, int size, @Nullable Listener listener) {
        this.listener = listener;
        this.name = name;
        this.aggregation = aggregation;
        sums = new WideSums(size);
        best = new NumberColumn(size);
        rows = new long[size];
        missing = new boolean[size];
        days = new int[size];
        keys = new String[size];
    }

    /** Adds one group's figures. */
    void add(int stretch, FactGroups.Figures figures, int group) {
        long count = figures.rows()[group];
        if (count == 0) {
            return;
        }
        Failure failure = figures.values().failure(group);
        boolean chosen = aggregation == Aggregation.FIRST || aggregation == Aggregation.LAST;
        if (failure != null) {
            fail(stretch, Integer.MAX_VALUE, "", failure);
        } else if (aggregation == Aggregation.COUNT) {
            rows[stretch] += count;
        } else if (figures.missing()[group] > 0 && !chosen) {
            rows[stretch] += count;
            missing[stretch] = true;
        } else if (aggregation == Aggregation.COUNT_DISTINCT && figures.distinct() != null) {
            rows[stretch] += count;
            distinct.computeIfAbsent(stretch, _ -> new HashSet<>()).addAll(figures.distinct().get(group));
        } else {
            int day = figures.days() == null ? 0 : figures.days()[group];
            String key = figures.keys() == null ? null : figures.keys()[group];
            include(stretch, figures.values().high(group), figures.values().low(group), count,
                    figures.missing()[group] > 0, day, key == null ? "" : key);
        }
    }

    /** Adds one fact whose measure is present. */
    void add(int stretch, long high, long low, int day, String key) {
        if (listener != null) {
            String value = aggregation == Aggregation.COUNT ? "1" : Decimal.ofBits(high, low).toString();
            listener.add(stretch, day, key, value);
        }
        include(stretch, high, low, 1, false, day, key);
    }

    /** Adds one fact by the text of its measure, for {@code countDistinct}. */
    void add(int stretch, String value, int day, String key) {
        if (listener != null) {
            listener.add(stretch, day, key, value);
        }
        rows[stretch]++;
        distinct.computeIfAbsent(stretch, _ -> new HashSet<>()).add(value);
    }

    /** Adds one fact without a measure. */
    void addMissing(int stretch, int day, String key) {
        if (listener != null) {
            listener.add(stretch, day, key, "missing");
        }
        if (aggregation == Aggregation.FIRST || aggregation == Aggregation.LAST) {
            include(stretch, 0, 0, 1, true, day, key);
        } else {
            rows[stretch]++;
            missing[stretch] = true;
        }
    }

    void fail(int stretch, int day, String key, Failure failure) {
        if (listener != null) {
            listener.add(stretch, day, key, failure.text());
        }
        FailedFact fact = new FailedFact(day, key, failure);
        failed.merge(stretch, fact, (known, other) -> other.isBefore(known) ? other : known);
    }

    private void include(int stretch, long high, long low, long count, boolean isMissing, int day, String key) {
        boolean better = rows[stretch] == 0;
        switch (aggregation) {
            case SUM, AVERAGE, COUNT_DISTINCT -> sums.add(stretch, high, low);
            case COUNT -> {
            }
            case MIN -> better |= DecimalRegister.compare(high, low, best.high(stretch), best.low(stretch)) < 0;
            case MAX -> better |= DecimalRegister.compare(high, low, best.high(stretch), best.low(stretch)) > 0;
            case FIRST -> better |= order(day, key, stretch) < 0;
            case LAST -> better |= order(day, key, stretch) > 0;
        }
        rows[stretch] += count;
        if (better) {
            best.set(stretch, high, low);
            days[stretch] = day;
            keys[stretch] = key;
            if (aggregation == Aggregation.FIRST || aggregation == Aggregation.LAST) {
                missing[stretch] = isMissing;
            }
        }
    }

    private int order(int day, String key, int stretch) {
        String known = keys[stretch];
        return day != days[stretch] || known == null
                ? Integer.compare(day, days[stretch])
                : key.compareTo(known);
    }

    StretchColumn finish(Treatment empty) {
        StretchColumn column = new StretchColumn(name, aggregation, empty, rows.length);
        for (int stretch = 0; stretch < rows.length; stretch++) {
            FailedFact fact = failed.isEmpty() ? null : failed.get(stretch);
            if (fact != null) {
                column.setFailure(stretch, fact.failure(), fact.day(), fact.key());
            } else if (rows[stretch] > 0) {
                finish(stretch, column);
            }
        }
        return column;
    }

    private void finish(int stretch, StretchColumn column) {
        Set<String> found = distinct.isEmpty() ? null : distinct.get(stretch);
        if (missing[stretch]) {
            column.setMissing(stretch);
        } else if (found != null) {
            column.setDistinct(stretch, found);
        } else if (aggregation == Aggregation.COUNT) {
            Decimal count = Decimal.of(rows[stretch]);
            column.setValue(stretch, count.high(), count.low(), rows[stretch]);
        } else if (aggregation != Aggregation.SUM && aggregation != Aggregation.AVERAGE) {
            column.setValue(stretch, best.high(stretch), best.low(stretch), rows[stretch]);
        } else if (sums.fits(stretch)) {
            column.setValue(stretch, sums.high(stretch), sums.low(stretch), rows[stretch]);
        } else {
            column.setFailure(stretch, Failure.overflow(Message.of("The sum")), Integer.MAX_VALUE, "");
        }
        String key = keys[stretch];
        if (key != null && (aggregation == Aggregation.FIRST || aggregation == Aggregation.LAST)) {
            column.setChosen(stretch, days[stretch], key);
        }
    }
}
