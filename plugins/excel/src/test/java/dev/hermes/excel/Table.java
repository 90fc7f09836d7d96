package dev.hermes.excel;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hermes.spi.AdapterOptionException;
import dev.hermes.spi.RefusedCell;
import dev.hermes.spi.TableReader;
import dev.hermes.spi.TableRows;
import dev.hermes.spi.TableSource;
import dev.hermes.spi.UnreadableTableException;
import dev.hermes.testkit.hostile.Xlsx;
import java.io.ByteArrayInputStream;
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
 * What was read of a workbook.
 *
 * @param rows
 *            each as its number and its cells: "2: Ada | 5"
 * @param refused
 *            each as its row, its column (from 0) and why
 */
record Table(List<String> columns, List<String> rows, List<String> refused) {

    private record Bytes(byte[] bytes) implements TableSource {

        @Override
        public String name() {
            return "sales.xlsx";
        }

        @Override
        public String path() {
            return "/tmp/sales.xlsx";
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    private record OfFile(Path file) implements TableSource {

        @Override
        public String name() {
            return file.getFileName().toString();
        }

        @Override
        public String path() {
            return file.toString();
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

    /** Reads all columns. */
    static Table read(byte[] workbook, String... options)
            throws AdapterOptionException, UnreadableTableException, IOException {
        SequencedMap<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            given.put(options[i], options[i + 1]);
        }
        return readAll(new Bytes(workbook), given);
    }

    /** Reads all columns of a file, of the first visible sheet. */
    static Table read(Path file) throws AdapterOptionException, UnreadableTableException, IOException {
        return readAll(new OfFile(file), new LinkedHashMap<>());
    }

    private static Table readAll(TableSource source, SequencedMap<String, String> options)
            throws AdapterOptionException, UnreadableTableException, IOException {
        try (TableReader reader = new ExcelAdapter().open(source, options)) {
            int[] all = IntStream.range(0, reader.columns().size()).toArray();
            return read(reader, all);
        }
    }

    /** Reads some columns. */
    static Table readColumns(byte[] workbook, int... wanted)
            throws AdapterOptionException, UnreadableTableException, IOException {
        try (TableReader reader = new ExcelAdapter().open(new Bytes(workbook), new LinkedHashMap<>())) {
            return read(reader, wanted);
        }
    }

    private static Table read(TableReader reader, int[] wanted) throws UnreadableTableException, IOException {
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

    /** Why a workbook cannot be read: its row and what is said. */
    static String unreadable(Xlsx workbook, String... options) {
        return unreadable(workbook.bytes(), options);
    }

    static String unreadable(byte[] workbook, String... options) {
        UnreadableTableException refused = catchThrowableOfType(UnreadableTableException.class,
                () -> read(workbook, options));
        if (refused == null) {
            throw new AssertionError("The workbook was read.");
        }
        return refused.row() + ": " + refused.said();
    }
}
