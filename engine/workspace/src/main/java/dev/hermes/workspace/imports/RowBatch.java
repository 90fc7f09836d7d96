package dev.hermes.workspace.imports;

/** Some rows of a file. Shows its arrays as they are. */
final class RowBatch {

    /** The most rows that a batch has. */
    static final int ROWS = 4_096;

    private final int read;
    private final int size;
    private final long[] lines;
    private final String[][] cells;

    /**
     * Rows that were read.
     *
     * @param read
     *            how many rows of the file were read, bad ones included
     * @param size
     *            how many rows there are here; may be 0
     * @param lines
     *            for each row the line that it starts in, from 1; in a file without lines the row's number
     * @param cells
     *            for each of the columns asked for, the cell of each row, without white space around it; empty where
     *            there is no value
     */
    RowBatch(int read, int size, long[] lines, String[][] cells) {
        this.read = read;
        this.size = size;
        this.lines = lines;
        this.cells = cells;
    }

    int read() {
        return read;
    }

    int size() {
        return size;
    }

    long line(int row) {
        return lines[row];
    }

    /** The cells of the column that was asked for at this place; there may be more than rows. */
    String[] cells(int place) {
        return cells[place];
    }
}
