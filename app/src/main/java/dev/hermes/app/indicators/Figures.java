package dev.hermes.app.indicators;

import dev.hermes.column.NumberColumn;
import dev.hermes.decimal.Decimal;
import dev.hermes.model.Failure;
import dev.hermes.model.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What indicators come to in a period.
 *
 * @param period
 *            the code of the period
 * @param freshness
 *            whether that is so with what is there now
 * @param people
 *            whose values there are
 * @param byIndicator
 *            those of which something is known
 * @param left
 *            why the others have no values
 * @param warnings
 *            what is doubtful about the organisation
 */
record Figures(String period, Freshness freshness, People people, Map<String, Summary> byIndicator,
        Map<String, Message> left, List<Message> warnings) {

    static final Figures NONE = new Figures("", Freshness.FRESH, People.NONE, Map.of(), Map.of(), List.of());

    Figures {
        byIndicator = Map.copyOf(byIndicator);
        left = Map.copyOf(left);
        warnings = List.copyOf(warnings);
    }

    /** None, because something went wrong. */
    static Figures failed(String period, Message reason) {
        return new Figures(period, Freshness.failed(reason), People.NONE, Map.of(), Map.of(), List.of());
    }

    /** The same while others are calculated. */
    Figures old() {
        return new Figures(period, Freshness.CALCULATING, people, byIndicator, left, warnings);
    }

    Optional<Summary> of(String indicator) {
        return Optional.ofNullable(byIndicator.get(indicator));
    }

    /**
     * Those whose values there are; the lists go together.
     *
     * @param assignments
     *            keys in text form
     * @param organisations
     *            codes
     */
    record People(List<String> assignments, List<String> names, List<String> organisations) {

        static final People NONE = new People(List.of(), List.of(), List.of());

        People {
            assignments = List.copyOf(assignments);
            names = List.copyOf(names);
            organisations = List.copyOf(organisations);
        }

        int size() {
            return assignments.size();
        }

        /** The place of an assignment; -1 where it has none. */
        int indexOf(@Nullable String assignment) {
            return assignment == null ? -1 : assignments.indexOf(assignment);
        }
    }

    /**
     * The values of an indicator, in the order of the people. The columns are not changed.
     *
     * @param total
     *            the sum of all, or the median where a sum means nothing; null where there is neither
     * @param isMedian
     *            whether the total is the median
     * @param spread
     *            null where there is no value
     * @param shape
     *            how many values lie in each of equally wide steps from the least to the greatest
     * @param target
     *            null where the indicator has none
     * @param usualTarget
     *            the median of the targets; null where there is none
     * @param attainment
     *            null where the indicator has no target
     */
    record Summary(@Nullable Decimal total, boolean isMedian, @Nullable Spread spread, List<Double> shape,
            NumberColumn actual, @Nullable NumberColumn target, @Nullable Decimal usualTarget,
            @Nullable NumberColumn attainment) {

        Summary {
            shape = List.copyOf(shape);
        }

        /** How many have no value. */
        int missing() {
            return (int) IntStream.range(0, actual.size()).filter(actual::isMissing).count();
        }

        /** How many values failed. */
        int failed() {
            return (int) IntStream.range(0, actual.size()).filter(actual::isFailed).count();
        }

        /** How many have a target. */
        int withTarget() {
            NumberColumn of = target;
            return of == null ? 0 : (int) IntStream.range(0, of.size()).filter(of::isPresent).count();
        }
    }

    /** The least, the middle and the greatest of values. */
    record Spread(Decimal least, Decimal median, Decimal most) {}

    /**
     * One assignment's value.
     *
     * @param value
     *            null where there is none
     * @param target
     *            null where there is none
     * @param attainment
     *            null where there is none
     * @param rank
     *            the part of all values that are not above it, from 0 to 1; 0 where there is none
     * @param failure
     *            why there is none; empty otherwise
     */
    record Row(String assignment, String name, String organisation, @Nullable Decimal value, @Nullable Decimal target,
            @Nullable Decimal attainment, double rank, Message failure) {}

    /** The values of an indicator, the greatest first, then those that are none; none of one that is not known. */
    List<Row> rows(String indicator) {
        Summary summary = byIndicator.get(indicator);
        if (summary == null) {
            return List.of();
        }
        NumberColumn actual = summary.actual();
        Integer[] order = IntStream.range(0, actual.size()).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparing((Integer index) -> !actual.isPresent(index))
                .thenComparing((a, b) -> actual.isPresent(a) ? actual.get(b).compareTo(actual.get(a)) : 0));
        int present = (int) Arrays.stream(order).filter(actual::isPresent).count();
        List<Row> rows = new ArrayList<>(order.length);
        double rank = 0;
        for (int place = 0; place < order.length; place++) {
            int index = order[place];
            boolean isFirstOfEqual = place == 0 || place < present
                    && !actual.get(index).equals(actual.get(order[place - 1]));
            if (isFirstOfEqual) {
                rank = (double) (present - place) / Math.max(1, present);
            }
            rows.add(row(summary, index, place < present ? rank : 0));
        }
        return rows;
    }

    private Row row(Summary summary, int index, double rank) {
        Failure failure = summary.actual().failure(index);
        return new Row(people.assignments().get(index), people.names().get(index), people.organisations().get(index),
                value(summary.actual(), index), value(summary.target(), index), value(summary.attainment(), index),
                rank, failure == null ? Message.EMPTY : failure.said());
    }

    static @Nullable Decimal value(@Nullable NumberColumn column, int index) {
        return column != null && index >= 0 && column.isPresent(index) ? column.get(index) : null;
    }
}
