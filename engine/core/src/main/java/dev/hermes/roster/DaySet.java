package dev.hermes.roster;

import java.util.ArrayList;
import java.util.List;

/** Days given as stretches that may overlap; each day counts once. */
final class DaySet {

    private final List<int[]> stretches = new ArrayList<>(1);

    /** Adds the days {@code [from, to)}; none where they are empty. */
    void add(int from, int to) {
        if (from < to) {
            stretches.add(new int[] {from, to});
        }
    }

    int count() {
        if (stretches.size() == 1) {
            return stretches.getFirst()[1] - stretches.getFirst()[0];
        }
        stretches.sort((a, b) -> Integer.compare(a[0], b[0]));
        int count = 0;
        int covered = Integer.MIN_VALUE;
        for (int[] stretch : stretches) {
            int start = Math.max(covered, stretch[0]);
            if (start < stretch[1]) {
                count += stretch[1] - start;
                covered = stretch[1];
            }
        }
        return count;
    }
}
