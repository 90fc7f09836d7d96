package dev.hermes.formula;

import dev.hermes.model.Message;

/**
 * A change of a formula that mends what is wrong with it, or at least the first of it.
 *
 * @param label
 *            what it does, in a few words
 * @param span
 *            what is replaced; empty where something is put in
 */
public record Fix(Message label, Span span, String replacement) {

    /** The formula with the change. */
    public String in(String text) {
        return text.substring(0, span.start()) + replacement + text.substring(span.end());
    }
}
