package dev.hermes.local;

import dev.hermes.model.Dataset;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some rows of facts on their way into a file, column by column. Of one thread at a time. */
final class FactChunk {

    private static final int MOST_ROWS = 8_192;
    /** Where there are many columns or long texts, a chunk has fewer rows: several chunks are held at a time. */
    private static final int MOST_BYTES = 1 << 20;
    private static final int USUAL_BYTES = 16;

    private final FactVector[] columns;
    private final int key;
    private final long[] lines;
    private int size;
    private int bytes;

    FactChunk(Dataset dataset) {
        int width = dataset.columns().size();
        int rows = Math.clamp(MOST_BYTES / (USUAL_BYTES * width), 1, MOST_ROWS);
        columns = dataset.columns().stream().map(column -> FactVector.of(column, rows)).toArray(FactVector[]::new);
        key = dataset.columns().stream().map(Dataset.Column::name).toList().indexOf(dataset.key());
        lines = new long[rows];
    }

    /** Adds a row whose values a {@link RowCheck} has found to fit. */
    void add(long line, @Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            bytes = Math.addExact(bytes, columns[i].add(values[i]));
        }
        lines[size] = line;
        size++;
    }

    boolean isFull() {
        return size == lines.length || bytes >= MOST_BYTES;
    }

    int size() {
        return size;
    }

    /** The values of the dataset's key. */
    FactVector keys() {
        return columns[key];
    }

    /** How many rows have a value in the column. */
    int countPresent(int column) {
        return columns[column].countPresent();
    }

    long sumOfLines() {
        long sum = 0;
        for (int row = 0; row < size; row++) {
            sum += lines[row];
        }
        return sum;
    }

    /** The columns as Arrow lays them out, and last the lines. */
    List<ArrowStream.Values> values() {
        List<ArrowStream.Values> values = new ArrayList<>(columns.length + 1);
        for (FactVector column : columns) {
            values.add(new ArrowStream.Values(column.countMissing(), column.buffers()));
        }
        values.add(new ArrowStream.Values(0, List.of(MemorySegment.NULL,
                MemorySegment.ofArray(lines).asSlice(0, (long) size * Long.BYTES))));
        return values;
    }
}
