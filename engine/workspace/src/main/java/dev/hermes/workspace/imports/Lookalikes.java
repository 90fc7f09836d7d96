package dev.hermes.workspace.imports;

import dev.hermes.model.Message;
import java.lang.Character.UnicodeScript;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Letters of one script that look like those of another. A word of Latin letters with a Cyrillic or Greek one in it is
 * another word than it looks (Unicode Technical Standard 39).
 */
final class Lookalikes {

    private Lookalikes() {}

    /** The first letter of another script than the letters before it in its word, described; null where there is none. */
    static @Nullable Message foreignLetter(String text) {
        if (text.chars().allMatch(unit -> unit < 0x80)) {
            return null;
        }
        UnicodeScript ofWord = null;
        for (int i = 0; i < text.length();) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            if (!Character.isLetterOrDigit(character)) {
                ofWord = null;
            } else if (character > '9') {
                UnicodeScript script = UnicodeScript.of(character);
                if (isLikeOthers(script)) {
                    if (ofWord != null && ofWord != script) {
                        return Message.of("the {0} {1} (U+{2})", word(script),
                                Message.verbatim(Character.toString(character)),
                                Message.verbatim(String.format(Locale.ROOT, "%04X", character)));
                    }
                    ofWord = script;
                }
            }
        }
        return null;
    }

    private static boolean isLikeOthers(UnicodeScript script) {
        return switch (script) {
            case LATIN, CYRILLIC, GREEK -> true;
            default -> false;
        };
    }

    private static Message word(UnicodeScript script) {
        return switch (script) {
            case CYRILLIC -> Message.of("Cyrillic");
            case GREEK -> Message.of("Greek");
            default -> Message.of("Latin");
        };
    }
}
