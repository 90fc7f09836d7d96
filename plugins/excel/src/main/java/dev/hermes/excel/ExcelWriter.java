package dev.hermes.excel;

import dev.hermes.spi.Cell;
import dev.hermes.spi.Sheet;
import dev.hermes.spi.WorkbookWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Writes a workbook through temporary files; a few rows are in memory. Of one thread. */
final class ExcelWriter implements WorkbookWriter {

    /** How many rows a sheet can have, its titles included. */
    static final int MOST_ROWS = 1_048_576;

    private static final int ROWS_IN_MEMORY = 100;
    /** Excel counts widths in 256ths of a digit. */
    private static final int WIDTH_UNIT = 256;

    private final OutputStream target;
    private final int mostRows;
    private final SXSSFWorkbook workbook = new SXSSFWorkbook(null, ROWS_IN_MEMORY, true);
    private final CellWriter cells = new CellWriter(workbook);
    private @Nullable Sheet layout;
    private @Nullable SXSSFSheet sheet;
    private int part;
    private int rows;

    /** A writer whose tables go on in a further sheet after so many rows. */
    ExcelWriter(OutputStream target, int mostRows) {
        this.target = target;
        this.mostRows = mostRows;
    }

    @Override
    public void sheet(Sheet next) throws IOException {
        endSheet();
        layout = next;
        part = 1;
        begin(next);
    }

    private void begin(Sheet next) {
        sheet = workbook.createSheet(part == 1 ? next.name() : next.name() + " " + part);
        rows = 0;
        for (int k = 0; k < next.columns().size(); k++) {
            sheet.setColumnWidth(k, next.columns().get(k).width() * WIDTH_UNIT);
        }
        if (next.titled()) {
            SXSSFRow titles = sheet.createRow(rows++);
            for (int k = 0; k < next.columns().size(); k++) {
                cells.write(Cell.text(next.columns().get(k).title()).as(Cell.Look.HEADING), titles, k);
            }
            sheet.createFreezePane(0, 1);
        }
    }

    /** The rows that can be filtered are known when all are there. */
    private void endSheet() throws IOException {
        if (sheet != null && layout != null) {
            if (layout.titled()) {
                sheet.setAutoFilter(new CellRangeAddress(0, rows - 1, 0, layout.columns().size() - 1));
            }
            sheet.flushRows();
        }
    }

    @Override
    public void row(List<Cell> row) throws IOException {
        if (layout == null) {
            throw new IllegalStateException("A row needs a sheet. Maybe begin one before.");
        }
        if (rows == mostRows) {
            endSheet();
            part++;
            begin(layout);
        }
        SXSSFRow written = current().createRow(rows++);
        for (int k = 0; k < row.size(); k++) {
            cells.write(row.get(k), written, k);
        }
    }

    private SXSSFSheet current() {
        if (sheet == null) {
            throw new IllegalStateException("No sheet was begun.");
        }
        return sheet;
    }

    @Override
    public void finish() throws IOException {
        endSheet();
        workbook.setForceFormulaRecalculation(cells.hasFormulas());
        workbook.write(target);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
