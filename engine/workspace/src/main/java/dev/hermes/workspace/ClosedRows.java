package dev.hermes.workspace;

import dev.hermes.model.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What a mapping has brought in for closed periods, taken down before an import: the same must be there afterwards.
 * Of one transaction.
 */
final class ClosedRows {

    private final Handle handle;
    private final String mapping;
    private final List<RowTable> tables;

    private ClosedRows(Handle handle, String mapping, List<RowTable> tables) {
        this.handle = handle;
        this.mapping = mapping;
        this.tables = tables;
    }

    /** Takes down what a mapping has brought in. */
    static ClosedRows of(Handle handle, String mapping) {
        boolean isAnyClosed = handle.createQuery("SELECT EXISTS (SELECT 1 FROM closed_periods)").mapTo(boolean.class)
                .one();
        ClosedRows rows = new ClosedRows(handle, mapping, isAnyClosed
                ? Arrays.stream(RowTable.values()).filter(RowTable::isByPeriod).toList()
                : List.of());
        for (RowTable table : rows.tables) {
            handle.createUpdate("CREATE TEMP TABLE " + copy(table) + " AS " + select(table)).bind("mapping", mapping)
                    .execute();
        }
        return rows;
    }

    /**
     * Compares what the mapping has brought in now.
     *
     * @throws WorkspaceException
     *             naming the period, and who closed it, where something else is said of a closed one
     */
    void refuseChanges() {
        for (RowTable table : tables) {
            String before = "SELECT * FROM temp." + copy(table);
            String after = "SELECT * FROM (" + select(table) + ")";
            Optional<String> changed = handle.createQuery("SELECT period FROM (" + before + " EXCEPT " + after
                    + ") UNION ALL SELECT period FROM (" + after + " EXCEPT " + before + ") ORDER BY 1 LIMIT 1")
                    .bind("mapping", mapping).mapTo(String.class).findOne();
            handle.execute("DROP TABLE temp." + copy(table));
            changed.flatMap(period -> Closings.closed(handle, period)).ifPresent(closing -> {
                throw new WorkspaceException(
                        Message.of("{0}, and its {1} would become others.", Closings.said(closing), table.words()),
                        Message.of("Maybe leave the rows of that period as they were, or reopen it first."));
            });
        }
    }

    private static String copy(RowTable table) {
        return "closed_" + table.table();
    }

    private static String select(RowTable table) {
        return "SELECT " + table.columns() + ", count(*) AS times FROM main." + table.table()
                + " WHERE period IN (SELECT period FROM closed_periods)"
                + " AND import_id IN (SELECT id FROM imports WHERE mapping = :mapping) GROUP BY " + table.columns();
    }
}
