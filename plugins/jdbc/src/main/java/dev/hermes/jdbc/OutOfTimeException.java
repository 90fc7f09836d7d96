package dev.hermes.jdbc;

import java.io.Serial;

/** A database takes longer than it may. */
final class OutOfTimeException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    OutOfTimeException() {
        super("The database takes too long.");
    }
}
