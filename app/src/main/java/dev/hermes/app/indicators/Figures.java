package dev.hermes.app.indicators;

import dev.hermes.decimal.Decimal;
import dev.hermes.model.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What indicators come to in a period.
 *
 * @param period
 *            the code of the period
 * @param byIndicator
 *            those of which something is known
 */
record Figures(String period, Map<String, Summary> byIndicator) {

    static final Figures NONE = new Figures("", Map.of());

    Figures {
        byIndicator = Map.copyOf(byIndicator);
    }

    Optional<Summary> of(String indicator) {
        return Optional.ofNullable(byIndicator.get(indicator));
    }

    /**
     * The values of an indicator.
     *
     * @param total
     *            the sum of all, or the median where a sum means nothing; null where there is neither
     * @param isMedian
     *            whether the total is the median
     * @param missing
     *            how many have none
     * @param failed
     *            how many failed
     * @param shape
     *            how many values lie in each of equally wide steps from the least to the greatest
     * @param rows
     *            those of each assignment, the greatest first
     */
    record Summary(@Nullable Decimal total, boolean isMedian, int missing, int failed, List<Double> shape,
            List<Row> rows) {

        Summary {
            shape = List.copyOf(shape);
            rows = List.copyOf(rows);
        }

        /** The greatest value; empty where there is none. */
        Optional<Decimal> most() {
            return rows.stream().findFirst().flatMap(Row::value);
        }

        /** The least value; empty where there is none. */
        Optional<Decimal> least() {
            return rows.reversed().stream().flatMap(row -> row.value().stream()).findFirst();
        }
    }

    /**
     * One assignment's value.
     *
     * @param value
     *            exactly; empty where there is none
     * @param amount
     *            the same near enough for bars and shapes; not a number where there is none
     * @param rank
     *            the part of all values that are not above it, from 0 to 1
     * @param failure
     *            why there is none; empty otherwise
     */
    record Row(String assignment, String name, String organisation, Optional<Decimal> value, double amount, double rank,
            Message failure) {}
}
