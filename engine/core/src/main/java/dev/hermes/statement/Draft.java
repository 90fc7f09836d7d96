package dev.hermes.statement;

import dev.hermes.spi.Cell;
import dev.hermes.spi.Sheet;
import dev.hermes.spi.WorkbookWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A sheet that is being laid out. Rows are counted from 1, the titles being the first; columns from 0. */
final class Draft {

    private final Sheet layout;
    private final List<List<Cell>> rows = new ArrayList<>();

    Draft(Sheet layout) {
        this.layout = layout;
    }

    static Sheet.Column column(String title, int width) {
        return new Sheet.Column(title, width);
    }

    /** Adds a row and returns its number. */
    int add(Cell... cells) {
        rows.add(new ArrayList<>(Arrays.asList(cells)));
        return rows.size() + (layout.titled() ? 1 : 0);
    }

    int heading(String... texts) {
        return add(Arrays.stream(texts).map(text -> Cell.text(text).as(Cell.Look.HEADING)).toArray(Cell[]::new));
    }

    void set(int row, int column, Cell cell) {
        List<Cell> cells = cells(row);
        while (cells.size() <= column) {
            cells.add(Cell.EMPTY);
        }
        cells.set(column, cell);
    }

    Cell get(int row, int column) {
        List<Cell> cells = cells(row);
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    private List<Cell> cells(int row) {
        return rows.get(row - (layout.titled() ? 2 : 1));
    }

    /** How formulas name a cell: {@code Rules!E7}. */
    String name(int row, int column) {
        return layout.name() + "!" + (char) ('A' + column) + row;
    }

    /** How formulas name some cells of one column. */
    String names(int first, int last, int column) {
        return name(first, column) + ":" + (char) ('A' + column) + last;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** How many of its cells compute. */
    int formulas() {
        return Math.toIntExact(rows.stream().flatMap(List::stream)
                .filter(cell -> cell.content() instanceof Cell.Formula).count());
    }

    void write(WorkbookWriter writer) throws IOException {
        writer.sheet(layout);
        for (List<Cell> row : rows) {
            writer.row(row.stream().map(this::local).toList());
        }
    }

    /** A cell whose formula names cells of this sheet without it. */
    private Cell local(Cell cell) {
        return cell.content() instanceof Cell.Formula formula
                ? new Cell(new Cell.Formula(withoutSheet(formula.formula()), formula.value()), cell.look())
                : cell;
    }

    private String withoutSheet(String formula) {
        StringBuilder text = new StringBuilder();
        String[] parts = formula.split("\"", -1);
        for (int k = 0; k < parts.length; k++) {
            // What lies between quotation marks is text.
            text.append(k == 0 ? "" : "\"").append(k % 2 == 0 ? parts[k].replace(layout.name() + "!", "") : parts[k]);
        }
        return text.toString();
    }
}
