package dev.hermes.statement;

import java.io.Serial;

/** A formula that a spreadsheet cannot compute as the engine does. The message says why, as a sentence for readers. */
final class InexpressibleException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    InexpressibleException(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
