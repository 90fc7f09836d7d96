package dev.hermes.workspace.imports;

import dev.hermes.column.BooleanColumn;
import dev.hermes.model.Failure;
import dev.hermes.model.Message;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file from its first row to its last, leaves out the rows that the mapping does not want, and hands the ones
 * that are refused to the rejects. Of one thread.
 */
final class FileReading {

    private final RowSource source;
    private final MappedFields fields;
    private final ReadColumns columns;
    private final Row row;
    private final RefusedRows rejects;
    private long read;
    private long leftOut;

    FileReading(RowSource source, MappedFields fields, ReadColumns columns, Row row, RefusedRows rejects) {
        this.source = source;
        this.fields = fields;
        this.columns = columns;
        this.row = row;
        this.rejects = rejects;
    }

    /** Takes rows; those in which it refuses something are rejected. */
    interface Taker {

        /** Called before the rows of each batch. */
        default void startBatch(RowBatch batch) {
            // Nothing needs to be known of rows before they come.
        }

        /** Takes the row at hand. */
        void take(Row row) throws IOException;

        /** Called after the rows of each batch: what is refused of these besides, by their lines. */
        default List<LateReason> finishBatch() {
            return List.of();
        }
    }

    /** Why a row is refused that was taken before. */
    record LateReason(long line, Reason reason) {}

    /** Reads all rows. */
    void each(ImportListener listener, Taker taker) throws IOException, SourceProblem {
        each(false, listener, taker);
    }

    /** Reads all rows once more: those that are no rows, and those that cannot be decided on, were refused already. */
    void eachAgain(Taker taker) throws IOException, SourceProblem {
        each(true, ImportListener.NONE, taker);
    }

    private void each(boolean again, ImportListener listener, Taker taker) throws IOException, SourceProblem {
        RowBatch batch = source.next(columns.wanted());
        while (batch != null) {
            fields.start(batch);
            taker.startBatch(batch);
            BooleanColumn kept = kept(batch);
            SortedMap<Integer, List<Reason>> refused = new TreeMap<>();
            for (int i = 0; i < batch.size(); i++) {
                row.moveTo(i, batch.line(i));
                boolean wanted = isFit(batch.reasons(i)) && isKept(kept, i);
                if (again) {
                    row.forgive();
                }
                if (wanted) {
                    taker.take(row);
                }
                if (row.isBad()) {
                    refused.put(i, row.reasons());
                }
            }
            addLate(batch, taker.finishBatch(), refused);
            for (Map.Entry<Integer, List<Reason>> one : refused.entrySet()) {
                int i = one.getKey();
                rejects.add(batch.line(i), one.getValue(), batch.written(i, columns.places()));
            }
            read += batch.size();
            listener.read(read);
            batch = source.next(columns.wanted());
        }
    }

    private static void addLate(RowBatch batch, List<LateReason> late, SortedMap<Integer, List<Reason>> refused) {
        if (late.isEmpty()) {
            return;
        }
        Map<Long, Integer> places = IntStream.range(0, batch.size()).boxed()
                .collect(Collectors.toMap(batch::line, place -> place, (first, _) -> first));
        late.forEach(one -> refused.put(places.get(one.line()), List.of(one.reason())));
    }

    private boolean isFit(List<Reason> reasons) {
        reasons.forEach(row::refuse);
        return reasons.isEmpty();
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
            row.refuse(Message.of("Whether the row is wanted cannot be decided: {0}", failure.said()),
                    Message.of("Maybe let where test for this first."));
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
