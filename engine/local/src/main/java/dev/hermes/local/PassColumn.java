package dev.hermes.local;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One or more columns of a pass's result that make up one thing, read row after row. */
abstract sealed class PassColumn {

    private static final int CAPACITY = 1024;

    private final List<String> expressions;

    private PassColumn(List<String> expressions) {
        this.expressions = expressions;
    }

    /** What stands in the outer SELECT list. */
    List<String> expressions() {
        return expressions;
    }

    /** Reads row {@code index}, its first column being column {@code first} of the result. */
    abstract void read(ResultSet rows, int first, int index) throws SQLException;

    /** Counts; none is 0. */
    static final class Counts extends PassColumn {

        private long[] values = new long[CAPACITY];

        Counts(String expression) {
            super(List.of(expression));
        }

        @Override
        void read(ResultSet rows, int first, int index) throws SQLException {
            if (index == values.length) {
                values = Arrays.copyOf(values, 2 * index);
            }
            values[index] = rows.getLong(first);
        }

        long[] values(int size) {
            return Arrays.copyOf(values, size);
        }
    }

    /** Small whole numbers; -1 where there is none. */
    static final class Whole extends PassColumn {

        private int[] values = new int[CAPACITY];

        Whole(String expression) {
            super(List.of(expression));
        }

        @Override
        void read(ResultSet rows, int first, int index) throws SQLException {
            if (index == values.length) {
                values = Arrays.copyOf(values, 2 * index);
            }
            int value = rows.getInt(first);
            values[index] = rows.wasNull() ? -1 : value;
        }

        int[] values(int size) {
            return Arrays.copyOf(values, size);
        }
    }

    static final class Texts extends PassColumn {

        private @Nullable String[] values = new @Nullable String[CAPACITY];

        Texts(String expression) {
            super(List.of(expression));
        }

        @Override
        void read(ResultSet rows, int first, int index) throws SQLException {
            if (index == values.length) {
                values = Arrays.copyOf(values, 2 * index);
            }
            values[index] = rows.getString(first);
        }

        @Nullable
        String[] values(int size) {
            return Arrays.copyOf(values, size);
        }
    }

    /** Numbers that the database holds exactly, in one decimal or in three parts. */
    static final class Numbers extends PassColumn {

        private static final BigDecimal HIGH_PART = BigDecimal.TEN.pow(19);

        private final NumberCells cells = new NumberCells(CAPACITY);

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

        @Override
        void read(ResultSet rows, int first, int index) throws SQLException {
            cells.set(index, expressions().size() == 1 ? rows.getBigDecimal(first) : wide(rows, first));
        }

        private static @Nullable BigDecimal wide(ResultSet rows, int first) throws SQLException {
            Object high = rows.getObject(first);
            Object low = rows.getObject(first + 1);
            BigDecimal fraction = rows.getBigDecimal(first + 2);
            return high == null || low == null || fraction == null
                    ? null
                    : new BigDecimal((BigInteger) high).multiply(HIGH_PART).add(new BigDecimal((BigInteger) low))
                            .add(fraction);
        }

        NumberCells cells() {
            return cells;
        }
    }
}
