package dev.hermes.workspace.imports;

import dev.hermes.workspace.ImportWriter;
import dev.hermes.workspace.RowWriter;
import java.io.IOException;

/** Makes rows of the workspace from rows of a file. Of one thread. */
@FunctionalInterface
interface RowMaker extends AutoCloseable {

    /** Writes the row at hand, unless something in it is bad. */
    void write(Row row, RowWriter writer) throws IOException;

    /** Called after the last row, unless a bad one was enough: refuses those that do not go with others. */
    default void compare(RowWriter writer) throws IOException, SourceProblem {
        // Tables say at once which of their rows do not.
    }

    /** Called after that where rows are brought in, if what was refused is not enough for all to be refused. */
    default void finish(ImportWriter writer) throws IOException {
        // Rows of tables are complete as they are.
    }

    @Override
    default void close() throws IOException {
        // Tables are the writer's to close.
    }
}
