package dev.hermes.spi;

import dev.hermes.model.Message;

/**
 * A cell that has no text to hand over. Its row is not brought in; the rows behind it are still read, so that all that
 * is wrong is told at once.
 *
 * @param row
 *            the number of the row, as in {@link TableRows#row}
 * @param column
 *            the place of the column in {@link TableReader#columns}, from 0
 * @param said
 *            what is wrong and what to do: "#N/A is no value. Maybe correct the formula."
 */
public record RefusedCell(long row, int column, Message said) {

    public RefusedCell {
        if (row < 1 || column < 0) {
            throw new IllegalArgumentException(
                    "The row (" + row + ") must be 1 or more and the column (" + column + ") 0 or more.");
        }
    }
}
