package dev.hermes.workspace.imports;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows text of a file in messages. */
final class Quote {

    private static final int LONGEST = 60;

    private Quote() {}

    /** The text in quotes, cut where it is long; characters that cannot be seen are written as [U+XXXX]. */
    static String of(String text) {
        StringBuilder shown = new StringBuilder("\"");
        text.codePoints().limit(LONGEST).forEach(character -> {
            if (isInvisible(character)) {
                shown.append('[').append(name(character)).append(']');
            } else {
                shown.appendCodePoint(character);
            }
        });
        return shown.append(text.codePointCount(0, text.length()) > LONGEST ? "…\"" : "\"").toString();
    }

    /** The first character that cannot be seen, by its name; null where all can. */
    static @Nullable String firstInvisible(String text) {
        for (int i = 0; i < text.length(); i++) {
            int character = text.codePointAt(i);
            if (isInvisible(character)) {
                return name(character);
            }
            i += Character.charCount(character) - 1;
        }
        return null;
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            case Character.SPACE_SEPARATOR -> character != ' ';
            default -> false;
        };
    }

    private static String name(int character) {
        return String.format(Locale.ROOT, "U+%04X", character);
    }
}
