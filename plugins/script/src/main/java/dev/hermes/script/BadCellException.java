package dev.hermes.script;

import dev.hermes.model.Advice;
import dev.hermes.model.Message;
import java.io.Serial;

/** A value of a script that has no text to hand over. */
final class BadCellException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Message said;

    /**
     * @param wrong
     *            what is wrong, without a full stop
     * @param advice
     *            what to do about it
     */
    BadCellException(Message wrong, Message advice) {
        // A table may have millions of them: no stack trace, and no words unless somebody asks.
        super(null, null, false, false);
        said = Advice.of(wrong, advice);
    }

    /** What is wrong and what to do. */
    Message said() {
        return said;
    }

    @Override
    public String getMessage() {
        return said.text();
    }
}
