package dev.hermes.formula;

import dev.hermes.model.Message;
import java.util.List;

/**
 * What to say to somebody about the formula that he writes.
 *
 * @param isRefused
 *            whether the formula cannot be calculated; otherwise it can, but hardly does what is wanted
 * @param fixes
 *            the likeliest first; each was tried
 */
public record Advice(boolean isRefused, Span span, Message message, List<Fix> fixes) {

    public Advice {
        fixes = List.copyOf(fixes);
    }
}
