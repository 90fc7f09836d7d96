package dev.hermes.app.data;

import dev.hermes.decimal.Decimal;
import dev.hermes.model.ValueType;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the values of an attribute are.
 *
 * @param count
 *            how many have a value
 * @param of
 *            how many there are
 * @param different
 *            how many values there are that differ
 * @param frequent
 *            the most frequent ones first; none where they are numbers or dates
 * @param least
 *            the least number or the first date; empty where there is none
 * @param greatest
 *            the greatest number or the last date; empty where there is none
 */
record AttributeValues(long count, long of, long different, List<Frequent> frequent, String least, String greatest) {

    /** How many of the most frequent values are kept. */
    static final int MOST = 12;

    AttributeValues {
        frequent = List.copyOf(frequent);
    }

    /** A value in canonical text, and how many have it. */
    record Frequent(String value, long count) {}

    static AttributeValues of(ValueType type, List<String> values, long of) {
        Map<String, Long> counts = new HashMap<>();
        values.forEach(value -> counts.merge(value, 1L, Long::sum));
        return switch (type) {
            case TEXT, BOOLEAN -> new AttributeValues(values.size(), of, counts.size(),
                    counts.entrySet().stream()
                            .sorted(Map.Entry.<String, Long>comparingByValue().reversed()
                                    .thenComparing(Map.Entry.comparingByKey()))
                            .limit(MOST).map(one -> new Frequent(one.getKey(), one.getValue())).toList(),
                    "", "");
            case NUMBER -> between(values, of, counts.size(), Decimal::parse);
            case DATE -> between(values, of, counts.size(), Function.identity());
        };
    }

    private static <T extends Comparable<? super T>> AttributeValues between(List<String> values, long of,
            long different, Function<String, T> read) {
        Comparator<String> order = Comparator.comparing(read);
        return new AttributeValues(values.size(), of, different, List.of(),
                values.stream().min(order).orElse(""), values.stream().max(order).orElse(""));
    }
}
