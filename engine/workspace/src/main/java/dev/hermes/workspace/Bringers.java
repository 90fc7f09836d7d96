package dev.hermes.workspace;

import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The codes of the mappings whose rows are there now.
 *
 * @param datedValues
 *            by the codes of dated values
 * @param facts
 *            by the codes of datasets
 */
public record Bringers(Map<String, SortedSet<String>> datedValues, Map<String, SortedSet<String>> facts) {

    /** Nothing was brought in. */
    public static final Bringers NONE = new Bringers(Map.of(), Map.of());

    public Bringers {
        datedValues = Collections.unmodifiableMap(new TreeMap<>(datedValues));
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }
}
