package dev.hermes.document.internal;

import java.util.HexFormat;
import java.util.Locale;

/** Which characters a document may hold. */
public final class Characters {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private Characters() {}

    /**
     * Whether a character may stand neither in the text nor, escaped, in a value: control characters other than tab and
     * line feed; halves of a pair and characters that Unicode will never assign; line separators, which editors count
     * differently; and what cannot be seen and can make a text look like another, such as zero-width spaces and marks
     * of direction. The two joiners are allowed: names in Persian and in the scripts of India need them.
     */
    public static boolean isForbidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\t' && character != '\n';
            case Character.FORMAT -> character != ZERO_WIDTH_NON_JOINER && character != ZERO_WIDTH_JOINER;
            case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF);
        };
    }

    /** {@code U+00A0}. */
    public static String name(int character) {
        int digits = character > 0xFFFF ? 6 : 4;
        return "U+" + HexFormat.of().toHexDigits(character, digits).toUpperCase(Locale.ROOT);
    }
}
