package dev.hermes.model;

import dev.hermes.decimal.Decimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values over bands of a quantity, by key columns and dates where they are given.
 *
 * @param quantity
 *            the unit of the quantity that the bounds are on, after scaling
 * @param value
 *            the unit of the values
 * @param keys
 *            the key columns, in order; none where the table is one list of bands
 * @param inclusive
 *            which bound of a band belongs to it
 * @param scaledBy
 *            a formula by which every bound is multiplied (80 % of quota), read where the table is used; null for none
 * @param imported
 *            true: the rows are brought in by a mapping and the document lists none
 */
public record RateTable(String code, String name, Unit quantity, Unit value, List<Key> keys, InclusiveBound inclusive,
        @Nullable Formula scaledBy, Outside below, Outside above, Outside gap, boolean imported,
        List<Row> rows) implements Document {

    public RateTable {
        keys = List.copyOf(keys);
        rows = List.copyOf(rows);
    }

    public enum InclusiveBound {
        /** {@code [lower, upper)}. */
        LOWER,
        /** {@code (lower, upper]}. */
        UPPER
    }

    /** What a quantity outside all bands gets. */
    public enum Outside {
        FAILURE, ZERO,
        /** The value of the nearest band. */
        NEAREST
    }

    /** A key column: its name and the type of the values in it. */
    public record Key(String name, ValueType type) {}

    /**
     * A band, or one line of a table without bands.
     *
     * @param keys
     *            one value for each key column, as text in canonical form
     * @param lower
     *            null: no lower bound
     * @param upper
     *            null: no upper bound
     * @param from
     *            the first day on which the row holds; null: always
     * @param to
     *            the day after the last; null: for ever
     */
    public record Row(List<String> keys, @Nullable Decimal lower, @Nullable Decimal upper, Decimal value,
            @Nullable LocalDate from, @Nullable LocalDate to) {

        public Row {
            keys = List.copyOf(keys);
        }
    }

    /** The same table with rows that were brought in. */
    public RateTable withRows(List<Row> brought) {
        return new RateTable(code, name, quantity, value, keys, inclusive, scaledBy, below, above, gap, imported,
                brought);
    }

    @Override
    public DocumentKind kind() {
        return DocumentKind.RATE_TABLE;
    }
}
