package dev.hermes.column;

import dev.hermes.decimal.Decimal;
import java.util.Arrays;

/** Decimals, as high and low halves of their units of 10<sup>-12</sup>. */
public final class NumberColumn extends Column {

    private final long[] high;
    private final long[] low;

    public NumberColumn(int size) {
        super(size);
        high = new long[size];
        low = new long[size];
    }

    /** A column of one value repeated. */
    public static NumberColumn constant(int size, Decimal value) {
        NumberColumn column = new NumberColumn(size);
        Arrays.fill(column.high, value.high());
        Arrays.fill(column.low, value.low());
        return column;
    }

    public long high(int index) {
        return high[index];
    }

    public long low(int index) {
        return low[index];
    }

    public void set(int index, long newHigh, long newLow) {
        high[index] = newHigh;
        low[index] = newLow;
    }

    public void set(int index, Decimal value) {
        set(index, value.high(), value.low());
    }

    /** The present value. */
    public Decimal get(int index) {
        return Decimal.ofBits(high[index], low[index]);
    }

    @Override
    public NumberColumn ofSize(int newSize) {
        return new NumberColumn(newSize);
    }

    @Override
    void copyValue(int index, Column from, int fromIndex) {
        NumberColumn other = (NumberColumn) from;
        high[index] = other.high[fromIndex];
        low[index] = other.low[fromIndex];
    }

    @Override
    void gatherValues(Column from, int[] rows) {
        NumberColumn other = (NumberColumn) from;
        for (int i = 0; i < rows.length; i++) {
            high[i] = other.high[rows[i]];
            low[i] = other.low[rows[i]];
        }
    }

    @Override
    void scatterValues(int first, int[] rows, Column from) {
        NumberColumn other = (NumberColumn) from;
        for (int i = 0; i < rows.length; i++) {
            high[first + rows[i]] = other.high[i];
            low[first + rows[i]] = other.low[i];
        }
    }

    @Override
    public String text(int index) {
        return get(index).toString();
    }
}
