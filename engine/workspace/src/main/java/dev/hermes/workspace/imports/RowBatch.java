package dev.hermes.workspace.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Some rows of a file. Shows its arrays as they are. */
final class RowBatch {

    /** The most rows that a batch has. */
    static final int ROWS = 1_024;

    private final int size;
    private final long[] lines;
    private final String[][] written;
    private final Map<Integer, String[]> cells = new HashMap<>();
    private final boolean[] plain;
    private final Map<Integer, Unfit> unfit;

    /** A row that cannot be read: those of its cells that can, as they are written, and what is wrong with it. */
    record Unfit(List<String> cells, List<Reason> reasons) {

        Unfit {
            cells = List.copyOf(cells);
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Rows that were read.
     *
     * @param size
     *            how many rows there are
     * @param lines
     *            for each row the line that it starts in, from 1; in a file without lines the row's number
     * @param written
     *            for each of the columns asked for, the cell of each row as it is written; empty where there is no value
     * @param plain
     *            for each of these columns, whether all its cells are known to be of visible characters of ASCII alone
     * @param unfit
     *            the rows that cannot be read, by their places: their cells among the others count for nothing
     */
    RowBatch(int size, long[] lines, String[][] written, boolean[] plain, Map<Integer, Unfit> unfit) {
        this.size = size;
        this.lines = lines;
        this.written = written;
        this.plain = plain;
        this.unfit = Map.copyOf(unfit);
    }

    /** Rows of whose characters nothing is known. */
    RowBatch(int size, long[] lines, String[][] written, Map<Integer, Unfit> unfit) {
        this(size, lines, written, new boolean[written.length], unfit);
    }

    /** As those, and all fit to be read. */
    RowBatch(int size, long[] lines, String[][] written) {
        this(size, lines, written, Map.of());
    }

    /** The first of these rows, or all where there are no more. */
    RowBatch first(int rows) {
        return new RowBatch(Math.min(rows, size), lines, written, plain, unfit);
    }

    int size() {
        return size;
    }

    long line(int row) {
        return lines[row];
    }

    /** Why a row cannot be read; empty where it can. */
    List<Reason> reasons(int row) {
        Unfit found = unfit.isEmpty() ? null : unfit.get(row);
        return found == null ? List.of() : found.reasons();
    }

    /**
     * The cells of the column that was asked for at this place, without the white space around them, which says nothing;
     * there may be more than rows.
     */
    String[] cells(int place) {
        return plain[place] ? written[place] : cells.computeIfAbsent(place, this::stripped);
    }

    /** Whether all cells of the column at this place are known to be of visible characters of ASCII alone. */
    boolean isPlain(int place) {
        return plain[place];
    }

    private String[] stripped(int place) {
        String[] stripped = new String[size];
        for (int row = 0; row < size; row++) {
            String text = written[place][row];
            stripped[row] = isStripped(text) ? text : text.strip();
        }
        return stripped;
    }

    private static boolean isStripped(String text) {
        return text.isEmpty() || (isVisible(text.charAt(0)) && isVisible(text.charAt(text.length() - 1)));
    }

    /** Whether the character is certainly no white space. */
    private static boolean isVisible(char character) {
        return character > ' ' && character <= '~';
    }

    /** The cells of a row as they are written: of the first columns that were asked for, or all that an unfit one has. */
    List<String> written(int row, int[] places) {
        Unfit found = unfit.get(row);
        if (found != null) {
            return found.cells();
        }
        List<String> all = new ArrayList<>(places.length);
        for (int place : places) {
            all.add(written[place][row]);
        }
        return all;
    }
}
