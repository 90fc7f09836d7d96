package dev.hermes.workspace;

import java.util.List;

/** The tables that mappings fill. Every row has its import and its line besides the columns named here. */
enum RowTable {
    ORGANISATIONS("organisations", "code, name, level, parent, from_day, to_day"),
    LEADERS("leaders", "organisation, head, from_day, to_day"),
    SUPERIORS("superiors", "subordinate, superior, from_day, to_day"),
    PERSONS("persons", "person, name"),
    ASSIGNMENTS("assignments", "person, position, organisation, from_day, to_day"),
    DATED_VALUES("dated_values", "code, subject, value, from_day, to_day"),
    PERIOD_VALUES("period_values", "indicator, period, series, subject, value", "indicator, period, series, subject"),
    CORRECTIONS("corrections", "indicator, period, series, subject, value, reason",
            "indicator, period, series, subject"),
    ADJUSTMENTS("adjustments", "scheme, payee, period, amount, reason"),
    OPENING_BALANCES("opening_balances", "period, lineage, balance, payee, value", "period, lineage, balance, payee"),
    RATES("rates", "rate_table, keys, lower, upper, value, from_day, to_day");

    private static final String SEPARATOR = ", ";

    private final String table;
    private final String columns;
    private final String unique;

    RowTable(String table, String columns) {
        this(table, columns, "");
    }

    RowTable(String table, String columns, String unique) {
        this.table = table;
        this.columns = columns;
        this.unique = unique;
    }

    /** The name of the table. */
    String table() {
        return table;
    }

    /** The first of the columns, which no two rows of the workspace may share; empty where rows may repeat. */
    List<String> unique() {
        return unique.isEmpty() ? List.of() : List.of(unique.split(SEPARATOR));
    }

    /** The columns beside import and line, as SQL lists them. */
    String columns() {
        return columns;
    }

    /** Whether each row belongs to one period. */
    boolean isByPeriod() {
        return List.of(columns.split(SEPARATOR)).contains("period");
    }

    /** What people call its rows. */
    String words() {
        return this == PERIOD_VALUES ? "targets, scores or other values" : table.replace('_', ' ');
    }

    /**
     * Inserts a row: its import, its line, and the columns; a row that repeats another one, or the line of one, is left
     * out.
     */
    String insert() {
        String places = "?" + ", ?".repeat(columns.split(SEPARATOR).length + 1);
        return "INSERT INTO " + table + " (import_id, line, " + columns + ") VALUES (" + places + ")"
                + " ON CONFLICT DO NOTHING";
    }
}
