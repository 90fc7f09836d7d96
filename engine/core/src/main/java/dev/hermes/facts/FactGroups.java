package dev.hermes.facts;

import dev.hermes.column.NumberColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a pass found, one entry a group, in any order.
 *
 * @param subjects
 *            who is credited; null entries: rows that name nobody
 * @param targets
 *            the placement's target; -1 where the subject has no placements, or none for the row's day
 * @param facts
 *            how many rows the group has in all
 * @param figures
 *            one entry for each aggregate of the pass, in its order
 */
public record FactGroups(@Nullable String[] subjects, int[] targets, long[] facts, List<Figures> figures) {

    /**
     * One aggregate of every group.
     *
     * @param values
     *            sum, least, greatest, first or last value; the sum for {@code avg}; unused for counts. Missing where no
     *            row passed the filter
     * @param rows
     *            how many rows passed the filter; for the least and greatest value it may be fewer, and is 0 only where
     *            none did
     * @param missing
     *            how many of those had no value in the column; for first and last: 1 where the chosen row had none
     * @param undecided
     *            for how many rows the filter could not be decided, because something it compares is missing
     * @param days
     *            the chosen row's day since 1970-01-01, for first and last; null otherwise
     * @param keys
     *            the chosen row's key, for first and last; null otherwise
     * @param distinct
     *            for each group its distinct values in canonical text, for {@code countDistinct}; null otherwise
     */
    public record Figures(NumberColumn values, long[] rows, long[] missing, long[] undecided, int @Nullable [] days,
            @Nullable String @Nullable [] keys, @Nullable List<List<String>> distinct) {}
}
