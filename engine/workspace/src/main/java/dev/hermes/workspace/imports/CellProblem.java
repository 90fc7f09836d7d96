package dev.hermes.workspace.imports;

import java.io.Serial;

/** A cell that is not what its field takes. */
final class CellProblem extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String text;

    CellProblem(String text) {
        // A file may have millions of them: no stack trace.
        super(text, null, false, false);
        this.text = text;
    }

    /** What the cell holds and what to do. */
    String text() {
        return text;
    }
}
