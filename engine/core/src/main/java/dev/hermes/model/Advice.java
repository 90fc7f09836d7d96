package dev.hermes.model;

/** What is wrong and, in a sentence of its own, what to do about it. Stateless. */
public final class Advice {

    private static final String BEGINNING = " Maybe ";

    private Advice() {}

    /**
     * Both in one message.
     *
     * @param wrong
     *            without a full stop
     * @param advice
     *            a sentence
     */
    public static Message of(Message wrong, Message advice) {
        return Message.of("{0}. {1}", wrong, advice);
    }

    /** What is wrong alone, without a full stop; of words that are not ours, what stands before advice as we give it. */
    public static Message without(Message message) {
        if (message.pattern().equals("{0}. {1}")
                && message.arguments().getFirst() instanceof Message.Argument.Said(Message wrong)) {
            return wrong;
        }
        if (!message.isVerbatim()) {
            return message;
        }
        String text = message.text();
        int advice = text.indexOf(BEGINNING);
        String wrong = advice < 0 ? text : text.substring(0, advice);
        return Message.verbatim(wrong.endsWith(".") ? wrong.substring(0, wrong.length() - 1) : wrong);
    }
}
