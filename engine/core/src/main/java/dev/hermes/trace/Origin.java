package dev.hermes.trace;

/**
 * Where a row came from.
 *
 * @param mapping
 *            the code of the mapping that brought it in
 * @param file
 *            the file, as the mapping calls it
 * @param line
 *            the line at which the row begins in it, from 1; of a spreadsheet or a query the row
 */
public record Origin(String mapping, String file, long line) {

    /** {@code orders.csv:17}. */
    public String text() {
        return file + ":" + line;
    }
}
