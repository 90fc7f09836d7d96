package dev.hermes.workspace.imports;

import dev.hermes.model.Advice;
import dev.hermes.model.Message;
import java.io.Serial;

/** A cell that cannot be read as what it should be. */
final class CellProblem extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Message said;

    /**
     * @param wrong
     *            what is wrong, without a full stop
     * @param advice
     *            what to do about it
     */
    CellProblem(Message wrong, Message advice) {
        this(Advice.of(wrong, advice));
    }

    /** @param said what is wrong and what to do */
    CellProblem(Message said) {
        // A file may have millions of them: no stack trace, and no words unless somebody asks.
        super(null, null, false, false);
        this.said = said;
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
