package dev.hermes.workspace.imports;

import dev.hermes.model.Message;
import java.io.Serial;

/** A file that cannot be read on. */
final class SourceProblem extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final long line;
    private final transient Message said;

    SourceProblem(long line, Message said) {
        super(said.text());
        this.line = line;
        this.said = said;
    }

    /** What is wrong and what to do. */
    Message said() {
        return said;
    }

    /** The line from which on the file cannot be read. */
    long line() {
        return line;
    }
}
