package dev.hermes.app.language;

import java.text.NumberFormat;
import java.util.Locale;

/** How numbers are written: as is usual in the language, or with these signs whatever the language. */
public enum Numbers {
    /** As in the language. */
    USUAL(Locale.ROOT), POINT(Locale.US), COMMA(Locale.GERMANY), SPACE(Locale.FRANCE);

    private static final double SAMPLE = 1234567.89;

    private final Locale locale;

    Numbers(Locale locale) {
        this.locale = locale;
    }

    /** A locale that writes numbers so. */
    Locale locale(Language language) {
        return this == USUAL ? language.locale() : locale;
    }

    /** A number as it is written so in a language. */
    public String sample(Language language) {
        return NumberFormat.getNumberInstance(locale(language)).format(SAMPLE);
    }
}
