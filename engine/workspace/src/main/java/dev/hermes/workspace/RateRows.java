package dev.hermes.workspace;

import dev.hermes.decimal.Decimal;
import dev.hermes.model.RateTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The rows of rate tables that mappings have brought in. */
final class RateRows {

    private static final JsonMapper JSON = new JsonMapper();

    /** What {@link #row} reads, in this order. */
    static final String COLUMNS = "keys, lower, upper, value, from_day, to_day";

    private RateRows() {}

    /** The rows of each table by its code, in an order that bringing them in again does not change. */
    static Map<String, List<RateTable.Row>> read(Handle handle) {
        Map<String, List<RateTable.Row>> tables = new LinkedHashMap<>();
        handle.createQuery("SELECT rate_table, " + COLUMNS + """
                 FROM intact_rates AS rates JOIN intact_imports AS imports ON imports.id = import_id
                ORDER BY rate_table, mapping, line""").map((row, _) -> {
            tables.computeIfAbsent(row.getString(1), _ -> new ArrayList<>()).add(row(row, 2));
            return tables;
        }).forEach(_ -> {
        });
        return tables;
    }

    /**
     * A row of a result.
     *
     * @param first
     *            where its {@link #COLUMNS} begin, from 1
     */
    static RateTable.Row row(ResultSet row, int first) throws SQLException {
        List<String> keys = List.of(JSON.readValue(row.getString(first), String[].class));
        return new RateTable.Row(keys, number(row.getString(first + 1)), number(row.getString(first + 2)),
                Decimal.parse(row.getString(first + 3)), day(row, first + 4), day(row, first + 5));
    }

    /** The keys of a row in one text. */
    static String text(List<String> keys) {
        return JSON.writeValueAsString(keys);
    }

    private static @Nullable Decimal number(@Nullable String text) {
        return text == null ? null : Decimal.parse(text);
    }

    private static @Nullable LocalDate day(ResultSet row, int column) throws SQLException {
        long day = row.getLong(column);
        return row.wasNull() ? null : LocalDate.ofEpochDay(day);
    }
}
