package dev.hermes.workspace.imports;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Compares names of columns as people do, and makes names of a dataset from those of a file. */
final class ColumnNames {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LONGEST = 64;
    /** Words of the formula language that no column may be called. */
    private static final Set<String> WORDS = Set.of("true", "false", "null", "in");

    private ColumnNames() {}

    /** A title as a mapping can name it: in one line, without space around it. */
    static String ofTitle(String cell) {
        return cell.strip().replaceAll("[\\t\\r\\n]+", " ");
    }

    /** The name without case, marks on letters, and what is neither letter nor digit. */
    static String normalised(String name) {
        String apart = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        return OTHERS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /**
     * A name that a dataset takes: Latin letters and digits, in camel case.
     *
     * @param taken
     *            the names that are given already; this one is added
     */
    static String ofDataset(FoundColumn column, Set<String> taken) {
        StringBuilder name = new StringBuilder();
        String latin = Transliterator.getInstance("Any-Latin; Latin-ASCII").transliterate(column.name());
        for (String word : latin.split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty()) {
                name.append(name.isEmpty() ? first(word)
                        : word.substring(0, 1).toUpperCase(Locale.ROOT)
                                + word.substring(1));
            }
        }
        String base = name.isEmpty() || !Character.isLetter(name.charAt(0)) || WORDS.contains(name.toString())
                ? "column" + column.number()
                : name.substring(0, Math.min(name.length(), LONGEST - 4));
        String free = base;
        for (int i = 2; !taken.add(free); i++) {
            free = base + i;
        }
        return free;
    }

    /** A first word begins small, unless it is all capitals and then is all small. */
    private static String first(String word) {
        return word.equals(word.toUpperCase(Locale.ROOT))
                ? word.toLowerCase(Locale.ROOT)
                : word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
    }

}
