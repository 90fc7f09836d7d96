package dev.hermes.spi;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes workbooks of one format, for people who go on with figures in a spreadsheet.
 *
 * <p>A plugin lists its exports in {@code META-INF/services/dev.hermes.spi.WorkbookExport}; each has a public constructor
 * without parameters. An export holds nothing of what it writes, and any number of threads may call it. Whatever it
 * throws besides the exceptions that are declared is told as a failure of the plugin, and no file is made.
 */
public interface WorkbookExport {

    /** How names of files of the format end, without the dot: small letters and digits. {@code csv} is taken. */
    String ending();

    /**
     * Begins a workbook.
     *
     * @param target
     *            takes the bytes; the caller closes it. Nothing need arrive there before {@link WorkbookWriter#finish}.
     * @throws IOException
     *             where something that is needed on the way cannot be written
     */
    WorkbookWriter open(OutputStream target) throws IOException;
}
