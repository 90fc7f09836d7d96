package dev.hermes.model;

import java.util.Locale;

/** The types of a single value. */
public enum ValueType {
    NUMBER, TEXT, BOOLEAN, DATE;

    /** The word for this type in documents and messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
