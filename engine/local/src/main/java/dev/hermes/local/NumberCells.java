package dev.hermes.local;

import dev.hermes.column.NumberColumn;
import dev.hermes.model.Failure;
import dev.hermes.model.Message;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Numbers as they are fetched, index after index, when it is not known how many there will be. */
final class NumberCells {

    private long[] high;
    private long[] low;
    private final BitSet absent = new BitSet();
    private final BitSet tooWide = new BitSet();

    NumberCells(int capacity) {
        high = new long[capacity];
        low = new long[capacity];
    }

    /** Sets the next value, of at most 12 fractional digits; null where there is none. */
    void set(int index, @Nullable BigDecimal value) {
        if (index == high.length) {
            high = Arrays.copyOf(high, 2 * index);
            low = Arrays.copyOf(low, 2 * index);
        }
        if (value == null) {
            absent.set(index);
        } else if (!Units.store(value, this::setHalves, index)) {
            tooWide.set(index);
        }
    }

    private void setHalves(int index, long newHigh, long newLow) {
        high[index] = newHigh;
        low[index] = newLow;
    }

    boolean isAbsent(int index) {
        return absent.get(index);
    }

    /** A column of the first {@code size} values: missing where not present, failed where they do not fit 38 digits. */
    NumberColumn toColumn(int size, IntPredicate present, Message what) {
        NumberColumn column = new NumberColumn(size);
        for (int i = 0; i < size; i++) {
            if (!present.test(i) || absent.get(i)) {
                column.setMissing(i);
            } else if (tooWide.get(i)) {
                column.setFailure(i, Failure.overflow(what));
            } else {
                column.set(i, high[i], low[i]);
            }
        }
        return column;
    }
}
