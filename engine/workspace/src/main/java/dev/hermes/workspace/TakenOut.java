package dev.hermes.workspace;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Keeps what an import takes the place of, so that it can be taken back: for the last import of each mapping. Of one
 * transaction.
 */
final class TakenOut {

    /** Where more rows of tables are replaced none is kept: to put them away takes about as long as to bring them in. */
    static final long MOST_ROWS = 500_000;

    private final Handle handle;
    private final long by;
    private final long mostRows;
    private long rows;

    private TakenOut(Handle handle, long by, long mostRows) {
        this.handle = handle;
        this.by = by;
        this.mostRows = mostRows;
    }

    /**
     * Begins to keep for an import, in the place of what was kept for the one before.
     *
     * @param earlier
     *            the imports of its mapping that count until then
     * @param mostRows
     *            where more rows of tables are replaced none is kept
     */
    static TakenOut begin(Handle handle, String mapping, long by, List<Long> earlier, long mostRows) {
        forget(handle, mapping);
        earlier.forEach(one -> handle
                .execute("INSERT INTO taken_out_imports (by_import, import_id) VALUES (?, ?)", by, one));
        return new TakenOut(handle, by, mostRows);
    }

    /** What was kept for the last import of a mapping no longer is. */
    static void forget(Handle handle, String mapping) {
        String own = " IN (SELECT id FROM imports WHERE mapping = ?)";
        for (String table : List.of("taken_out_imports", "taken_out_rows", "taken_out_files")) {
            handle.execute("DELETE FROM " + table + " WHERE by_import" + own, mapping);
        }
        handle.execute("DELETE FROM last_imports WHERE import_id" + own, mapping);
    }

    /**
     * Keeps rows before they are gone.
     *
     * @param from
     *            where the rows are and which, as SQL has it behind the columns
     * @param parameters
     *            for its places
     */
    void rows(RowTable table, String from, Object... parameters) {
        rows += handle.select("SELECT count(*)" + from, parameters).mapTo(long.class).one();
        if (rows <= mostRows) {
            handle.execute("INSERT INTO taken_out_rows (by_import, table_name, import_id, line, cells) SELECT " + by
                    + ", '" + table.table() + "', import_id, line, json_array(" + table.columns() + ")" + from,
                    parameters);
        } else {
            handle.execute("DELETE FROM taken_out_rows WHERE by_import = ?", by);
        }
    }

    /** Keeps files of facts before they are gone, with all their rows. */
    void files(String condition) {
        handle.execute(
                "INSERT INTO taken_out_files (by_import, import_id, dataset, file, row_count, sha256) SELECT " + by
                        + ", import_id, dataset, file, row_count, sha256 FROM fact_files WHERE " + condition);
    }

    /** Notes the file that has what is left of one that was kept. */
    void left(String file, String leftFile) {
        handle.execute("UPDATE taken_out_files SET left_file = ? WHERE file = ?", leftFile, file);
    }

    /** Notes that all is kept, or that it was too much. */
    void finish() {
        handle.execute("INSERT INTO last_imports (import_id, replaced_count, is_kept) VALUES (?, ?, ?)", by, rows,
                rows <= mostRows ? 1 : 0);
    }
}
