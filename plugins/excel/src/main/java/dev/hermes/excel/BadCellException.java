package dev.hermes.excel;

import dev.hermes.model.Advice;
import dev.hermes.model.Message;
import java.io.Serial;

/** A cell that has no text to hand over. */
final class BadCellException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Message wrong;
    private final transient Message advice;

    /**
     * @param wrong
     *            what is wrong, without a full stop
     * @param advice
     *            what to do about it
     */
    BadCellException(Message wrong, Message advice) {
        // A table may have millions of them: no stack trace, and no words unless somebody asks.
        super(null, null, false, false);
        this.wrong = wrong;
        this.advice = advice;
    }

    /** What is wrong and what to do. */
    Message said() {
        return Advice.of(wrong, advice);
    }

    /** The same, of a cell that is named. */
    Message saidOf(CellName cell) {
        return Advice.of(Message.of("{0}: {1}", Message.verbatim(cell.toString()), wrong), advice);
    }

    @Override
    public String getMessage() {
        return said().text();
    }
}
