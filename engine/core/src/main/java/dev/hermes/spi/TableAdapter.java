package dev.hermes.spi;

import java.io.IOException;
import java.util.List;
import java.util.SequencedMap;

/**
 * Reads tables from files of one format. A mapping names the format and gives the options:
 * {@code format: {excel: {sheet: Sales}}}.
 *
 * <p>A plugin lists its adapters in {@code META-INF/services/dev.hermes.spi.TableAdapter}; each has a public constructor
 * without parameters. An adapter holds nothing of what it reads, and any number of threads may call it. Whatever it
 * throws besides the exceptions that are declared is told as a failure of the plugin, and nothing is brought in.
 *
 * <p>Where the user wants the work to end, the thread that calls an adapter or its reader is interrupted: the call then
 * ends soon, in whatever way; nobody looks at what it returns or throws.
 */
public interface TableAdapter {

    /**
     * The word under {@code format:} in a mapping: a small letter, then letters and digits, 64 at most. {@code csv} and
     * {@code parquet} are taken.
     */
    String format();

    /** What a mapping may say about the format. Other options are refused before {@link #open} is called. */
    List<AdapterOption> options();

    /**
     * Whether a file of this format is a program. Then {@link #open} is called only with one that the user has trusted,
     * byte by byte, and the source gives exactly these bytes.
     */
    default boolean runsItsFile() {
        return false;
    }

    /**
     * Whether all rows are in the file itself, so that the same bytes always give the same rows. Then a file that has not
     * changed since it was brought in is not read again.
     */
    default boolean isSelfContained() {
        return false;
    }

    /**
     * Opens a file and finds its columns. Where this throws, everything is closed again.
     *
     * @param source
     *            the file; of use until the table is closed
     * @param options
     *            the options that the mapping gives, by their names, as text in the mapping's order
     * @throws AdapterOptionException
     *             where the value of an option is wrong
     * @throws UnreadableTableException
     *             where the file is not of the format, or does not hold what the options ask for
     * @throws IOException
     *             where the bytes of the file cannot be had
     */
    TableReader open(TableSource source, SequencedMap<String, String> options)
            throws AdapterOptionException, UnreadableTableException, IOException;
}
