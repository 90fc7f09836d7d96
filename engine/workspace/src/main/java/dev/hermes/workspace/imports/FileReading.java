package dev.hermes.workspace.imports;

import dev.hermes.column.BooleanColumn;
import dev.hermes.model.Failure;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a file from its first row to its last, and leaves out the rows that the mapping does not want. Of one thread. */
final class FileReading {

    private final RowSource source;
    private final MappedFields fields;
    private final Row row;
    private final ImportListener listener;
    private long read;
    private long leftOut;

    FileReading(RowSource source, MappedFields fields, Row row, ImportListener listener) {
        this.source = source;
        this.fields = fields;
        this.row = row;
        this.listener = listener;
    }

    /** Takes the row at hand. */
    @FunctionalInterface
    interface Taker {
        void take(Row row) throws IOException;
    }

    void each(Taker taker) throws IOException, SourceProblem {
        int[] wanted = fields.wanted();
        RowBatch batch = source.next(wanted);
        while (batch != null) {
            fields.start(batch);
            BooleanColumn kept = kept(batch);
            for (int i = 0; i < batch.size(); i++) {
                row.moveTo(i, batch.line(i));
                if (isKept(kept, i)) {
                    taker.take(row);
                }
            }
            read += batch.read();
            listener.read(read);
            batch = source.next(wanted);
        }
    }

    private @Nullable BooleanColumn kept(RowBatch batch) {
        RowFormula where = fields.where();
        return where == null ? null : (BooleanColumn) where.evaluate(batch);
    }

    private boolean isKept(@Nullable BooleanColumn kept, int index) {
        if (kept == null) {
            return true;
        }
        Failure failure = kept.failure(index);
        if (failure != null) {
            row.refuse("Whether the row is wanted cannot be decided: " + failure.text()
                    + ". Maybe let where test for this first.");
            return false;
        }
        if (!kept.get(index)) {
            leftOut++;
        }
        return kept.get(index);
    }

    /** How many rows the file has, as far as it was read. */
    long read() {
        return read;
    }

    /** How many of them the mapping's condition has left out. */
    long leftOut() {
        return leftOut;
    }
}
