package dev.hermes.workspace.imports;

import dev.hermes.spi.RefusedCell;
import dev.hermes.spi.TableRows;
import dev.hermes.spi.UnreadableTableException;
import dev.hermes.workspace.plugins.InstalledReader;
import dev.hermes.workspace.plugins.PluginFailure;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file that a plugin's adapter reads. */
final class AdapterSource implements RowSource {

    private final InstalledReader reader;
    private final Row row;
    private final List<String> columns;

    /**
     * Takes over a reader, and closes it where it is of no use.
     *
     * @param row
     *            is told of cells that the adapter refuses
     */
    AdapterSource(InstalledReader reader, Row row) throws IOException, SourceProblem {
        this.reader = reader;
        this.row = row;
        columns = reader.columns().stream().map(String::strip).toList();
        Set<String> seen = new HashSet<>();
        for (String name : columns) {
            if (!name.isEmpty() && !seen.add(name)) {
                reader.close();
                throw new SourceProblem(1, "Two columns are called " + Quote.of(name)
                        + ". Maybe rename one in the row that names the columns.");
            }
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable RowBatch next(int[] wanted) throws IOException, SourceProblem {
        try {
            TableRows rows = reader.next(wanted, RowBatch.ROWS);
            return rows == null ? null : batch(rows, wanted.length);
        } catch (UnreadableTableException e) {
            throw new SourceProblem(Math.min(e.row(), Integer.MAX_VALUE), e.text());
        } catch (PluginFailure e) {
            throw new SourceProblem(1, e.text());
        }
    }

    private RowBatch batch(TableRows rows, int width) {
        Set<Long> refused = new HashSet<>();
        for (RefusedCell cell : rows.refused()) {
            refused.add(cell.row());
            row.moveTo(0, cell.row());
            row.refuse(cell.column() + 1, "column " + columns.get(cell.column()), cell.text());
        }
        long[] lines = new long[rows.size()];
        String[][] cells = new String[width][rows.size()];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = rows.row(i);
        }
        for (int place = 0; place < width; place++) {
            String[] texts = rows.cells(place);
            for (int i = 0; i < lines.length; i++) {
                cells[place][i] = texts[i].strip();
            }
        }
        return new RowBatch(lines.length + refused.size(), lines.length, lines, cells);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
