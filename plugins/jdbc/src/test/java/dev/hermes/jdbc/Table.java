package dev.hermes.jdbc;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hermes.spi.AdapterOptionException;
import dev.hermes.spi.RefusedCell;
import dev.hermes.spi.TableAdapter;
import dev.hermes.spi.TableReader;
import dev.hermes.spi.TableRows;
import dev.hermes.spi.TableSource;
import dev.hermes.spi.UnreadableTableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/**
 * What was read of a query.
 *
 * @param rows
 *            each as its number and its cells: "2: Ada | 5"
 * @param refused
 *            each as its row, its column (from 0) and why
 */
record Table(List<String> columns, List<String> rows, List<String> refused) {

    /** A file where it lies. */
    record Source(Path file) implements TableSource {

        @Override
        public String name() {
            return file.getFileName().toString();
        }

        @Override
        public String path() {
            return file.toAbsolutePath().toString();
        }

        @Override
        public long size() throws IOException {
            return Files.size(file);
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }

    static SequencedMap<String, String> options(String query, String... others) {
        SequencedMap<String, String> options = new LinkedHashMap<>();
        options.put("query", query);
        for (int i = 0; i < others.length; i += 2) {
            options.put(others[i], others[i + 1]);
        }
        return options;
    }

    /** Reads all columns of a query, three rows at a time. */
    static Table read(TableAdapter adapter, Path file, String query, String... options)
            throws AdapterOptionException, UnreadableTableException, IOException {
        try (TableReader reader = adapter.open(new Source(file), options(query, options))) {
            return read(reader, IntStream.range(0, reader.columns().size()).toArray());
        }
    }

    static Table read(TableReader reader, int... wanted) throws UnreadableTableException, IOException {
        Table table = new Table(reader.columns(), new ArrayList<>(), new ArrayList<>());
        TableRows batch = reader.next(wanted, 3);
        while (batch != null) {
            for (int row = 0; row < batch.size(); row++) {
                List<String> cells = new ArrayList<>();
                for (int place = 0; place < wanted.length; place++) {
                    cells.add(batch.cells(place)[row]);
                }
                table.rows.add(batch.row(row) + ": " + String.join(" | ", cells));
            }
            for (RefusedCell cell : batch.refused()) {
                table.refused.add(cell.row() + ":" + cell.column() + ": " + cell.said());
            }
            batch = reader.next(wanted, 3);
        }
        return table;
    }

    /** Why a query is refused. */
    static String refused(TableAdapter adapter, Path file, String query, String... options) {
        AdapterOptionException refused = catchThrowableOfType(AdapterOptionException.class,
                () -> read(adapter, file, query, options));
        if (refused == null) {
            throw new AssertionError("The query was executed: " + query);
        }
        return refused.option() + ": " + refused.said();
    }

    /** Why a table cannot be read: its row and what is said. */
    static String unreadable(TableAdapter adapter, Path file, String query, String... options) {
        UnreadableTableException unreadable = catchThrowableOfType(UnreadableTableException.class,
                () -> read(adapter, file, query, options));
        if (unreadable == null) {
            throw new AssertionError("The table was read: " + query);
        }
        return unreadable.row() + ": " + unreadable.said();
    }
}
