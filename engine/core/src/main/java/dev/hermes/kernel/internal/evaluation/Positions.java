package dev.hermes.kernel.internal.evaluation;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Selections of positions. */
public final class Positions {

    private Positions() {}

    /** 0, 1, ... below the size. */
    public static int[] all(int size) {
        return range(0, size);
    }

    /** {@code from}, {@code from + 1}, ... below {@code to}. */
    public static int[] range(int from, int to) {
        int[] positions = new int[to - from];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = from + i;
        }
        return positions;
    }

    /** The indexes below the size that fulfil the condition. */
    public static int[] where(int size, IntPredicate condition) {
        int[] found = new int[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (condition.test(i)) {
                found[count++] = i;
            }
        }
        return count == size ? found : Arrays.copyOf(found, count);
    }

    /** The positions that stand at the given indexes. */
    public static int[] pick(int[] positions, int[] indexes) {
        if (indexes.length == positions.length) {
            return positions;
        }
        int[] picked = new int[indexes.length];
        for (int i = 0; i < indexes.length; i++) {
            picked[i] = positions[indexes[i]];
        }
        return picked;
    }

    /** The values that stand at the given positions. */
    public static int[] pickEach(int[] values, int[] positions) {
        int[] picked = new int[positions.length];
        for (int i = 0; i < positions.length; i++) {
            picked[i] = values[positions[i]];
        }
        return picked;
    }
}
