package dev.hermes.workspace.imports;

import dev.hermes.model.Message;
import dev.hermes.spi.RefusedCell;
import dev.hermes.spi.TableRows;
import dev.hermes.spi.UnreadableTableException;
import dev.hermes.workspace.plugins.InstalledReader;
import dev.hermes.workspace.plugins.PluginFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A file that a plugin's adapter reads. */
final class AdapterSource implements RowSource {

    private static final int UNFIT = -1;

    private final InstalledReader reader;
    private final ReadRows read;
    private final List<String> columns;

    /**
     * Takes over a reader, and closes it where it is of no use.
     *
     * @param read
     *            is told how many rows there were
     */
    AdapterSource(InstalledReader reader, ReadRows read) throws IOException, SourceProblem {
        this.reader = reader;
        this.read = read;
        columns = reader.columns().stream().map(ColumnNames::ofTitle).toList();
        Set<String> seen = new HashSet<>();
        for (String name : columns) {
            if (!name.isEmpty() && !seen.add(name)) {
                reader.close();
                throw new SourceProblem(1,
                        Message.of("Two columns are called {0}. Maybe rename one in the row that names the columns.",
                                Quote.of(name)));
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
            if (rows == null) {
                return null;
            }
            RowBatch batch = batch(rows, wanted.length);
            read.add(batch.size());
            return batch;
        } catch (UnreadableTableException e) {
            throw new SourceProblem(Math.min(e.row(), Integer.MAX_VALUE), e.said());
        } catch (PluginFailure e) {
            throw new SourceProblem(1, e.said());
        }
    }

    /** All rows in their order, also those with cells that the adapter refuses. */
    private RowBatch batch(TableRows rows, int width) {
        SortedMap<Long, List<Reason>> refused = new TreeMap<>();
        for (RefusedCell cell : rows.refused()) {
            refused.computeIfAbsent(cell.row(), _ -> new ArrayList<>())
                    .add(Reason.ofColumn(cell.column() + 1, columns.get(cell.column()), "", cell.said()));
        }
        SortedMap<Long, Integer> places = new TreeMap<>();
        refused.keySet().forEach(row -> places.put(row, UNFIT));
        for (int i = 0; i < rows.size(); i++) {
            places.put(rows.row(i), i);
        }
        long[] lines = new long[places.size()];
        String[][] cells = new String[width][places.size()];
        Map<Integer, RowBatch.Unfit> unfit = new HashMap<>();
        int size = 0;
        for (Map.Entry<Long, Integer> row : places.entrySet()) {
            lines[size] = row.getKey();
            for (int column = 0; column < width; column++) {
                cells[column][size] = row.getValue() == UNFIT ? "" : rows.cells(column)[row.getValue()];
            }
            List<Reason> reasons = refused.getOrDefault(row.getKey(), List.of());
            if (!reasons.isEmpty()) {
                unfit.put(size, new RowBatch.Unfit(List.of(), reasons));
            }
            size++;
        }
        return new RowBatch(size, lines, cells, unfit);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
