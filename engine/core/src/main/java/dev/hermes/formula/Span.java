package dev.hermes.formula;

/** Where something stands in a formula: offsets into its text, {@code [start, end)}. */
public record Span(int start, int end) {

    /** The part of the text that this covers. */
    public String of(String text) {
        return text.substring(start, end);
    }
}
