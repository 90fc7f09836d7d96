package dev.hermes.workspace.imports;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes the texts of a column; those that come again and again are one and the same object. Of one thread. */
final class RepeatedTexts {

    private static final int PLACES = 1_024;
    private static final int LONGEST = 32;

    private final Trial trial = new Trial();
    private final @Nullable String[] kept = new @Nullable String[PLACES];
    /** The characters of each text that is kept. */
    private final char[][] written = new char[PLACES][0];

    /** The text of these characters, of which there are some. */
    String text(char[] characters, int offset, int length) {
        if (length > LONGEST || !trial.pays()) {
            return new String(characters, offset, length);
        }
        int place = place(characters, offset, length);
        String text = kept[place];
        boolean again = Arrays.equals(written[place], 0, written[place].length, characters, offset, offset + length);
        trial.count(again);
        if (text == null || !again) {
            text = new String(characters, offset, length);
            kept[place] = text;
            written[place] = Arrays.copyOfRange(characters, offset, offset + length);
        }
        return text;
    }

    private static int place(char[] characters, int offset, int length) {
        int hash = length;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + characters[i];
        }
        return (hash ^ hash >>> 10) & PLACES - 1;
    }
}
