package dev.hermes.spi;

import java.util.List;

/** Some rows of a table. Shows the arrays that it was given: whoever made them no longer changes them. */
public final class TableRows {

    private final long[] rows;
    private final String[][] cells;
    private final List<RefusedCell> refused;

    /**
     * Rows that were read; there is at least one, or one was refused.
     *
     * @param rows
     *            for each row its number, as the program that made the file shows it, from 1 and rising
     * @param cells
     *            for each of the columns asked for, the text of each row; see {@link TableReader#next}
     * @param refused
     *            the cells without a text; their rows are not among the others
     * @throws IllegalArgumentException
     *             where the shapes do not fit
     */
    public TableRows(long[] rows, String[][] cells, List<RefusedCell> refused) {
        for (String[] column : cells) {
            if (column.length != rows.length) {
                throw new IllegalArgumentException(
                        "A column has " + column.length + " cells, and there are " + rows.length + " rows.");
            }
        }
        this.rows = rows;
        this.cells = cells;
        this.refused = List.copyOf(refused);
    }

    /** How many rows there are. */
    public int size() {
        return rows.length;
    }

    /** How many columns were asked for. */
    public int width() {
        return cells.length;
    }

    /** The number of a row in its file, from 1. */
    public long row(int index) {
        return rows[index];
    }

    /** The cells of the column that was asked for at this place. */
    public String[] cells(int place) {
        return cells[place];
    }

    /** Cells without a text; their rows are not here. */
    public List<RefusedCell> refused() {
        return refused;
    }
}
