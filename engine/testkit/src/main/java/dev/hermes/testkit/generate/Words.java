package dev.hermes.testkit.generate;

import dev.hermes.model.ValueType;
import java.util.ArrayList;
import java.util.List;

/**
 * What formulas of a kind of place may read.
 *
 * @param numbers
 *            readings of numbers
 * @param ratios
 *            attainment and growth, which are compared as quotients
 * @param ofDays
 *            numbers that hold day by day, for {@code daily} and {@code days}
 * @param comparable
 *            indicators for {@code rank}, {@code percentile} and {@code share}
 * @param tables
 *            rate tables
 */
record Words(List<String> numbers, List<String> ratios, List<String> texts, List<String> truths, List<String> dates,
        List<String> ofDays, List<String> comparable, List<String> populations, List<Table> tables, boolean ofPeriod) {

    /** A rate table, by its code, with the types of its keys. */
    record Table(String code, List<ValueType> keys, boolean isScaled) {}

    /** No words but, where formulas are of a period, those of the payee and the period. */
    static Words none(boolean ofPeriod) {
        return ofPeriod
                ? new Words(list("period.number", "(period.days * 1)"), list(),
                        list("position", "organisation", "level", "person"), list(),
                        list("period.start", "period.end"), list(), list(), list(), list(), true)
                : new Words(list(), list(), list(), list(), list(), list(), list(), list(), list(), false);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static <T> List<T> list(T... words) {
        return new ArrayList<>(List.of(words));
    }

    /** The same words, to which others may be added. */
    Words copy() {
        return new Words(new ArrayList<>(numbers), new ArrayList<>(ratios), new ArrayList<>(texts),
                new ArrayList<>(truths), new ArrayList<>(dates), new ArrayList<>(ofDays),
                new ArrayList<>(comparable), new ArrayList<>(populations), new ArrayList<>(tables), ofPeriod);
    }

    /** Adds a value of a type. */
    void add(ValueType type, String name) {
        switch (type) {
            case NUMBER -> numbers.add(name);
            case TEXT -> texts.add(name);
            case BOOLEAN -> truths.add(name);
            case DATE -> dates.add(name);
        }
    }
}
