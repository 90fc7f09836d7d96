package dev.hermes.workspace.imports;

import dev.hermes.workspace.ImportWriter;
import java.io.IOException;

/** Makes rows of the workspace from rows of a file. Of one thread. */
@FunctionalInterface
interface RowMaker extends AutoCloseable {

    /** Writes the row at hand, unless something in it is bad. */
    void write(Row row, ImportWriter writer) throws IOException;

    /** Called after the last row, if none was bad. */
    default void finish(ImportWriter writer) throws IOException, SourceProblem {
        // Rows of tables are complete as they are.
    }

    @Override
    default void close() throws IOException {
        // Tables are the writer's to close.
    }
}
