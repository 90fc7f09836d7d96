package dev.hermes.excel;

import dev.hermes.spi.AdapterOption;
import dev.hermes.spi.AdapterOptionException;
import dev.hermes.spi.TableAdapter;
import dev.hermes.spi.TableReader;
import dev.hermes.spi.TableSource;
import dev.hermes.spi.UnreadableTableException;
import java.io.IOException;
import java.util.List;
import java.util.SequencedMap;

/**
 * Reads a sheet of a workbook as a table: one row names the columns, those below it hold data.
 *
 * <ul>
 * <li>A number is the decimal that Excel shows: at most 15 digits, so 0.30000000000000004, which a formula leaves for
 * 0.1 + 0.2, is 0.3. A whole number of more digits, such as a long id, is refused, for Excel itself loses them.
 * <li>A number with the format of a day is {@code yyyy-MM-dd}; of a day and a time {@code yyyy-MM-dd HH:mm:ss}; of a
 * time alone {@code HH:mm:ss}. Durations ({@code [h]:mm}) are numbers of days. Other formats change nothing: 5 % is
 * 0.05, and 7 shown as 007 is 7.
 * <li>A formula is the result that was stored with it. Errors such as #N/A, and formulas without a result, are refused.
 * <li>Merged cells within the table are refused, for it is not said of which rows their value holds.
 * <li>Hidden rows and columns are read as all others; a hidden sheet only where the mapping names it.
 * <li>Rows without any cell in the table's columns are passed over, and cells beside the table are not looked at.
 * </ul>
 *
 * Thread-safe.
 */
public final class ExcelAdapter implements TableAdapter {

    static final String SHEET = "sheet";
    static final String RANGE = "range";

    @Override
    public String format() {
        return "excel";
    }

    @Override
    public boolean isSelfContained() {
        return true;
    }

    @Override
    public List<AdapterOption> options() {
        return List.of(
                new AdapterOption(SHEET, "The name of the sheet; the first visible one unless given."),
                new AdapterOption(RANGE, "The cells of the table, such as A3:F or B2:H500, of which the first row "
                        + "names the columns; from the first row that is not empty unless given."));
    }

    @Override
    public TableReader open(TableSource source, SequencedMap<String, String> options)
            throws AdapterOptionException, UnreadableTableException, IOException {
        String range = options.get(RANGE);
        CellRange cells = range == null ? null : CellRange.ofOption(range);
        Workbook workbook = Workbook.open(source);
        try {
            SheetReader sheet = workbook.sheet(options.get(SHEET));
            try {
                return new ExcelTable(workbook, sheet, cells);
            } catch (UnreadableTableException | RuntimeException e) {
                sheet.close();
                throw e;
            }
        } catch (AdapterOptionException | UnreadableTableException | IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }
}
