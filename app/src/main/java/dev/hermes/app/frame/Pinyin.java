package dev.hermes.app.frame;

import com.ibm.icu.text.Transliterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How Chinese characters sound. Slow at first; thread-safe. */
final class Pinyin {

    private static final String RULES = "Han-Latin; Latin-ASCII; Lower";
    private static final char NONE = 0;

    private final Transliterator sounds = Transliterator.getInstance(RULES);
    private final Map<Integer, Character> known = new ConcurrentHashMap<>();

    private static final class Only {
        static final Pinyin PINYIN = new Pinyin();
    }

    private Pinyin() {}

    /** The first letters of the sounds of the Chinese characters in a text, as they are written to find a name quickly. */
    static String initials(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic) ? Only.PINYIN.of(text) : "";
    }

    private String of(String text) {
        StringBuilder initials = new StringBuilder();
        text.codePoints().filter(Character::isIdeographic)
                .map(character -> known.computeIfAbsent(character, this::initial)).filter(initial -> initial != NONE)
                .forEach(initial -> initials.append((char) initial));
        return initials.toString();
    }

    private char initial(int character) {
        String sound = sounds.transliterate(Character.toString(character));
        return sound.isEmpty() || sound.charAt(0) > 'z' ? NONE : sound.charAt(0);
    }
}
