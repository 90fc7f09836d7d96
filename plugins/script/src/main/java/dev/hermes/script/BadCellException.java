package dev.hermes.script;

import java.io.Serial;

/** A value of a script that has no text to hand over. */
final class BadCellException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String text;

    BadCellException(String text) {
        super(text);
        this.text = text;
    }

    /** What is wrong and what to do. */
    String text() {
        return text;
    }
}
