package dev.hermes.spi;

import java.util.List;

/**
 * How a sheet of a workbook begins.
 *
 * @param name
 *            1 to 25 letters and digits, unlike that of every other sheet of the workbook
 * @param titled
 *            whether the first row holds the columns' titles, stays in sight and can be filtered by
 */
public record Sheet(String name, boolean titled, List<Column> columns) {

    /**
     * A column.
     *
     * @param width
     *            how many characters are to be seen
     */
    public record Column(String title, int width) {

        public Column {
            if (width < 1 || width > 255) {
                throw new IllegalArgumentException(
                        "The width (" + width + ") of the column '" + title + "' must be 1 to 255 characters.");
            }
        }
    }

    public Sheet {
        columns = List.copyOf(columns);
        if (!name.matches("[A-Za-z0-9]{1,25}")) {
            throw new IllegalArgumentException(
                    "The name of the sheet '" + name + "' must be 1 to 25 letters and digits.");
        }
    }
}
