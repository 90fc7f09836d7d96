package dev.hermes.app.terminal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of text whose columns stand below each other, also where they hold Chinese. Cells are cut where a column would
 * become too wide; what they hold cannot reach the terminal as a control character. Of one thread.
 */
public final class TextTable {

    private static final int INDENT = 2;
    private static final String GAP = "  ";

    private final int indent;
    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private @Nullable List<String> header;

    private record Column(boolean right, int widest) {}

    /** A table without columns yet. */
    public TextTable() {
        this(INDENT);
    }

    /** A table that stands so many columns from the left. */
    public TextTable(int indent) {
        this.indent = indent;
    }

    /** Adds a column of texts. */
    public TextTable text(int widest) {
        columns.add(new Column(false, widest));
        return this;
    }

    /** Adds a column of numbers, whose last digits stand below each other. */
    public TextTable number() {
        columns.add(new Column(true, Integer.MAX_VALUE));
        return this;
    }

    /** Sets what stands above the columns. */
    public TextTable header(String... titles) {
        header = cells(titles);
        return this;
    }

    /** Adds a row; a cell for each column. */
    public TextTable row(String... cells) {
        rows.add(cells(cells));
        return this;
    }

    private List<String> cells(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "The row has " + cells.length + " cells and the table " + columns.size() + " columns.");
        }
        List<String> cut = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            cut.add(TextWidth.cut(Printable.line(cells[i]), columns.get(i).widest()));
        }
        return cut;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The header as it is to be printed; null where there is none. */
    public @Nullable String header() {
        return header == null ? null : line(header, widths());
    }

    /** The rows as they are to be printed. */
    public List<String> lines() {
        int[] widths = widths();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private int[] widths() {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = header == null ? 0 : TextWidth.of(header.get(i));
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], TextWidth.of(row.get(i)));
            }
        }
        return widths;
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder(" ".repeat(indent));
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] == 0) {
                continue;
            }
            String padding = " ".repeat(widths[i] - TextWidth.of(row.get(i)));
            line.append(columns.get(i).right() ? padding + row.get(i) : row.get(i) + padding).append(GAP);
        }
        return line.toString().stripTrailing();
    }
}
