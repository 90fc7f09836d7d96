package dev.hermes.local;

import com.dynatrace.hash4j.hashing.Hasher64;
import dev.hermes.decimal.Decimal;
import dev.hermes.model.Dataset;
import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of one column, laid out as Arrow has them. Of one thread at a time. */
abstract sealed class FactVector {

    /** What Arrow calls the type of the lines. */
    static final String LINES = "l";

    private final byte[] present;
    private int size;
    private int missing;

    private FactVector(int rows) {
        present = bits(rows);
    }

    /** An empty one for so many rows. */
    static FactVector of(Dataset.Column column, int rows) {
        return switch (column.type().value()) {
            case TEXT -> new Texts(rows);
            case BOOLEAN -> new Truths(rows);
            case DATE -> new Days(rows);
            case NUMBER -> new Numbers(column, rows);
        };
    }

    /** What Arrow calls the type of the column's values. */
    static String format(Dataset.Column column) {
        return switch (column.type().value()) {
            case TEXT -> "u";
            case BOOLEAN -> "b";
            case DATE -> "tdD";
            case NUMBER -> "d:" + column.digits() + "," + column.scale();
        };
    }

    /**
     * Adds a value that a {@link RowCheck} has found to fit.
     *
     * @return how many bytes it takes
     */
    final int add(@Nullable Object value) {
        int bytes = value == null ? missing() : present(value);
        size++;
        return bytes;
    }

    private int missing() {
        missing++;
        return set(size, null);
    }

    private int present(Object value) {
        mark(present, size);
        return set(size, value);
    }

    /** Keeps the value of a row and returns how many bytes it takes; what is kept where it is missing does not matter. */
    abstract int set(int row, @Nullable Object value);

    /** Where the values are: of all rows that were added. */
    abstract List<MemorySegment> values(int rows);

    final int size() {
        return size;
    }

    final boolean isPresent(int row) {
        return (present[row >> 3] & 1 << (row & 7)) != 0;
    }

    final int countPresent() {
        return size - missing;
    }

    final int countMissing() {
        return missing;
    }

    /** A bit for each row, whether it has a value; then the values. */
    final List<MemorySegment> buffers() {
        MemorySegment bits = missing == 0
                ? MemorySegment.NULL
                : MemorySegment.ofArray(present).asSlice(0, Math.ceilDiv(size, Byte.SIZE));
        List<MemorySegment> values = values(size);
        return values.size() == 1 ? List.of(bits, values.getFirst())
                : List.of(bits, values.getFirst(), values.getLast());
    }

    private static byte[] bits(int rows) {
        return new byte[Math.ceilDiv(rows, Byte.SIZE)];
    }

    private static void mark(byte[] bits, int row) {
        bits[row >> 3] |= (byte) (1 << (row & 7));
    }

    /** Texts in UTF-8. */
    static final class Texts extends FactVector {

        private static final int USUAL_LENGTH = 16;

        /** Where each text begins and the one before it ends. */
        private final int[] bounds;
        private byte[] bytes;

        private Texts(int rows) {
            super(rows);
            bounds = new int[rows + 1];
            bytes = new byte[rows * USUAL_LENGTH];
        }

        @Override
        int set(int row, @Nullable Object value) {
            int start = bounds[row];
            if (value == null) {
                bounds[row + 1] = start;
                return 0;
            }
            byte[] text = ((String) value).getBytes(StandardCharsets.UTF_8);
            int end = Math.addExact(start, text.length);
            if (end > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
            }
            System.arraycopy(text, 0, bytes, start, text.length);
            bounds[row + 1] = end;
            return text.length;
        }

        long hash(int row, Hasher64 hasher) {
            return hasher.hashBytesToLong(bytes, bounds[row], bounds[row + 1] - bounds[row]);
        }

        @Override
        List<MemorySegment> values(int rows) {
            return List.of(MemorySegment.ofArray(bounds).asSlice(0, (rows + 1L) * Integer.BYTES),
                    MemorySegment.ofArray(bytes).asSlice(0, bounds[rows]));
        }
    }

    private static final class Truths extends FactVector {

        private final byte[] truths;

        Truths(int rows) {
            super(rows);
            truths = bits(rows);
        }

        @Override
        int set(int row, @Nullable Object value) {
            if (Boolean.TRUE.equals(value)) {
                mark(truths, row);
            }
            return 1;
        }

        @Override
        List<MemorySegment> values(int rows) {
            return List.of(MemorySegment.ofArray(truths).asSlice(0, Math.ceilDiv(rows, Byte.SIZE)));
        }
    }

    private static final class Days extends FactVector {

        private final int[] days;

        Days(int rows) {
            super(rows);
            days = new int[rows];
        }

        @Override
        int set(int row, @Nullable Object value) {
            if (value != null) {
                days[row] = (int) ((LocalDate) value).toEpochDay();
            }
            return Integer.BYTES;
        }

        @Override
        List<MemorySegment> values(int rows) {
            return List.of(MemorySegment.ofArray(days).asSlice(0, (long) rows * Integer.BYTES));
        }
    }

    /** Counts of units of the last declared digit, in 128 bits, the lower half first. */
    private static final class Numbers extends FactVector {

        private final int scale;
        private final long[] halves;

        Numbers(Dataset.Column column, int rows) {
            super(rows);
            scale = column.scale();
            halves = new long[2 * rows];
        }

        @Override
        int set(int row, @Nullable Object value) {
            switch (value) {
                case null -> {
                    // Nothing is kept.
                }
                case Decimal number when Units.isShort(number) -> set(row, Units.atScale(number, scale));
                case Decimal number -> set(row, number.toBigDecimal(scale));
                case BigDecimal number -> set(row, number.setScale(scale));
                default -> throw new IllegalStateException("A number that was checked is of type " + value.getClass()
                        + ".");
            }
            return 2 * Long.BYTES;
        }

        private void set(int row, BigDecimal number) {
            BigInteger units = number.unscaledValue();
            halves[2 * row] = units.longValue();
            halves[2 * row + 1] = units.shiftRight(Long.SIZE).longValue();
        }

        private void set(int row, long units) {
            halves[2 * row] = units;
            halves[2 * row + 1] = units >> (Long.SIZE - 1);
        }

        @Override
        List<MemorySegment> values(int rows) {
            return List.of(MemorySegment.ofArray(halves).asSlice(0, 2L * rows * Long.BYTES));
        }
    }
}
