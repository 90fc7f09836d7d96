package dev.hermes.workspace.imports;

import dev.hermes.model.Advice;
import dev.hermes.model.Message;
import java.util.Collection;

/** Says that there is no document of a code, and which one was meant. */
final class Unknown {

    private static final int MOST_NAMED = 10;

    private Unknown() {}

    static Message document(Message kind, String code, Collection<String> known) {
        return Advice.of(wrong(kind, code), advice(code, known));
    }

    /** That there is none. */
    static Message wrong(Message kind, String code) {
        return Message.of("There is no {0} {1}", kind, Quote.of(code));
    }

    /** Which one was meant. */
    static Message advice(String code, Collection<String> known) {
        return Suggestion.of(code, known, among(known));
    }

    private static Message among(Collection<String> known) {
        if (known.isEmpty()) {
            return Message.of("Maybe apply its document first.");
        }
        return known.size() > MOST_NAMED ? Message.of("Maybe another code was meant.") : Suggestion.among(known);
    }
}
