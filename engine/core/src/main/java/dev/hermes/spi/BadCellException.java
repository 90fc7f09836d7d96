package dev.hermes.spi;

import dev.hermes.model.Advice;
import dev.hermes.model.Message;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A cell that cannot be read as what it should be, or has no text to hand over. A table may have millions of them: it has no
 * stack trace, and no words unless somebody asks.
 */
public final class BadCellException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Message wrong;
    private final transient @Nullable Message advice;

    /**
     * What is wrong, and what to do about it.
     *
     * @param wrong
     *            without a full stop
     * @param advice
     *            a sentence
     */
    public BadCellException(Message wrong, Message advice) {
        super(null, null, false, false);
        this.wrong = wrong;
        this.advice = advice;
    }

    /**
     * Both in one message.
     *
     * @param said
     *            what is wrong and what to do
     */
    public BadCellException(Message said) {
        super(null, null, false, false);
        wrong = said;
        advice = null;
    }

    /** What is wrong and what to do. */
    public Message said() {
        return advice == null ? wrong : Advice.of(wrong, advice);
    }

    /**
     * The same, of a place that is named.
     *
     * @param place
     *            a name that is the same in every language
     */
    public Message saidOf(String place) {
        Message there = Message.of("{0}: {1}", Message.verbatim(place), wrong);
        return advice == null ? there : Advice.of(there, advice);
    }

    @Override
    public String getMessage() {
        return said().text();
    }
}
