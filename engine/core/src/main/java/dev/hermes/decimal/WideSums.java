package dev.hermes.decimal;

import java.util.Objects;

/**
 * A column of sums, each as wide and as exact as a {@link WideSum}, for accumulation by index: a sum for each payee,
 * say. All start at zero. An index outside {@code [0, size)} throws an {@link IndexOutOfBoundsException}. Mutable and
 * not thread-safe: each worker accumulates its own, which are then merged.
 */
public final class WideSums {

    private final long[] tops;
    private final long[] highs;
    private final long[] lows;

    /** So many sums, all zero. */
    public WideSums(int size) {
        if (size < 0) {
            throw new IllegalArgumentException("The size (" + size + ") must not be negative.\n"
                    + "Maybe two counts were subtracted in the wrong order.");
        }
        tops = new long[size];
        highs = new long[size];
        lows = new long[size];
    }

    /** How many sums there are. */
    public int size() {
        return tops.length;
    }

    /** Adds the number of these two longs, as in {@link DecimalRegister}, to the sum at the index. */
    public void add(int index, long high, long low) {
        addLimbs(index, high >> 63, high, low);
    }

    /** Adds the number of these two longs, times a whole count, exactly, to the sum at the index. */
    public void addTimes(int index, long high, long low, long count) {
        addLimbs(index, Limbs.timesTop(high, low, count), Limbs.timesHigh(high, low, count), low * count);
    }

    /** Adds each sum of the other to the sum at the same index here. Both must have the same size. */
    public void merge(WideSums other) {
        if (other.size() != size()) {
            throw new IllegalArgumentException("The size of the sums to merge (" + other.size() + ") must be " + size()
                    + ", the size of these.\nMaybe they were accumulated for another list of payees.");
        }
        for (int index = 0; index < tops.length; index++) {
            addLimbs(index, other.tops[index], other.highs[index], other.lows[index]);
        }
    }

    /** Whether the sum at the index is a number: at most 38 digits. */
    public boolean fits(int index) {
        return tops[index] == highs[index] >> 63 && Limbs.fits(highs[index], lows[index]);
    }

    /** The signed upper 64 bits of the sum at the index as a number. Meaningful only if it {@link #fits}. */
    public long high(int index) {
        return highs[index];
    }

    /** The unsigned lower 64 bits of the sum at the index as a number. Meaningful only if it {@link #fits}. */
    public long low(int index) {
        return lows[index];
    }

    private void addLimbs(int index, long top, long high, long low) {
        Objects.checkIndex(index, tops.length);
        long oldLow = lows[index];
        long oldHigh = highs[index];
        long newLow = oldLow + low;
        long newHigh = oldHigh + high + Limbs.carry(oldLow, low, newLow);
        long carry = Limbs.carry(oldHigh, high, newHigh);
        // Mostly the sign extension and the carry cancel out, and the third array stays out of the cache.
        if (top + carry != 0) {
            tops[index] = Limbs.addTops(tops[index], top, carry);
        }
        highs[index] = newHigh;
        lows[index] = newLow;
    }
}
