package dev.hermes.app.language;

import java.util.Arrays;
import java.util.Locale;

/** A language that the screens are in. */
public enum Language {

    ENGLISH("en", "English", Locale.UK), CHINESE("zh-CN", "简体中文", Locale.SIMPLIFIED_CHINESE);

    private final String tag;
    private final String title;
    private final Locale locale;

    Language(String tag, String title, Locale locale) {
        this.tag = tag;
        this.title = title;
        this.locale = locale;
    }

    /** The language of a tag such as {@code zh-CN}; the one nearest to the locale's where there is no such tag. */
    public static Language of(String tag) {
        return Arrays.stream(values()).filter(language -> language.tag.equals(tag)).findFirst()
                .orElseGet(() -> tag.startsWith("zh") ? CHINESE : ENGLISH);
    }

    public String tag() {
        return tag;
    }

    /** The one to switch to. */
    public Language next() {
        return switch (this) {
            case ENGLISH -> CHINESE;
            case CHINESE -> ENGLISH;
        };
    }

    /** The language's name in itself. */
    public String title() {
        return title;
    }

    /** How it writes numbers and dates. */
    public Locale locale() {
        return locale;
    }
}
