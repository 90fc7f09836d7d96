package dev.hermes.spi;

import java.io.IOException;
import java.util.List;

/** Writes a workbook from its first sheet to its last. Holds a bounded number of rows. Of one thread. */
public interface WorkbookWriter extends AutoCloseable {

    /**
     * Begins the next sheet; no rows are added to those before. Of a sheet with titles the first row holds them.
     *
     * @throws IOException
     *             where the bytes cannot be written
     */
    void sheet(Sheet sheet) throws IOException;

    /**
     * Adds the next row to the sheet that was begun last. Where the format holds no more rows in one sheet, the table
     * goes on in a further one, with its titles again.
     *
     * @param cells
     *            from the first column on; those that are not given are empty
     * @throws IOException
     *             where the bytes cannot be written
     */
    void row(List<Cell> cells) throws IOException;

    /**
     * Hands over all of the workbook.
     *
     * @throws IOException
     *             where the bytes cannot be written
     */
    void finish() throws IOException;

    /** Lets go of everything that was made to write it, finished or not. Closing again does nothing. */
    @Override
    void close() throws IOException;
}
