package dev.hermes.workspace.imports;

import dev.hermes.local.ParquetRows;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Parquet file; its rows are numbered from 1. */
final class ParquetSource implements RowSource {

    private final ParquetRows rows;
    private long read;

    ParquetSource(Path file) {
        rows = ParquetRows.open(file);
    }

    @Override
    public List<String> columns() {
        return rows.columns();
    }

    @Override
    public @Nullable RowBatch next(int[] wanted) {
        String[][] cells = rows.next(wanted, RowBatch.ROWS);
        if (cells == null) {
            return null;
        }
        int size = cells[0].length;
        long[] lines = new long[size];
        for (int row = 0; row < size; row++) {
            lines[row] = ++read;
        }
        return new RowBatch(size, lines, cells);
    }

    @Override
    public void close() {
        rows.close();
    }
}
