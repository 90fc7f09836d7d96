package dev.hermes.local;

import org.jspecify.annotations.Nullable;

/** Some rows of facts on their way into a file, column by column. Of one thread at a time. */
final class FactChunk {

    static final int ROWS = 2_048;
    /** Where texts are long, a chunk has fewer rows: several chunks are held at a time. */
    private static final int MOST_CHARACTERS = 2 << 20;

    private final @Nullable Object[][] columns;
    private final long[] lines = new long[ROWS];
    private int size;
    private int characters;

    FactChunk(int width) {
        columns = new Object[width][ROWS];
    }

    /** Adds a row: a {@link RowCheck} has made its values what is stored. */
    void add(long line, @Nullable Object[] stored) {
        for (int i = 0; i < stored.length; i++) {
            columns[i][size] = stored[i];
            if (stored[i] instanceof String text) {
                characters += text.length();
            }
        }
        lines[size] = line;
        size++;
    }

    boolean isFull() {
        return size == ROWS || characters >= MOST_CHARACTERS;
    }

    int size() {
        return size;
    }

    long line(int row) {
        return lines[row];
    }

    @Nullable
    Object value(int column, int row) {
        return columns[column][row];
    }
}
