package dev.hermes.workspace.imports;

import java.io.IOException;
import java.util.List;

/** Takes the rows that are not brought in. Of one thread; to be closed. */
interface RefusedRows extends AutoCloseable {

    /**
     * Takes a row.
     *
     * @param cells
     *            the cells of the row as they are written
     */
    void add(long line, List<Reason> reasons, List<String> cells) throws IOException;

    /** How many rows these are. */
    long count();

    @Override
    void close() throws IOException;
}
