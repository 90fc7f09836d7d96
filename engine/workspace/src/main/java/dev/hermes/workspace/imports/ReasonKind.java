package dev.hermes.workspace.imports;

import dev.hermes.model.Advice;
import dev.hermes.model.Message;
import dev.hermes.model.Message.Argument;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What reasons have in common that differ in their values alone: the messages by which they are counted. Values are what
 * is quoted, days, and all that is said verbatim within a message.
 */
final class ReasonKind {

    private static final String VALUE = "…";
    private static final Pattern VALUES = Pattern
            .compile("\"(?:[^\"\\\\]|\\\\.)*\"|\\b[0-9]{4}-[0-9]{2}-[0-9]{2}\\b");

    private ReasonKind() {}

    static Message of(Reason reason) {
        return of(reason.column(), reason.message());
    }

    /**
     * What reasons like this one have in common.
     *
     * @param column
     *            the name of the column; empty where it is none
     * @param message
     *            what is wrong and what to do, of one or more reasons: the first counts
     */
    static Message of(String column, Message message) {
        Message kind = withoutValues(withoutAdvice(message));
        return column.isEmpty() ? kind : Message.of("{0}: {1}", column, kind);
    }

    /** What is wrong, of the first of the reasons that are joined, without what to do about it. */
    static Message withoutAdvice(Message message) {
        Message first = message;
        while (first.pattern().equals("{0}; {1}")
                && first.arguments().getFirst() instanceof Argument.Said(Message one)) {
            first = one;
        }
        return Advice.without(first);
    }

    /** The messages of some reasons in one. */
    static Message joined(List<Message> messages) {
        return messages.stream().reduce((one, other) -> Message.of("{0}; {1}", one, other)).orElse(Message.EMPTY);
    }

    private static Message withoutValues(Message message) {
        return new Message(message.pattern(),
                message.arguments().stream().map(ReasonKind::withoutValue).toList());
    }

    private static Argument withoutValue(Argument argument) {
        return switch (argument) {
            case Argument.Fixed fixed -> new Argument.Fixed(VALUES.matcher(fixed.text()).replaceAll(VALUE));
            case Argument.Said said -> said.message().isVerbatim()
                    ? new Argument.Fixed(VALUE)
                    : new Argument.Said(withoutValues(said.message()));
        };
    }
}
