package dev.hermes.app.indicators;

import java.lang.Character.UnicodeScript;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Finds what the names of cards have in common, to call their group by it. */
final class GroupNames {

    /** Words of a single letter say nothing; in Chinese two characters make a word. */
    private static final int SHORTEST = 2;

    private GroupNames() {}

    /** The longest run of words, or of Chinese characters, that is in all the names; empty if there is none. */
    static String common(Collection<String> names) {
        if (names.size() < 2) {
            return "";
        }
        List<String> all = List.copyOf(names);
        String first = all.getFirst();
        String longest = "";
        for (int start = 0; start < first.length(); start++) {
            for (int end = first.length(); end - start > longest.length(); end--) {
                String run = first.substring(start, end).strip();
                if (run.length() >= SHORTEST && run.length() > longest.length()
                        && run.chars().anyMatch(Character::isLetter)
                        && all.stream().allMatch(name -> holds(name, run))) {
                    longest = run;
                }
            }
        }
        return longest.isEmpty() ? "" : longest.substring(0, 1).toUpperCase(Locale.ROOT) + longest.substring(1);
    }

    /** Whether a name has a run in it that neither begins nor ends within a word. */
    private static boolean holds(String name, String run) {
        String text = name.toLowerCase(Locale.ROOT);
        String wanted = run.toLowerCase(Locale.ROOT);
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
            int end = at + wanted.length();
            if (isBorder(text, at) && isBorder(text, end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBorder(String text, int at) {
        return at == 0 || at == text.length() || !isOfWord(text.charAt(at - 1)) || !isOfWord(text.charAt(at));
    }

    private static boolean isOfWord(char character) {
        return Character.isLetterOrDigit(character) && UnicodeScript.of(character) != UnicodeScript.HAN;
    }
}
