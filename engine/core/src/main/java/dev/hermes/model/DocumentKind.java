package dev.hermes.model;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of document, with the word that stands after {@code kind:} in each. */
public enum DocumentKind {
    CALENDAR("calendar"), DATED_VALUE("datedValue"), DATASET("dataset"), INDICATOR("indicator"), LAYOUT("layout"),
    MAPPING("mapping"), PARAMETER("parameter"), POPULATION("population"), RATE_TABLE("rateTable"),
    RULE_TABLE("ruleTable"), SCHEME("scheme");

    private final String word;

    DocumentKind(String word) {
        this.word = word;
    }

    /** The word for this kind in documents. */
    public String word() {
        return word;
    }

    /** The kind with this word. */
    public static Optional<DocumentKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
