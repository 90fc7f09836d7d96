package dev.hermes.local;

import dev.hermes.column.BooleanColumn;
import dev.hermes.column.Column;
import dev.hermes.column.DateColumn;
import dev.hermes.column.NumberColumn;
import dev.hermes.column.TextColumn;
import dev.hermes.model.Failure;
import java.math.BigDecimal;
import org.duckdb.DuckDBReadableVector;

/** Copies values of a DuckDB result into columns. */
final class Vectors {

    private Vectors() {}

    /** Copies {@code count} values from {@code from} on to the column's index {@code to} and on; NULL is missing. */
    static void copy(DuckDBReadableVector vector, int from, int count, Column column, int to) {
        for (int i = 0; i < count; i++) {
            if (vector.isNull(from + i)) {
                column.setMissing(to + i);
            } else {
                copy(vector, from + i, column, to + i);
            }
        }
    }

    private static void copy(DuckDBReadableVector vector, int row, Column column, int index) {
        switch (column) {
            case NumberColumn numbers -> copyNumber(vector.getBigDecimal(row), numbers, index);
            case TextColumn texts -> texts.set(index, vector.getString(row));
            case DateColumn days -> days.set(index, Math.toIntExact(vector.getLocalDate(row).toEpochDay()));
            case BooleanColumn booleans -> booleans.set(index, vector.getBoolean(row));
        }
    }

    private static void copyNumber(BigDecimal value, NumberColumn column, int index) {
        if (!Units.store(value, column::set, index)) {
            column.setFailure(index, Failure.overflow(value.toPlainString()));
        }
    }
}
