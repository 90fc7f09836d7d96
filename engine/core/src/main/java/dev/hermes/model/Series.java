package dev.hermes.model;

import java.util.Locale;

/** What was done, the quota, and the reference. */
public enum Series {
    ACTUAL, TARGET, BASELINE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As people read it. */
    public Message said() {
        return switch (this) {
            case ACTUAL -> Message.of("actual");
            case TARGET -> Message.of("target");
            case BASELINE -> Message.of("baseline");
        };
    }
}
