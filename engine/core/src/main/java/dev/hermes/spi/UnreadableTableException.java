package dev.hermes.spi;

import dev.hermes.model.Message;
import java.io.Serial;

/** A file that cannot be read, or not from some row on. What is wrong with one cell alone is a {@link RefusedCell}. */
public final class UnreadableTableException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final long row;
    private final transient Message said;

    /**
     * @param row
     *            the number of the row, as the program that made the file shows it; 1 where the file as a whole is wrong
     * @param said
     *            what is wrong and what to do: "The file is encrypted. Maybe save it without a password."
     */
    public UnreadableTableException(long row, Message said) {
        super(said.text());
        if (row < 1) {
            throw new IllegalArgumentException("The row (" + row + ") must be 1 or more.");
        }
        this.row = row;
        this.said = said;
    }

    public long row() {
        return row;
    }

    /** What is wrong and what to do. */
    public Message said() {
        return said;
    }
}
