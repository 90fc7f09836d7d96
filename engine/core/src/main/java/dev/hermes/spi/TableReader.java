package dev.hermes.spi;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a table, from the first to the last. Holds a bounded number of them. Of one thread. */
public interface TableReader extends AutoCloseable {

    /** The names of the columns, in the order of the file; empty for one without a name. Two names are never equal. */
    List<String> columns();

    /**
     * The next rows. Cells are text: numbers plain decimals without exponent, days {@code yyyy-MM-dd}, times
     * {@code yyyy-MM-dd HH:mm:ss}, {@code true} and {@code false}; empty where there is no value.
     *
     * @param wanted
     *            the places in {@link #columns} of the columns whose cells are handed over; the same in every call.
     *            Cells of other columns are refused for nothing that does not spoil the file.
     * @param most
     *            how many rows at most, those with refused cells included
     * @return null at the end
     * @throws UnreadableTableException
     *             where the file cannot be read on
     * @throws IOException
     *             where the bytes of the file cannot be had
     */
    @Nullable
    TableRows next(int[] wanted, int most) throws UnreadableTableException, IOException;

    /** Lets go of the file and of everything that was made to read it. Closing again does nothing. */
    @Override
    void close() throws IOException;
}
