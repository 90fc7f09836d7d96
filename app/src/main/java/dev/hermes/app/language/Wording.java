package dev.hermes.app.language;

import java.util.Locale;

/** How screens speak: the language, and how numbers are written in it. */
public record Wording(Language language, Numbers numbers) {

    /** The locale of words and dates. */
    public Locale locale() {
        return language.locale();
    }

    /** The locale of numbers. */
    public Locale ofNumbers() {
        return numbers.locale(language);
    }
}
