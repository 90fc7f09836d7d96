package dev.hermes.kernel.internal.indicators;

import dev.hermes.column.Column;

/**
 * Values that hold day by day: for each row, stretches in the order of days on which the value stays the same. On days
 * that no stretch covers there is no value. Days are counted from 1970-01-01; stretches are {@code [from, to)}.
 *
 * @param offsets
 *            the first stretch of each row, and one more entry for the end
 * @param values
 *            one for each stretch; may have failed
 */
public record DayColumn(int[] offsets, int[] from, int[] to, Column values) {

    /** The stretch of a row that covers a day; -1 where none does. */
    public int at(int row, int day) {
        for (int i = offsets[row]; i < offsets[row + 1]; i++) {
            if (from[i] <= day && day < to[i]) {
                return i;
            }
        }
        return -1;
    }
}
