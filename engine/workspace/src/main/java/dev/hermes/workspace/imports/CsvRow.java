package dev.hermes.workspace.imports;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The row of separated values at hand; the next one takes its place. Texts that come again and again in a column are one
 * and the same object. Of one thread.
 */
final class CsvRow extends AbstractBaseCsvCallbackHandler<CsvRow> {

    /** A row is held as a whole; a spreadsheet takes as many. */
    static final int MOST_CELLS = 16_384;
    private static final int LONGEST_ROW = 64 << 20;

    private String[] cells = new String[16];
    /** Of so many columns; those of a file with more are mostly empty. */
    private final @Nullable RepeatedTexts[] texts = new @Nullable RepeatedTexts[256];
    /** For each column, below zero where a text of the batch has another character than the visible ones of ASCII. */
    private int[] unusual = new int[16];
    private int count;
    private int length;

    /** The number of cells. */
    int count() {
        return count;
    }

    /** The number of characters in all cells. */
    int length() {
        return length;
    }

    /** The line that the row starts in, from 1. */
    long line() {
        return getStartingLineNumber();
    }

    String cell(int column) {
        return cells[column];
    }

    /** Called before the rows of each batch. */
    void startBatch() {
        Arrays.fill(unusual, 0);
    }

    /** Whether all texts that the column had in the batch are of visible characters of ASCII alone. */
    boolean isPlain(int column) {
        return unusual[column] >= 0;
    }

    List<String> cells() {
        return Arrays.asList(cells).subList(0, count);
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        count = 0;
        length = 0;
    }

    @Override
    protected void handleField(int column, char[] characters, int offset, int size, boolean quoted) {
        length += size;
        if (column == MOST_CELLS || length > LONGEST_ROW) {
            throw new CsvParseException("Record starting at line " + getStartingLineNumber() + " has surpassed the "
                    + (column == MOST_CELLS ? "maximum limit of " + MOST_CELLS + " fields" : "maximum size"));
        }
        if (column == cells.length) {
            cells = Arrays.copyOf(cells, 2 * column);
            unusual = Arrays.copyOf(unusual, 2 * column);
        }
        cells[column] = size == 0 ? "" : text(column, characters, offset, size);
        unusual[column] |= unusual(characters, offset, size);
        count = column + 1;
    }

    private String text(int column, char[] characters, int offset, int size) {
        if (column >= texts.length) {
            return new String(characters, offset, size);
        }
        RepeatedTexts repeated = texts[column];
        if (repeated == null) {
            repeated = new RepeatedTexts();
            texts[column] = repeated;
        }
        return repeated.text(characters, offset, size);
    }

    private static int unusual(char[] characters, int offset, int size) {
        int outside = 0;
        for (int i = offset; i < offset + size; i++) {
            outside |= (characters[i] - '!') | ('~' - characters[i]);
        }
        return outside;
    }

    @Override
    protected CsvRow buildRecord() {
        return this;
    }
}
