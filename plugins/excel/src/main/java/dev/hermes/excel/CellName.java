package dev.hermes.excel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cell by its name, such as AB12.
 *
 * @param column
 *            from 1
 * @param row
 *            from 1
 */
record CellName(int column, int row) {

    static final int LAST_COLUMN = 16_384;
    static final int LAST_ROW = 1_048_576;
    private static final Pattern NAME = Pattern.compile("([A-Z]{1,3})([1-9][0-9]{0,6})");

    /** Null where the text is no name of a cell of a sheet. */
    static @Nullable CellName parse(String text) {
        Matcher matcher = NAME.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        CellName name = new CellName(column(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        return name.column > LAST_COLUMN || name.row > LAST_ROW ? null : name;
    }

    /** The number of a column from its letters. */
    static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column;
    }

    @Override
    public String toString() {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.append((char) ('A' + (rest - 1) % 26));
        }
        return letters.reverse().append(row).toString();
    }
}
