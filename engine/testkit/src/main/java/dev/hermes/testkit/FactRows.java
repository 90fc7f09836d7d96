package dev.hermes.testkit;

import dev.hermes.facts.ColumnName;
import dev.hermes.model.Dataset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of datasets in memory. A row maps its columns to a {@link java.math.BigDecimal}, {@link String},
 * {@link Boolean} or {@link java.time.LocalDate}; a column that is not there is missing. Immutable.
 *
 * @param rows
 *            the rows by the dataset's code
 * @param queries
 *            what stands behind the texts of queries
 */
public record FactRows(Map<String, List<Map<String, Object>>> rows, Map<String, SumQuery> queries) {

    /** No facts at all. */
    public static final FactRows NONE = new FactRows(Map.of(), Map.of());

    public FactRows {
        rows = copy(rows);
        queries = Map.copyOf(queries);
    }

    private static Map<String, List<Map<String, Object>>> copy(Map<String, List<Map<String, Object>>> rows) {
        Map<String, List<Map<String, Object>>> copy = new HashMap<>();
        rows.forEach((dataset, list) -> copy.put(dataset, list.stream().map(Map::copyOf).toList()));
        return Map.copyOf(copy);
    }

    /** The rows of a dataset. */
    public List<Map<String, Object>> of(String dataset) {
        return rows.getOrDefault(dataset, List.of());
    }

    /** A row's value of a column, which may be one of a joined dataset; null where it is missing. */
    public @Nullable Object value(Dataset dataset, Map<String, Dataset> joined, Map<String, Object> row,
            ColumnName column) {
        if (column.alias().isEmpty()) {
            return row.get(column.column());
        }
        Dataset other = joined.get(column.alias());
        for (Dataset.Join join : dataset.joins()) {
            Object reference = row.get(join.column());
            if (join.alias().equals(column.alias()) && other != null && reference != null) {
                return of(join.dataset()).stream().filter(candidate -> reference.equals(candidate.get(other.key())))
                        .findFirst().map(candidate -> candidate.get(column.column())).orElse(null);
            }
        }
        return null;
    }
}
