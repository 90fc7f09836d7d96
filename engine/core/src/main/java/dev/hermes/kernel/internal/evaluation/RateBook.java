package dev.hermes.kernel.internal.evaluation;

import dev.hermes.decimal.Decimal;
import dev.hermes.model.RateTable;
import dev.hermes.roster.Days;
import dev.hermes.trace.SourceRow;
import dev.hermes.trace.TraceNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rate tables of a calculation, made ready for reading. Immutable and thread-safe. */
public final class RateBook {

    private final Map<String, Prepared> tables = new HashMap<>();

    public RateBook(Iterable<RateTable> tables) {
        for (RateTable table : tables) {
            this.tables.put(table.code(), new Prepared(table));
        }
    }

    public Prepared table(String code) {
        Prepared table = tables.get(code);
        if (table == null) {
            throw new IllegalArgumentException("The rate table " + code + " is not part of this calculation.");
        }
        return table;
    }

    /** The bands of a key on a day as traces show them, their bounds multiplied by a factor. */
    public List<TraceNode> describe(String code, List<String> key, int day, @Nullable String factor) {
        Bands bands = table(code).bands(key, day);
        List<TraceNode> found = new ArrayList<>();
        for (int band = 0; bands != null && band < bands.size(); band++) {
            found.add(TraceNode.leaf(TraceNode.Kind.BAND, bands.text(band, factor, table(code).document()),
                    bands.value(band).toString(), "").from(new SourceRow.Rate(code, bands.rows.get(band))));
        }
        return found;
    }

    /** The days on which rows of a table begin or cease to hold. */
    public int[] changes(String code) {
        return table(code).changes;
    }

    /** One table by its keys. */
    public static final class Prepared {

        private final RateTable document;
        private final Map<List<String>, List<Bands>> byKey = new HashMap<>();
        private final int[] changes;

        Prepared(RateTable document) {
            this.document = document;
            Map<List<String>, List<RateTable.Row>> grouped = new HashMap<>();
            TreeSet<Integer> days = new TreeSet<>();
            for (RateTable.Row row : document.rows()) {
                grouped.computeIfAbsent(row.keys(), _ -> new ArrayList<>()).add(row);
                if (row.from() != null) {
                    days.add(Days.of(row.from()));
                }
                if (row.to() != null) {
                    days.add(Days.of(row.to()));
                }
            }
            changes = days.stream().mapToInt(Integer::intValue).toArray();
            grouped.forEach((key, rows) -> byKey.put(key, bands(rows)));
        }

        private List<Bands> bands(List<RateTable.Row> rows) {
            List<Bands> found = new ArrayList<>();
            for (int i = 0; i <= changes.length; i++) {
                int day = i == 0 ? Integer.MIN_VALUE : changes[i - 1];
                List<RateTable.Row> holding = rows.stream().filter(row -> holds(row, day)).sorted(
                        Comparator.comparing(RateTable.Row::lower, Comparator.nullsFirst(Comparator.naturalOrder())))
                        .toList();
                found.add(new Bands(holding));
            }
            return found;
        }

        private static boolean holds(RateTable.Row row, int day) {
            return (row.from() == null || Days.of(row.from()) <= day)
                    && (row.to() == null || day < Days.of(row.to()));
        }

        public RateTable document() {
            return document;
        }

        /** The rows for a key on a day; null where there is none. */
        @Nullable
        Bands bands(List<String> key, int day) {
            List<Bands> candidates = byKey.get(key);
            if (candidates == null) {
                return null;
            }
            int index = Arrays.binarySearch(changes, day);
            Bands bands = candidates.get(index >= 0 ? index + 1 : -index - 1);
            return bands.size() == 0 ? null : bands;
        }
    }

    /** The bands of one key on one day, in order. */
    static final class Bands {

        private final List<RateTable.Row> rows;
        private final @Nullable Decimal[] lower;
        private final @Nullable Decimal[] upper;
        private final Decimal[] values;

        Bands(List<RateTable.Row> rows) {
            this.rows = rows;
            lower = rows.stream().map(RateTable.Row::lower).toArray(Decimal[]::new);
            upper = rows.stream().map(RateTable.Row::upper).toArray(Decimal[]::new);
            values = rows.stream().map(RateTable.Row::value).toArray(Decimal[]::new);
        }

        int size() {
            return values.length;
        }

        /** Null: no lower bound. */
        @Nullable
        Decimal lower(int band) {
            return lower[band];
        }

        /** Null: no upper bound. */
        @Nullable
        Decimal upper(int band) {
            return upper[band];
        }

        Decimal value(int band) {
            return values[band];
        }

        private String text(int band, @Nullable String factor, RateTable table) {
            Decimal from = lower[band];
            Decimal to = upper[band];
            if (from == null && to == null) {
                return "always";
            }
            Decimal times = factor == null || !factor.matches("-?[0-9.]+") ? Decimal.ONE : Decimal.parse(factor);
            boolean lowerIncluded = table.inclusive() == RateTable.InclusiveBound.LOWER;
            return (lowerIncluded ? "[" : "(") + (from == null ? "−∞" : from.times(times)) + ", "
                    + (to == null ? "∞" : to.times(times)) + (lowerIncluded ? ")" : "]");
        }
    }
}
