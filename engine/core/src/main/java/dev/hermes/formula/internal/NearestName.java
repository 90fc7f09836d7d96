package dev.hermes.formula.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds what a mistyped name was meant to be. */
final class NearestName {

    private NearestName() {}

    /** The candidate with the fewest letters to change, where no more than a third of the name's are. */
    static Optional<String> of(String name, Collection<String> candidates) {
        int allowed = Math.max(1, name.length() / 3);
        return candidates.stream().filter(candidate -> Math.abs(candidate.length() - name.length()) <= allowed)
                .map(candidate -> Map.entry(candidate, distance(lower(name), lower(candidate))))
                .filter(entry -> entry.getValue() <= allowed).min(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey);
    }

    /** How many letters are to be inserted, left out, replaced or swapped with their neighbour. */
    private static int distance(String from, String to) {
        int[][] distances = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int k = 0; k <= to.length(); k++) {
                distances[i][k] = i == 0 || k == 0 ? i + k : cheapest(distances, from, to, i, k);
            }
        }
        return distances[from.length()][to.length()];
    }

    private static int cheapest(int[][] distances, String from, String to, int i, int k) {
        int replaced = distances[i - 1][k - 1] + (from.charAt(i - 1) == to.charAt(k - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(distances[i - 1][k], distances[i][k - 1]));
        boolean swapped = i > 1 && k > 1 && from.charAt(i - 1) == to.charAt(k - 2)
                && from.charAt(i - 2) == to.charAt(k - 1);
        return swapped ? Math.min(best, 1 + distances[i - 2][k - 2]) : best;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
