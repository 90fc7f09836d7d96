package dev.hermes.workspace;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of the brought-in values a run reads. The structure (organisations, persons, assignments and the like) is read
 * in any case.
 *
 * @param datedValues
 *            codes of dated values; null: all
 * @param indicators
 *            codes of indicators whose uploaded values and corrections are read; null: all
 * @param periods
 *            codes of the periods whose uploaded values, corrections and adjustments are read; null: all
 */
public record Needed(@Nullable Set<String> datedValues, @Nullable Set<String> indicators,
        @Nullable Set<String> periods) {

    /** Everything that was brought in. */
    public static final Needed ALL = new Needed(null, null, null);

    public Needed {
        datedValues = copy(datedValues);
        indicators = copy(indicators);
        periods = copy(periods);
    }

    /** All restrictions, in their order. */
    List<@Nullable Collection<String>> codes() {
        return Arrays.asList(datedValues, indicators, periods);
    }

    private static @Nullable Set<String> copy(@Nullable Set<String> codes) {
        return codes == null ? null : Set.copyOf(codes);
    }
}
