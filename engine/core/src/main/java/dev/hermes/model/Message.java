package dev.hermes.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Words for people, said in English and open to translation: a pattern that stands in the code as it is read, and what
 * is filled into it. Two are equal where they say the same with the same words. Immutable and thread-safe.
 *
 * @param pattern
 *            English, with {@code {0}}, {@code {1}} and so on for the arguments; nothing else in it has a meaning
 * @param arguments
 *            messages, or texts that are the same in every language: codes, numbers, names of files
 */
public record Message(String pattern, List<Argument> arguments) {

    /** Nothing to be said. */
    public static final Message EMPTY = new Message("", List.of());

    private static final String ALONE = "{0}";

    public Message {
        arguments = List.copyOf(arguments);
    }

    /** What is filled into a pattern. */
    public sealed interface Argument {

        /** A text that is the same in every language. */
        record Fixed(String text) implements Argument {}

        /** Words that are translated themselves. */
        record Said(Message message) implements Argument {}
    }

    /**
     * A message.
     *
     * @param pattern
     *            written out where this is called, since translations are collected from the sources
     * @param arguments
     *            messages; anything else is the same in every language and written by its {@code toString}
     */
    public static Message of(String pattern, @Nullable Object... arguments) {
        List<Argument> all = new ArrayList<>(arguments.length);
        for (@Nullable Object argument : arguments) {
            all.add(argument instanceof Message message
                    ? new Argument.Said(message)
                    : new Argument.Fixed(String.valueOf(argument)));
        }
        return new Message(pattern, all);
    }

    /** Words of somebody else, which are the same in every language: a name, or what another program said. */
    public static Message verbatim(String text) {
        return text.isEmpty() ? EMPTY : new Message(ALONE, List.of(new Argument.Fixed(text)));
    }

    /** Whether these are words of somebody else, which {@link #verbatim} took. */
    public boolean isVerbatim() {
        return pattern.equals(ALONE) && arguments.getFirst() instanceof Argument.Fixed;
    }

    /** This, and after it another sentence. */
    public Message then(Message next) {
        return of("{0} {1}", this, next);
    }

    /** In English. */
    public String text() {
        return text(UnaryOperator.identity());
    }

    /**
     * In another language.
     *
     * @param translation
     *            gives for each pattern that of the language, with the same arguments
     */
    public String text(UnaryOperator<String> translation) {
        String words = pattern.equals(ALONE) ? pattern : translation.apply(pattern);
        StringBuilder text = new StringBuilder(words.length());
        int at = 0;
        while (at < words.length()) {
            int end = words.charAt(at) == '{' ? words.indexOf('}', at) : -1;
            int number = end < 0 ? -1 : number(words.substring(at + 1, end));
            if (number < 0) {
                text.append(words.charAt(at));
                at++;
            } else {
                text.append(switch (arguments.get(number)) {
                    case Argument.Fixed fixed -> fixed.text();
                    case Argument.Said said -> said.message().text(translation);
                });
                at = end + 1;
            }
        }
        return text.toString();
    }

    /** The number of an argument of this message; -1 where the text is none. */
    private int number(String text) {
        return text.length() == 1 && text.charAt(0) - '0' >= 0 && text.charAt(0) - '0' < arguments.size()
                ? text.charAt(0) - '0'
                : -1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Message message && message.text().equals(text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
