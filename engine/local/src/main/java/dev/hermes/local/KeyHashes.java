package dev.hermes.local;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.Arrays;

/**
 * Proves of nearly all columns of keys, while their rows come in, that no value is there twice: values with different
 * hashes differ. What is not proved may still be so. Takes some 12 bytes a row. Of one thread.
 */
final class KeyHashes {

    /** Of more rows nothing is proved: their hashes would take too much of the memory. */
    static final int MOST_ROWS = 16 << 20;

    private static final Hasher64 HASHER = Hashing.wyhashFinal4();
    /** Each part has the hashes that begin with the same bits, few enough to be compared in a processor's cache. */
    private static final int PART_BITS = 6;
    private static final int FIRST_ROOM = 1_024;

    private final long[][] parts = new long[1 << PART_BITS][0];
    private final int[] sizes = new int[1 << PART_BITS];
    private int rows;
    private boolean isOpen = true;

    /** Adds the next values; those that are missing equal no other. */
    void add(FactVector values) {
        if (isOpen && values instanceof FactVector.Texts texts && rows + texts.size() <= MOST_ROWS) {
            rows += texts.size();
            for (int row = 0; row < texts.size(); row++) {
                if (texts.isPresent(row)) {
                    add(texts.hash(row, HASHER));
                }
            }
        } else {
            giveUp();
        }
    }

    private void add(long hash) {
        int part = (int) (hash >>> Long.SIZE - PART_BITS);
        int size = sizes[part];
        if (size == parts[part].length) {
            parts[part] = Arrays.copyOf(parts[part], Math.max(FIRST_ROOM, size + (size >> 1)));
        }
        parts[part][size] = hash;
        sizes[part] = size + 1;
    }

    private void giveUp() {
        isOpen = false;
        Arrays.fill(parts, new long[0]);
    }

    /** Whether it is proved that all values differ; nothing is to be added after this. */
    boolean proveDifferent() {
        boolean isProved = isOpen;
        for (int part = 0; part < parts.length && isProved; part++) {
            isProved = areDifferent(parts[part], sizes[part]);
        }
        giveUp();
        return isProved;
    }

    /** Finds a place for each in a table that is at most half full: the next free one from where its bits say. */
    private static boolean areDifferent(long[] hashes, int size) {
        int mask = Math.max(2, Integer.highestOneBit(size) << 2) - 1;
        long[] table = new long[mask + 1];
        boolean hasZero = false;
        for (int i = 0; i < size; i++) {
            long hash = hashes[i];
            if (hash == 0) {
                if (hasZero) {
                    return false;
                }
                hasZero = true;
            }
            int place = (int) hash & mask;
            while (table[place] != 0) {
                if (table[place] == hash) {
                    return false;
                }
                place = place + 1 & mask;
            }
            table[place] = hash;
        }
        return true;
    }
}
