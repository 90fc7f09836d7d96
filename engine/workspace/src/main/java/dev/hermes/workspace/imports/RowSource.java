package dev.hermes.workspace.imports;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file, in order. Of one thread. */
interface RowSource extends AutoCloseable {

    /** The names of the columns, in the order of the file; empty for one without a name. */
    List<String> columns();

    /**
     * The next rows.
     *
     * @param wanted
     *            the places in {@link #columns} of those whose cells are handed over
     * @return null at the end
     * @throws SourceProblem
     *             where the file cannot be read on
     */
    @Nullable
    RowBatch next(int[] wanted) throws IOException, SourceProblem;

    @Override
    void close() throws IOException;
}
