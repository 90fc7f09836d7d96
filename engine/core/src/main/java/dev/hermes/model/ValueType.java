package dev.hermes.model;

import java.util.Locale;

/** The types of a single value. */
public enum ValueType {
    NUMBER, TEXT, BOOLEAN, DATE;

    /** The word for this type in documents and messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As people read it. */
    public Message said() {
        return switch (this) {
            case NUMBER -> Message.of("number");
            case TEXT -> Message.of("text");
            case BOOLEAN -> Message.of("boolean");
            case DATE -> Message.of("date");
        };
    }
}
