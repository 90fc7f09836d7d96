package dev.hermes.local;

import dev.hermes.model.Dataset;
import dev.hermes.model.ValueType;

/**
 * A stored column as a statement names it.
 *
 * @param sql
 *            the column with the alias of its table
 * @param nullable
 *            whether any row may have no value in it
 */
record SqlColumn(String sql, Dataset.Column declared, boolean nullable) {

    ValueType type() {
        return declared.type().value();
    }

    int digits() {
        return declared.digits();
    }

    int scale() {
        return declared.scale();
    }

    /** The value in the text that formulas show: numbers without trailing zeros, days as 2026-01-31. */
    String canonicalText() {
        return switch (type()) {
            case TEXT -> sql;
            case BOOLEAN, DATE -> "CAST(" + sql + " AS VARCHAR)";
            case NUMBER -> numberText();
        };
    }

    private String numberText() {
        // DuckDB writes .50 where no digit is declared before the point.
        String widened = digits() > scale() || digits() == 38
                ? sql
                : "CAST(" + sql + " AS " + Sql.decimalType(digits() + 1, scale()) + ")";
        String text = "CAST(" + widened + " AS VARCHAR)";
        return scale() == 0 ? text : "rtrim(rtrim(" + text + ", '0'), '.')";
    }
}
