package dev.hermes.kernel.internal.indicators;

import dev.hermes.column.Column;
import dev.hermes.column.Columns;
import dev.hermes.model.Failure;
import dev.hermes.model.ValueType;
import java.util.Arrays;

/** Fills a {@link DayColumn} row by row, in the order of rows and days. */
final class DayColumnBuilder {

    private final ValueType type;
    private final int[] offsets;
    private int[] from = new int[64];
    private int[] to = new int[64];
    private int[] source = new int[64];
    private Failure[] failures = new Failure[64];
    private int count;
    private int row;

    DayColumnBuilder(ValueType type, int rows) {
        this.type = type;
        this.offsets = new int[rows + 1];
    }

    /** Adds a stretch to the current row; its value is found under {@code index} when the column is made. */
    void add(int start, int end, int index) {
        if (start >= end) {
            return;
        }
        if (count == from.length) {
            from = Arrays.copyOf(from, count * 2);
            to = Arrays.copyOf(to, count * 2);
            source = Arrays.copyOf(source, count * 2);
            failures = Arrays.copyOf(failures, count * 2);
        }
        from[count] = start;
        to[count] = end;
        source[count++] = index;
    }

    /** Adds a stretch that failed to the current row. */
    void add(int start, int end, Failure failure) {
        add(start, end, -1);
        if (start < end) {
            failures[count - 1] = failure;
        }
    }

    /** Goes to the next row. */
    void endRow() {
        offsets[++row] = count;
    }

    /** The column, its values taken from another one by the indexes that were given. */
    DayColumn build(Column values) {
        Column taken = Columns.of(type, count);
        for (int i = 0; i < count; i++) {
            if (source[i] >= 0) {
                taken.copy(i, values, source[i]);
            } else {
                taken.setFailure(i, failures[i]);
            }
        }
        return new DayColumn(offsets, Arrays.copyOf(from, count), Arrays.copyOf(to, count), taken);
    }
}
