package dev.hermes.facts;

import dev.hermes.model.Dataset;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a dataset are meant, joined to which others, and by which column they are credited.
 *
 * @param joined
 *            the joined datasets by alias; each row of the dataset meets at most one row of each, columns of an absent
 *            one are missing
 * @param subject
 *            the column that names who is credited
 * @param date
 *            the date column; rows without a date are left out
 * @param from
 *            the first day
 * @param to
 *            the day after the last
 * @param asOf
 *            rows that became known (the dataset's {@code recorded}, or else happened) after this day are left out;
 *            null: all rows
 */
public record FactView(Dataset dataset, Map<String, Dataset> joined, ColumnName subject, ColumnName date,
        LocalDate from, LocalDate to, @Nullable LocalDate asOf) {

    public FactView {
        joined = Map.copyOf(joined);
    }
}
