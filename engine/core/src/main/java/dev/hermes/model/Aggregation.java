package dev.hermes.model;

/** How facts become one value. {@link #FIRST} and {@link #LAST} go by date, then by the fact's key. */
public enum Aggregation {
    SUM("sum"), COUNT("count"), COUNT_DISTINCT("countDistinct"), MIN("min"), MAX("max"), AVERAGE("avg"), FIRST("first"),
    LAST("last");

    private final String word;

    Aggregation(String word) {
        this.word = word;
    }

    /** The word for this aggregation in documents. */
    public String word() {
        return word;
    }
}
