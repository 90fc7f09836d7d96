package dev.hermes.app.data;

import com.ibm.icu.text.Transliterator;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Codes of documents: which texts are some, and which one a file's name suggests. */
final class Codes {

    private static final int LONGEST = 64;
    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,63}");
    private static final Pattern NO_CODE = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");

    private Codes() {}

    static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /**
     * A code for a file: its name in Latin letters, with a number where that is taken.
     *
     * @param file
     *            the file's name with its extension, in any script
     * @param taken
     *            codes that it cannot have
     */
    static String suggested(String file, Set<String> taken) {
        String base = file.contains(".") ? file.substring(0, file.lastIndexOf('.')) : file;
        Transliterator latin = Transliterator.getInstance("Any-Latin; Latin-ASCII");
        // A word of Chinese is not as many words as it has characters.
        String joined = HAN.matcher(base).replaceAll(han -> joined(latin, han));
        String name = NO_CODE.matcher(latin.transliterate(joined)).replaceAll("-").replaceAll("^[-0-9]+|-+$", "");
        String code = name.isEmpty() ? "file" : name.substring(0, Math.min(name.length(), LONGEST - 4));
        String free = code;
        for (int i = 2; taken.contains(free); i++) {
            free = code + "-" + i;
        }
        return free;
    }

    private static String joined(Transliterator latin, MatchResult han) {
        return latin.transliterate(han.group()).replaceAll("[^A-Za-z0-9]+", "");
    }
}
