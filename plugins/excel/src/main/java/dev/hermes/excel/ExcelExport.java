package dev.hermes.excel;

import dev.hermes.spi.WorkbookExport;
import dev.hermes.spi.WorkbookWriter;
import java.io.OutputStream;

/**
 * Writes workbooks, rows going to temporary files as they come.
 *
 * <ul>
 * <li>A number is a number, with its fractional digits and with thousands apart. Excel keeps 15 digits: a number that
 * has more is a text on a yellow ground, so that no digit is lost unseen.
 * <li>A text is a text whatever it begins with; before {@code = + - @}, tab, carriage return and an apostrophe Excel is
 * told to show it as it is ({@code quotePrefix}), also when somebody edits the cell.
 * <li>Characters that XML does not know are escaped as the format has it ({@code _x0001_}). Of a text of more than 32,767
 * characters, the most that Excel takes, the end is cut off, and that is said in its place.
 * <li>A day before March 1900 is a text, for Excel counts a 29 February of that year.
 * <li>A table of more than 1,048,575 rows goes on in a sheet with the next number.
 * </ul>
 *
 * Thread-safe.
 */
public final class ExcelExport implements WorkbookExport {

    @Override
    public String ending() {
        return "xlsx";
    }

    @Override
    public WorkbookWriter open(OutputStream target) {
        return new ExcelWriter(target, ExcelWriter.MOST_ROWS);
    }
}
