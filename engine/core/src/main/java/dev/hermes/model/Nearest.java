package dev.hermes.model;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known word was meant by one that is not known, for messages that say "Maybe ...". */
public final class Nearest {

    /** Longer words are no slips of the hand, and comparing them would be work for nothing. */
    private static final int LONGEST_WORD = 64;

    private Nearest() {}

    /**
     * The known word nearest to the given one; of several that are equally near the one that starts like it for longest,
     * and then the first. Upper and lower case count
     * as equal. A letter too many, too few, wrong, or swapped with its neighbour is one step; about one step in three
     * letters is allowed.
     *
     * @return empty where no word is near
     */
    public static Optional<String> nearest(String word, Collection<String> known) {
        if (word.length() > LONGEST_WORD) {
            return Optional.empty();
        }
        String folded = word.toLowerCase(Locale.ROOT);
        int best = stepsAllowed(word);
        int longestStart = -1;
        String nearest = null;
        for (String candidate : known) {
            if (Math.abs(candidate.length() - word.length()) > best) {
                continue;
            }
            String other = candidate.toLowerCase(Locale.ROOT);
            int steps = steps(folded, other);
            int start = commonStart(folded, other);
            if (steps < best || (steps == best && start > longestStart)) {
                best = steps;
                longestStart = start;
                nearest = candidate;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static int commonStart(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    private static int stepsAllowed(String word) {
        return word.length() < 2 ? 0 : Math.max(1, word.length() / 3);
    }

    /** The optimal string alignment distance (Damerau 1964, without edits inside a swapped pair). */
    private static int steps(String from, String to) {
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        int[] current = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(last[j], current[j - 1]));
                if (i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
                }
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = current;
            current = spare;
        }
        return last[to.length()];
    }
}
