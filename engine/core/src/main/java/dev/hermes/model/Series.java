package dev.hermes.model;

import java.util.Locale;

/** What was done, the quota, and the reference. */
public enum Series {
    ACTUAL, TARGET, BASELINE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
