package dev.hermes.workspace.imports;

import java.io.Serial;

/** A file that cannot be read on. */
final class SourceProblem extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final long line;
    private final String text;

    SourceProblem(long line, String text) {
        super(text);
        this.line = line;
        this.text = text;
    }

    /** What is wrong and what to do. */
    String text() {
        return text;
    }

    /** The line from which on the file cannot be read. */
    long line() {
        return line;
    }
}
