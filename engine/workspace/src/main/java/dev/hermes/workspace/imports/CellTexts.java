package dev.hermes.workspace.imports;

import dev.hermes.column.Column;
import dev.hermes.model.Failure;
import dev.hermes.model.Location;
import dev.hermes.model.Message;
import dev.hermes.spi.BadCellException;
import org.jspecify.annotations.Nullable;

/** Where the texts of a field come from: a column, a constant or a formula. Of one thread. */
sealed interface CellTexts {

    /** Takes the next rows. */
    void start(RowBatch batch);

    /** The text in the row at hand, without white space around it; empty where there is no value. */
    String text(Row row) throws BadCellException;

    /** Whether the texts of these rows are known to be of visible characters of ASCII alone. */
    default boolean isPlain() {
        return false;
    }

    /** Reports what is wrong with the field in the row at hand. */
    void refuse(Row row, String field, @Nullable Location mapped, Message message);

    /** A column of the file. */
    final class OfColumn implements CellTexts {

        private final String column;
        private final int number;
        private final int place;
        private String[] cells = {};
        private boolean isPlain;

        /**
         * @param number
         *            the column's number in the file, from 1
         * @param place
         *            the column's place in the batches
         */
        OfColumn(String column, int number, int place) {
            this.column = column;
            this.number = number;
            this.place = place;
        }

        @Override
        public void start(RowBatch batch) {
            cells = batch.cells(place);
            isPlain = batch.isPlain(place);
        }

        @Override
        public boolean isPlain() {
            return isPlain;
        }

        @Override
        public String text(Row row) {
            return cells[row.index()];
        }

        @Override
        public void refuse(Row row, String field, @Nullable Location mapped, Message message) {
            row.refuse(Reason.ofColumn(number, column, text(row), message));
        }
    }

    /** The same text in every row. */
    final class Constant implements CellTexts {

        private final String text;
        private boolean refused;

        Constant(String text) {
            this.text = text.strip();
        }

        @Override
        public void start(RowBatch batch) {
            // Nothing in a batch changes it.
        }

        @Override
        public String text(Row row) {
            return text;
        }

        @Override
        public void refuse(Row row, String field, @Nullable Location mapped, Message message) {
            if (refused) {
                row.markBad();
            } else {
                // Said once, at its place in the mapping, not for every row.
                row.refuseAll("field " + field, mapped, message);
                refused = true;
            }
        }
    }

    /** A formula over the columns of the file. */
    final class Computed implements CellTexts {

        private final RowFormula formula;
        private @Nullable Column values;

        Computed(RowFormula formula) {
            this.formula = formula;
        }

        @Override
        public void start(RowBatch batch) {
            values = formula.evaluate(batch);
        }

        @Override
        public String text(Row row) throws BadCellException {
            Column current = values;
            if (current == null) {
                throw new IllegalStateException("No rows were given to the formula.");
            }
            Failure failure = current.failure(row.index());
            if (failure != null) {
                throw new BadCellException(Message.of("The formula fails: {0}", failure.said()),
                        Message.of("Maybe use orElse or a condition."));
            }
            return current.isMissing(row.index()) ? "" : current.text(row.index()).strip();
        }

        @Override
        public void refuse(Row row, String field, @Nullable Location mapped, Message message) {
            row.refuse(Reason.ofField(field, message));
        }
    }
}
