package dev.hermes.workspace;

import dev.hermes.model.Message;
import java.util.ArrayList;
import java.util.List;

/** The tables that mappings fill. Every row has its import and its line besides the columns named here. */
enum RowTable {
    ORGANISATIONS("organisations", "code, name, level, parent, from_day, to_day", 1, false),
    LEADERS("leaders", "organisation, head, from_day, to_day", 1, false),
    SUPERIORS("superiors", "subordinate, superior, from_day, to_day", 1, false),
    PERSONS("persons", "person, name", 1, false),
    ASSIGNMENTS("assignments", "person, position, organisation, from_day, to_day", 3, false),
    DATED_VALUES("dated_values", "code, subject, value, from_day, to_day", 2, false),
    PERIOD_VALUES("period_values", "indicator, period, series, subject, value", 4, true),
    CORRECTIONS("corrections", "indicator, period, series, subject, value, reason", 4, true),
    ADJUSTMENTS("adjustments", "scheme, payee, period, amount, reason", 3, false),
    OPENING_BALANCES("opening_balances", "period, lineage, balance, payee, value", 4, true),
    RATES("rates", "rate_table, keys, lower, upper, value, from_day, to_day", 2, false);

    private static final String SEPARATOR = ", ";

    private final String table;
    private final String columns;
    private final int keyLength;
    private final boolean isKeyUnique;

    RowTable(String table, String columns, int keyLength, boolean isKeyUnique) {
        this.table = table;
        this.columns = columns;
        this.keyLength = keyLength;
        this.isKeyUnique = isKeyUnique;
    }

    /** The name of the table. */
    String table() {
        return table;
    }

    /** The first of the columns, which say what a row is about. */
    List<String> key() {
        return List.of(columns.split(SEPARATOR)).subList(0, keyLength);
    }

    /** The key where no two rows of the workspace may share it; empty where rows may repeat. */
    List<String> unique() {
        return isKeyUnique ? key() : List.of();
    }

    /** The columns beside import and line, as SQL lists them. */
    String columns() {
        return columns;
    }

    /** How many columns there are beside import and line. */
    int columnCount() {
        return columns.split(SEPARATOR).length;
    }

    /** Whether each row belongs to one period. */
    boolean isByPeriod() {
        return List.of(columns.split(SEPARATOR)).contains("period");
    }

    /** What people call its rows. */
    Message words() {
        return switch (this) {
            case PERIOD_VALUES -> Message.of("targets, scores or other values");
            case CORRECTIONS -> Message.of("corrections");
            case ADJUSTMENTS -> Message.of("adjustments");
            case OPENING_BALANCES -> Message.of("opening balances");
            default -> Message.verbatim(table.replace('_', ' '));
        };
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

    /** How many rows of any kind, facts among them, an import has, as an expression of SQL. */
    static String count(String importId) {
        List<String> counts = new ArrayList<>();
        for (RowTable table : values()) {
            counts.add("(SELECT count(*) FROM main." + table.table() + " WHERE import_id = " + importId + ")");
        }
        counts.add("(SELECT coalesce(sum(row_count), 0) FROM main.fact_files WHERE import_id = " + importId + ")");
        return String.join(" + ", counts);
    }
}
