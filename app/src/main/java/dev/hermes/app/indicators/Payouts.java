package dev.hermes.app.indicators;

import dev.hermes.column.NumberColumn;
import dev.hermes.decimal.Decimal;
import dev.hermes.model.AssignmentKey;
import dev.hermes.model.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What schemes and their parameters pay in a period.
 *
 * @param freshness
 *            whether that is so with what is there now
 * @param byCard
 *            by the ids of cards, those of which anything is paid to anybody
 * @param schemes
 *            what each payee gets, by scheme
 */
record Payouts(Freshness freshness, Map<String, Paid> byCard, List<OfScheme> schemes) {

    static final Payouts NONE = new Payouts(Freshness.FRESH, Map.of(), List.of());

    Payouts {
        byCard = Map.copyOf(byCard);
        schemes = List.copyOf(schemes);
    }

    /** None, because something went wrong. */
    static Payouts failed(Message reason) {
        return new Payouts(Freshness.failed(reason), Map.of(), List.of());
    }

    /** The same while others are calculated. */
    Payouts old() {
        return new Payouts(Freshness.CALCULATING, byCard, schemes);
    }

    /** What is paid in all by what a card stands for. */
    Optional<Paid> of(String card) {
        return Optional.ofNullable(byCard.get(card));
    }

    /** The place of an assignment, or of its person, among the payees of each scheme; -1 where it has none. */
    int[] places(String assignment) {
        String person = AssignmentKey.parse(assignment).person();
        return schemes.stream().mapToInt(scheme -> scheme.payees().indexOf(scheme.ofPersons() ? person : assignment))
                .toArray();
    }

    /**
     * What a card pays to somebody; empty where it pays nothing.
     *
     * @param places
     *            of whom it is asked
     */
    Optional<Decimal> of(String card, int[] places) {
        Decimal sum = null;
        for (int i = 0; i < places.length; i++) {
            Decimal amount = Figures.value(schemes.get(i).amounts().get(card), places[i]);
            sum = amount == null ? sum : sum == null ? amount : sum.plus(amount);
        }
        return Optional.ofNullable(sum);
    }

    /**
     * What a scheme pays to each payee.
     *
     * @param payees
     *            keys of assignments in text form, or persons
     * @param amounts
     *            by the ids of cards, in the order of payees; missing where nothing is paid
     */
    record OfScheme(boolean ofPersons, List<String> payees, Map<String, NumberColumn> amounts) {

        OfScheme {
            payees = List.copyOf(payees);
            amounts = Map.copyOf(amounts);
        }
    }

    /**
     * The amounts of a parameter, over all schemes that have it, or of a scheme.
     *
     * @param total
     *            the sum of all amounts of money, or the median of what is no money
     * @param isMedian
     *            whether the total is the median
     * @param people
     *            to how many it is paid
     * @param failed
     *            of how many nothing can be said, because something failed
     * @param spread
     *            null where nothing is paid
     * @param shape
     *            how many amounts lie in each of equally wide steps from the least to the greatest
     */
    record Paid(@Nullable Decimal total, boolean isMedian, int people, int failed, Figures.@Nullable Spread spread,
            List<Double> shape) {

        Paid {
            shape = List.copyOf(shape);
        }
    }
}
