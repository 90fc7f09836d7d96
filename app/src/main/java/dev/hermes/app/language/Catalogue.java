package dev.hermes.app.language;

import dev.hermes.model.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the engine says, in one language: the patterns of its messages in English, and the same in the language. The
 * file {@code messages_TAG.txt} has them on two lines each. Immutable and thread-safe.
 */
final class Catalogue {

    private static final Map<Language, Catalogue> READ = new ConcurrentHashMap<>();

    private final Map<String, String> patterns;

    private Catalogue(Map<String, String> patterns) {
        this.patterns = Map.copyOf(patterns);
    }

    static Catalogue of(Language language) {
        return READ.computeIfAbsent(language,
                wanted -> new Catalogue(wanted == Language.ENGLISH ? Map.of() : read(wanted)));
    }

    /** A message in the language; words that are not known in it stay English. */
    String say(Message message) {
        return message.text(pattern -> patterns.getOrDefault(pattern, pattern));
    }

    /** The patterns of a language by the English ones, in the order of the file. */
    static Map<String, String> read(Language language) {
        String name = "messages_" + language.tag() + ".txt";
        Map<String, String> patterns = new LinkedHashMap<>();
        try (InputStream file = Catalogue.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("The messages " + name + " are missing from this build.");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            String english = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() || line.startsWith("# ")) {
                    continue;
                }
                if (english == null) {
                    english = line;
                } else {
                    add(patterns, english, line, name);
                    english = null;
                }
            }
            if (english != null) {
                throw new IllegalStateException("The message '" + english + "' in " + name + " has no second line.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The messages " + name + " cannot be read.", e);
        }
        return patterns;
    }

    private static void add(Map<String, String> patterns, String english, String translated, String name) {
        if (patterns.put(english, translated) != null) {
            throw new IllegalStateException("The message '" + english + "' is twice in " + name + ".");
        }
    }
}
