package dev.hermes.local;

import java.math.BigDecimal;
import java.util.List;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/** One or more columns of a pass's result that make up one thing, read chunk after chunk. */
abstract sealed class PassColumn {

    private final List<String> expressions;

    private PassColumn(List<String> expressions) {
        this.expressions = expressions;
    }

    /** What stands in the outer SELECT list. */
    List<String> expressions() {
        return expressions;
    }

    /** Makes room for all rows of the result. */
    abstract void allocate(int size);

    /** Reads a chunk, whose first row is row {@code from} of the result; {@code first} is its own first column. */
    abstract void read(DuckDBDataChunkReader chunk, int first, int from);

    /** Counts; none is 0. */
    static final class Counts extends PassColumn {

        private long[] values = new long[0];

        Counts(String expression) {
            super(List.of(expression));
        }

        @Override
        void allocate(int size) {
            values = new long[size];
        }

        @Override
        void read(DuckDBDataChunkReader chunk, int first, int from) {
            DuckDBReadableVector vector = chunk.vector(first);
            for (int i = 0; i < chunk.rowCount(); i++) {
                values[from + i] = vector.getLong(i, 0);
            }
        }

        long[] values() {
            return values;
        }
    }

    /** Small whole numbers; -1 where there is none. */
    static final class Whole extends PassColumn {

        private int[] values = new int[0];

        Whole(String expression) {
            super(List.of(expression));
        }

        @Override
        void allocate(int size) {
            values = new int[size];
        }

        @Override
        void read(DuckDBDataChunkReader chunk, int first, int from) {
            DuckDBReadableVector vector = chunk.vector(first);
            for (int i = 0; i < chunk.rowCount(); i++) {
                values[from + i] = vector.getInt(i, -1);
            }
        }

        int[] values() {
            return values;
        }
    }

    static final class Texts extends PassColumn {

        private @Nullable String[] values = new @Nullable String[0];

        Texts(String expression) {
            super(List.of(expression));
        }

        @Override
        void allocate(int size) {
            values = new @Nullable String[size];
        }

        @Override
        void read(DuckDBDataChunkReader chunk, int first, int from) {
            DuckDBReadableVector vector = chunk.vector(first);
            for (int i = 0; i < chunk.rowCount(); i++) {
                values[from + i] = vector.isNull(i) ? null : vector.getString(i);
            }
        }

        @Nullable
        String[] values() {
            return values;
        }
    }

    /**
     * Numbers that the database holds exactly: in one decimal; in one of 18 digits, which is read ten times faster, and
     * one for those that have more; or in three parts.
     */
    static final class Numbers extends PassColumn {

        private static final int NARROW = 18;
        private static final BigDecimal HIGH_PART = BigDecimal.TEN.pow(19);

        private NumberCells cells = new NumberCells(0);

        Numbers(List<String> expressions) {
            super(expressions);
        }

        /**
         * The aggregates that sum values of up to 38 digits: the integer parts in two halves, at 10<sup>19</sup>, and
         * the fractions. None of the three can pass 38 digits, so only the result is checked.
         */
        static List<String> wideSum(String value) {
            String whole = "CAST(trunc(" + value + ") AS HUGEINT)";
            String half = " 10000000000000000000::HUGEINT";
            return List.of("sum(" + whole + " //" + half + ")", "sum(" + whole + " %" + half + ")",
                    "sum(CAST(" + value + " - trunc(" + value + ") AS DECIMAL(18,12)))");
        }

        /** A number of up to 38 digits, most of which have at most 18. */
        static List<String> mostlyNarrow(String number, int scale) {
            String narrow = "TRY_CAST(" + number + " AS " + Sql.decimalType(NARROW, scale) + ")";
            return List.of(narrow, "CASE WHEN " + narrow + " IS NULL THEN " + number + " END");
        }

        @Override
        void allocate(int size) {
            cells = new NumberCells(size);
        }

        @Override
        void read(DuckDBDataChunkReader chunk, int first, int from) {
            for (int i = 0; i < chunk.rowCount(); i++) {
                cells.set(from + i, number(chunk, first, i));
            }
        }

        private @Nullable BigDecimal number(DuckDBDataChunkReader chunk, int first, int row) {
            DuckDBReadableVector vector = chunk.vector(first);
            if (expressions().size() == 2 && vector.isNull(row)) {
                vector = chunk.vector(first + 1);
            }
            if (vector.isNull(row)) {
                return null;
            }
            return expressions().size() <= 2
                    ? vector.getBigDecimal(row)
                    : new BigDecimal(vector.getHugeInt(row)).multiply(HIGH_PART)
                            .add(new BigDecimal(chunk.vector(first + 1).getHugeInt(row)))
                            .add(chunk.vector(first + 2).getBigDecimal(row));
        }

        NumberCells cells() {
            return cells;
        }
    }
}
