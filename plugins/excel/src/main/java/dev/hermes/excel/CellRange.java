package dev.hermes.excel;

import dev.hermes.model.Message;
import dev.hermes.spi.AdapterOptionException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cells from one corner to the other; both belong to it. */
record CellRange(int firstColumn, int firstRow, int lastColumn, int lastRow) {

    private static final Pattern OPTION = Pattern.compile("([A-Z]{1,3}[0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})?");

    /** Reads the option of a mapping: {@code B2:H500}, or {@code A3:F} where the rows go on to the end of the sheet. */
    static CellRange ofOption(String text) throws AdapterOptionException {
        Matcher matcher = OPTION.matcher(text.toUpperCase(Locale.ROOT));
        if (matcher.matches()) {
            String lastRow = matcher.group(3);
            CellName first = CellName.parse(matcher.group(1));
            CellName last = CellName.parse(matcher.group(2) + (lastRow == null ? CellName.LAST_ROW : lastRow));
            if (first != null && last != null && first.column() <= last.column() && first.row() <= last.row()) {
                return new CellRange(first.column(), first.row(), last.column(), last.row());
            }
        }
        throw new AdapterOptionException(ExcelAdapter.RANGE, Message.of("The range '{0}' must go from the upper "
                + "left cell to the lower right one, or to the last column alone. Maybe A3:F or B2:H500.", text));
    }

    /** Reads what a sheet says of merged cells; null where that is no range. */
    static @Nullable CellRange ofReference(String text) {
        int colon = text.indexOf(':');
        CellName first = CellName.parse(colon < 0 ? text : text.substring(0, colon));
        CellName last = colon < 0 ? first : CellName.parse(text.substring(colon + 1));
        return first == null || last == null
                ? null
                : new CellRange(first.column(), first.row(), last.column(), last.row());
    }

    boolean hasColumn(int column) {
        return firstColumn <= column && column <= lastColumn;
    }

    boolean meets(CellRange other) {
        return firstColumn <= other.lastColumn && other.firstColumn <= lastColumn && firstRow <= other.lastRow
                && other.firstRow <= lastRow;
    }

    @Override
    public String toString() {
        return new CellName(firstColumn, firstRow) + ":" + new CellName(lastColumn, lastRow);
    }
}
