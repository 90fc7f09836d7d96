package dev.hermes.testkit;

import dev.hermes.model.DatedValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A query that sums a column by whom it is credited to, in SQL and in plain words. As in SQL a sum skips what is
 * missing, and the sum of nothing but missing values is missing.
 *
 * @param subject
 *            {@link DatedValue.Subject#ASSIGNMENT} or {@link DatedValue.Subject#PERSON}
 */
public record SumQuery(String dataset, DatedValue.Subject subject, String subjectColumn, String measure,
        String date) {

    /** The text of the query. */
    public String sql() {
        String word = subject == DatedValue.Subject.PERSON ? "person" : "assignment";
        return "SELECT " + quoted(subjectColumn) + " AS " + word + ", sum(" + quoted(measure) + ") AS value FROM "
                + quoted(dataset) + " WHERE " + quoted(date) + " >= $from AND " + quoted(date) + " < $to AND "
                + quoted(subjectColumn) + " IS NOT NULL GROUP BY " + quoted(subjectColumn);
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    /** The sum for each subject; empty where it is missing. */
    public SequencedMap<String, Optional<BigDecimal>> answer(FactRows facts, LocalDate from, LocalDate to) {
        SequencedMap<String, Optional<BigDecimal>> sums = new TreeMap<>();
        for (Map<String, Object> row : facts.of(dataset)) {
            if (row.get(subjectColumn) instanceof String credited && row.get(date) instanceof LocalDate day
                    && !day.isBefore(from) && day.isBefore(to)) {
                sums.merge(credited, Optional.ofNullable(number(row.get(measure))), SumQuery::plus);
            }
        }
        return sums;
    }

    private static @Nullable BigDecimal number(@Nullable Object value) {
        return (BigDecimal) value;
    }

    private static Optional<BigDecimal> plus(Optional<BigDecimal> one,
            Optional<BigDecimal> other) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(one.get().add(other.get()))
                : one.or(() -> other);
    }
}
