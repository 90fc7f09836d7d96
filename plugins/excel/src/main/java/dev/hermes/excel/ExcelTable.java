package dev.hermes.excel;

import dev.hermes.model.Message;
import dev.hermes.spi.BadCellException;
import dev.hermes.spi.RefusedCell;
import dev.hermes.spi.TableReader;
import dev.hermes.spi.TableRows;
import dev.hermes.spi.UnreadableTableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of a sheet. Of one thread. */
final class ExcelTable implements TableReader {

    /** Where texts are long, fewer rows are handed over at a time. */
    private static final int MOST_CHARACTERS = 16 << 20;

    private final Workbook workbook;
    private final SheetReader sheet;
    private final Days days;
    private final CellRange range;
    private final List<String> columns = new ArrayList<>();
    private boolean ended;

    /**
     * Takes over a sheet that nothing was read of, and reads the names of the columns.
     *
     * @param given
     *            the cells of the table; null: all from the first row that is not empty
     */
    ExcelTable(Workbook workbook, SheetReader sheet, @Nullable CellRange given) throws UnreadableTableException {
        this.workbook = workbook;
        this.sheet = sheet;
        days = workbook.days();
        List<Cell> header = header(given);
        range = given != null
                ? given
                : new CellRange(header.getFirst().column(), sheet.row(), header.getLast().column(), CellName.LAST_ROW);
        int next = range.firstColumn();
        for (Cell cell : header) {
            for (; next < cell.column(); next++) {
                columns.add("");
            }
            columns.add(name(cell));
            next++;
        }
        if (given != null) {
            for (; next <= given.lastColumn(); next++) {
                columns.add("");
            }
        }
    }

    private List<Cell> header(@Nullable CellRange given) throws UnreadableTableException {
        List<Cell> cells = sheet.next();
        while (cells != null && (given == null ? cells.isEmpty() : sheet.row() < given.firstRow())) {
            cells = sheet.next();
        }
        if (given != null && cells != null) {
            cells = sheet.row() == given.firstRow() ? within(given, cells) : List.of();
        }
        if (cells == null || cells.isEmpty()) {
            int row = given == null ? 1 : given.firstRow();
            throw new UnreadableTableException(row, given == null ? Message.of("The sheet is empty. Maybe name "
                    + "another one in the option sheet of the mapping.")
                    : Message.of(
                            "Row {0} of the sheet names no column. Maybe another range: its first row holds the names.",
                            row));
        }
        return cells;
    }

    private static List<Cell> within(CellRange range, List<Cell> cells) {
        return cells.stream().filter(cell -> range.hasColumn(cell.column())).toList();
    }

    private String name(Cell cell) throws UnreadableTableException {
        try {
            return cell.text(days).strip();
        } catch (BadCellException e) {
            throw new UnreadableTableException(sheet.row(), Message.of("The column at {0} has no name: {1}",
                    new CellName(cell.column(), sheet.row()), e.said()));
        }
    }

    @Override
    public List<String> columns() {
        return List.copyOf(columns);
    }

    @Override
    public @Nullable TableRows next(int[] wanted, int most) throws UnreadableTableException {
        List<String[]> texts = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        List<RefusedCell> refused = new ArrayList<>();
        int[] places = places(wanted);
        int read = 0;
        int characters = 0;
        while (read < most && characters < MOST_CHARACTERS && !ended) {
            List<Cell> cells = nextRow();
            if (cells != null && !cells.isEmpty()) {
                read++;
                int before = refused.size();
                String[] row = texts(cells, places, wanted.length, refused);
                if (refused.size() == before) {
                    texts.add(row);
                    numbers.add(sheet.row());
                    characters += Arrays.stream(row).mapToInt(String::length).sum();
                }
            }
        }
        return read == 0 ? null : rows(numbers, texts, wanted.length, refused);
    }

    /** For each column of the table the place of its cells among those that are handed over; -1 for none. */
    private int[] places(int[] wanted) {
        int[] places = new int[columns.size()];
        Arrays.fill(places, -1);
        for (int i = 0; i < wanted.length; i++) {
            places[wanted[i]] = i;
        }
        return places;
    }

    /** The cells of the next row that are in the table; null at its end. */
    private @Nullable List<Cell> nextRow() throws UnreadableTableException {
        List<Cell> cells = sheet.next();
        if (cells != null && sheet.row() <= range.lastRow()) {
            return within(range, cells);
        }
        ended = true;
        CellRange merged = sheet.mergedWithin(range);
        if (merged != null) {
            throw new UnreadableTableException(merged.firstRow(), Message.of("The cells {0} are merged, and of "
                    + "which rows or columns their value holds is not said. Maybe unmerge them and fill each cell.",
                    merged));
        }
        return null;
    }

    private String[] texts(List<Cell> cells, int[] places, int width, List<RefusedCell> refused) {
        String[] texts = new String[width];
        Arrays.fill(texts, "");
        for (Cell cell : cells) {
            int column = cell.column() - range.firstColumn();
            if (places[column] >= 0) {
                try {
                    texts[places[column]] = cell.text(days);
                } catch (BadCellException e) {
                    refused.add(
                            new RefusedCell(sheet.row(), column,
                                    e.saidOf(new CellName(cell.column(), sheet.row()).toString())));
                }
            }
        }
        return texts;
    }

    private static TableRows rows(List<Integer> numbers, List<String[]> texts, int width, List<RefusedCell> refused) {
        String[][] cells = new String[width][texts.size()];
        for (int row = 0; row < texts.size(); row++) {
            for (int place = 0; place < width; place++) {
                cells[place][row] = texts.get(row)[place];
            }
        }
        return new TableRows(numbers.stream().mapToLong(Integer::longValue).toArray(), cells, refused);
    }

    @Override
    public void close() throws IOException {
        try (workbook) {
            sheet.close();
        }
    }
}
