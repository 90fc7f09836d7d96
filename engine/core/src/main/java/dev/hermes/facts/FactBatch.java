package dev.hermes.facts;

import dev.hermes.column.Column;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a dataset, column by column; not kept by who made it.
 *
 * @param subjects
 *            who is credited; null entries: nobody is named
 * @param targets
 *            the placement's target, or -1
 * @param days
 *            days since 1970-01-01
 * @param keys
 *            the rows' keys
 */
public record FactBatch(int size, @Nullable String[] subjects, int[] targets, int[] days, String[] keys,
        Map<ColumnName, Column> columns) {

    /** A column that the scan asked for. */
    public Column column(ColumnName name) {
        Column column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("The column " + name + " was not asked for.");
        }
        return column;
    }
}
