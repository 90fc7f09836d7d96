package dev.hermes.document;

import dev.hermes.model.Message;
import dev.hermes.model.Nearest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words that may stand in one place of a document, each with what it means. Immutable. */
final class Words<E> {

    /** How many words a message lists. */
    private static final int MOST_WORDS = 20;

    private final SequencedMap<String, E> meanings;

    private Words(SequencedMap<String, E> meanings) {
        this.meanings = meanings;
    }

    /** One word. */
    static <E> Words<E> of(String word, E meaning) {
        SequencedMap<String, E> meanings = new LinkedHashMap<>();
        meanings.put(word, meaning);
        return new Words<>(meanings);
    }

    /** Every constant by its name in camel case: {@code directSubordinates}. */
    static <E extends Enum<E>> Words<E> of(Class<E> type) {
        return of(type, constant -> camelCase(constant.name()));
    }

    /** Every constant by the word that it declares. */
    static <E extends Enum<E>> Words<E> of(Class<E> type, Function<E, String> word) {
        SequencedMap<String, E> meanings = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            meanings.put(word.apply(constant), constant);
        }
        return new Words<>(meanings);
    }

    /** These words and another. */
    Words<E> and(String word, E meaning) {
        SequencedMap<String, E> more = new LinkedHashMap<>(meanings);
        more.put(word, meaning);
        return new Words<>(more);
    }

    /** These words but one, which may not stand here. */
    Words<E> without(E meaning) {
        SequencedMap<String, E> fewer = new LinkedHashMap<>(meanings);
        fewer.remove(word(meaning));
        return new Words<>(fewer);
    }

    /** What a word means; null where it is not one of these. */
    @Nullable
    E meaning(String word) {
        return meanings.get(word);
    }

    /** The word for a meaning. */
    String word(E meaning) {
        return meanings.entrySet().stream().filter(entry -> entry.getValue().equals(meaning)).map(Map.Entry::getKey)
                .findFirst().orElseThrow(() -> new IllegalArgumentException("There is no word for " + meaning
                        + " where a document says one of " + meanings.keySet() + "."));
    }

    E first() {
        return meanings.firstEntry().getValue();
    }

    SequencedSet<String> all() {
        return Collections.unmodifiableSequencedSet(meanings.sequencedKeySet());
    }

    /** What to write instead of a word that is not known: the nearest one, or else all. */
    static Message suggestion(String word, SequencedSet<String> known) {
        return Nearest.nearest(word, known).map(near -> Message.of("Maybe {0}.", near)).orElseGet(() -> oneOf(known));
    }

    /** To write the one word, or one of all. */
    static Message oneOf(SequencedSet<String> words) {
        String list = words.stream().limit(MOST_WORDS).collect(Collectors.joining(", "))
                + (words.size() > MOST_WORDS ? " …" : "");
        return words.size() == 1 ? Message.of("Maybe {0}.", list) : Message.of("Maybe one of {0}.", list);
    }

    private static String camelCase(String constant) {
        StringBuilder word = new StringBuilder();
        for (String part : constant.toLowerCase(Locale.ROOT).split("_", -1)) {
            word.append(word.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return word.toString();
    }
}
