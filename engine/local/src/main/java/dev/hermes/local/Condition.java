package dev.hermes.local;

/**
 * A condition in SQL: true, false, or NULL where it cannot be decided.
 *
 * @param nullable
 *            whether it may be NULL for any row
 */
record Condition(String sql, boolean nullable) {

    static Condition constant(boolean value) {
        return new Condition(value ? "TRUE" : "FALSE", false);
    }

    /** The same answer for every row that has a value in the column. */
    static Condition constant(boolean value, SqlColumn column) {
        return column.nullable()
                ? new Condition("(CASE WHEN " + column.sql() + " IS NOT NULL THEN " + constant(value).sql() + " END)",
                        true)
                : constant(value);
    }

    Condition negated() {
        return new Condition("(NOT " + sql + ")", nullable);
    }

    /** Where this is NULL, the result is, whatever the other side says: the order of evaluation is left to right. */
    Condition and(Condition right) {
        String both = nullable
                ? "(CASE WHEN " + sql + " THEN " + right.sql + " WHEN NOT " + sql + " THEN FALSE END)"
                : "(" + sql + " AND " + right.sql + ")";
        return new Condition(both, nullable || right.nullable);
    }

    /** As {@link #and}. */
    Condition or(Condition right) {
        String either = nullable
                ? "(CASE WHEN " + sql + " THEN TRUE WHEN NOT " + sql + " THEN " + right.sql + " END)"
                : "(" + sql + " OR " + right.sql + ")";
        return new Condition(either, nullable || right.nullable);
    }
}
