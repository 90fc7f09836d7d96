package dev.hermes.local;

import dev.hermes.model.Message;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a validation has listed.
 *
 * @param columns
 *            their names; one is {@code key}
 * @param rows
 *            a text for each column, empty where there is no value
 */
public record ListedRows(List<String> columns, List<List<String>> rows) {

    /** The name of the column with the keys of the rows that are meant. */
    public static final String KEY = "key";

    public ListedRows {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    static ListedRows read(ResultSet result, Limits limits) throws SQLException {
        ResultSetMetaData layout = result.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= layout.getColumnCount(); i++) {
            columns.add(layout.getColumnLabel(i));
        }
        if (!columns.contains(KEY)) {
            throw GuardedQuery
                    .refusal(Message.of("The query must return the keys of rows as key; it returns {0}. Name one "
                            + "of them with AS key.", String.join(", ", columns)));
        }
        List<List<String>> rows = new ArrayList<>();
        while (result.next()) {
            if (rows.size() == limits.queryRows()) {
                throw GuardedQuery.refusal(Message.of("The query lists more than {0} rows, more than anybody looks at. "
                        + "Maybe a condition is missing.", limits.queryRows()));
            }
            List<String> row = new ArrayList<>(columns.size());
            for (int i = 1; i <= columns.size(); i++) {
                String text = result.getString(i);
                row.add(text == null ? "" : text);
            }
            rows.add(List.copyOf(row));
        }
        return new ListedRows(columns, rows);
    }
}
