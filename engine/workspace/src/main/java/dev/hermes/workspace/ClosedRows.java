package dev.hermes.workspace;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What an import has brought in for closed periods, taken down before it is replaced: the same must be there afterwards.
 * Of one transaction.
 */
final class ClosedRows {

    private static final long NO_IMPORT = -1;

    private final Handle handle;
    private final List<RowTable> tables;

    private ClosedRows(Handle handle, List<RowTable> tables) {
        this.handle = handle;
        this.tables = tables;
    }

    /** Takes down what a mapping has brought in. */
    static ClosedRows of(Handle handle, String mapping) {
        boolean isAnyClosed = handle.createQuery("SELECT EXISTS (SELECT 1 FROM closed_periods)").mapTo(boolean.class)
                .one();
        ClosedRows rows = new ClosedRows(handle, isAnyClosed
                ? Arrays.stream(RowTable.values()).filter(RowTable::isByPeriod).toList()
                : List.of());
        long before = handle.createQuery("SELECT id FROM imports WHERE mapping = :mapping").bind("mapping", mapping)
                .mapTo(Long.class).findOne().orElse(NO_IMPORT);
        for (RowTable table : rows.tables) {
            handle.execute("CREATE TEMP TABLE " + copy(table) + " AS " + select(table) + before + counted(table));
        }
        return rows;
    }

    /**
     * Compares what an import has brought in now.
     *
     * @throws WorkspaceException
     *             naming the period, and who closed it, where something else is said of a closed one
     */
    void refuseChanges(long now) {
        for (RowTable table : tables) {
            String before = "SELECT * FROM temp." + copy(table);
            String after = "SELECT * FROM (" + select(table) + now + counted(table) + ")";
            Optional<String> changed = handle.createQuery("SELECT period FROM (" + before + " EXCEPT " + after
                    + ") UNION ALL SELECT period FROM (" + after + " EXCEPT " + before + ") ORDER BY 1 LIMIT 1")
                    .mapTo(String.class).findOne();
            handle.execute("DROP TABLE temp." + copy(table));
            changed.flatMap(period -> Closings.closed(handle, period)).ifPresent(closing -> {
                throw new WorkspaceException(Closings.text(closing) + ", and its " + table.words()
                        + " would become others.\nMaybe leave the rows of that period as they were, or reopen it "
                        + "first.");
            });
        }
    }

    /** As {@link #refuseChanges}, where nothing is brought in any more. */
    void refuseRemoval() {
        refuseChanges(NO_IMPORT);
    }

    private static String copy(RowTable table) {
        return "closed_" + table.table();
    }

    private static String select(RowTable table) {
        return "SELECT " + table.columns() + ", count(*) AS times FROM main." + table.table()
                + " WHERE period IN (SELECT period FROM closed_periods) AND import_id = ";
    }

    private static String counted(RowTable table) {
        return " GROUP BY " + table.columns();
    }
}
