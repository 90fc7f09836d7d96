package dev.hermes.app.language;

import dev.hermes.model.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** The texts of the screens. Those of each language are in {@code texts_TAG.properties}. Of the screen's thread. */
public final class Texts {

    private static final Map<Language, Map<String, String>> READ = new ConcurrentHashMap<>();

    private final ObjectProperty<Wording> wording;

    public Texts(Wording wording) {
        this.wording = new SimpleObjectProperty<>(wording);
    }

    /** Texts of a language, with numbers as is usual in it. */
    public Texts(Language language) {
        this(new Wording(language, Numbers.USUAL));
    }

    /** All texts of a language by their keys, as they are written. */
    public static Map<String, String> all(Language language) {
        return READ.computeIfAbsent(language, Texts::read);
    }

    private static Map<String, String> read(Language language) {
        String name = "texts_" + language.tag() + ".properties";
        Properties properties = new Properties();
        try (InputStream file = Texts.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("The texts " + name + " are missing from this build.");
            }
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The texts " + name + " cannot be read.", e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
        return Map.copyOf(texts);
    }

    /** How the screens speak now. */
    public ObjectProperty<Wording> wording() {
        return wording;
    }

    /**
     * The text of a key.
     *
     * @param arguments
     *            take the places of {0}, {1} and so on
     * @throws IllegalArgumentException
     *             where there is no such text
     */
    public String get(String key, Object... arguments) {
        Wording now = wording.get();
        String text = all(now.language()).get(key);
        if (text == null) {
            throw new IllegalArgumentException("There is no text " + key + " in " + now.language().title() + ".");
        }
        return arguments.length == 0 ? text : new MessageFormat(text, now.ofNumbers()).format(arguments);
    }

    /** What the engine says, in the language of the user. */
    public String say(Message message) {
        return Catalogue.of(wording.get().language()).say(message);
    }

    /** How {@link #say} says it now, for any thread. */
    public Function<Message, String> saying() {
        return Catalogue.of(wording.get().language())::say;
    }

    /** As {@link #get}, following the language; arguments that can be observed are followed too. */
    public StringBinding text(String key, Object... arguments) {
        Observable[] followed = Stream.concat(Stream.of(wording),
                Stream.of(arguments).filter(ObservableValue.class::isInstance).map(ObservableValue.class::cast))
                .toArray(Observable[]::new);
        return Bindings.createStringBinding(() -> get(key, Stream.of(arguments)
                .map(argument -> argument instanceof ObservableValue<?> value
                        ? String.valueOf(value.getValue())
                        : argument)
                .toArray()), followed);
    }
}
