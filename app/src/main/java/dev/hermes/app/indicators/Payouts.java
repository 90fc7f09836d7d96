package dev.hermes.app.indicators;

import dev.hermes.decimal.Decimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the parameters of schemes pay in a period.
 *
 * @param byParameter
 *            those that are paid to anybody
 */
record Payouts(Map<String, Paid> byParameter) {

    static final Payouts NONE = new Payouts(Map.of());

    Payouts {
        byParameter = Map.copyOf(byParameter);
    }

    Optional<Paid> of(String parameter) {
        return Optional.ofNullable(byParameter.get(parameter));
    }

    /**
     * The amounts of a parameter, over all schemes that have it.
     *
     * @param total
     *            the sum of all amounts of money, or the median of what is no money
     * @param isMedian
     *            whether the total is the median
     * @param shape
     *            how many amounts lie in each of equally wide steps from the least to the greatest
     */
    record Paid(Decimal total, boolean isMedian, List<Double> shape) {

        Paid {
            shape = List.copyOf(shape);
        }
    }
}
