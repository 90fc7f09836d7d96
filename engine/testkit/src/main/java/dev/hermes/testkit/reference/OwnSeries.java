package dev.hermes.testkit.reference;

import dev.hermes.model.Aggregation;
import dev.hermes.model.Treatment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** An own series over a window: everything that it is made of, by whose it is. */
final class OwnSeries {

    private final Aggregation aggregation;
    private final Treatment empty;
    private final boolean isPersonsOwn;
    private final Function<Row, List<LocalDate>> days;
    private final Map<Row, List<Contribution>> contributions = new HashMap<>();

    /**
     * A series of which nothing is known yet.
     *
     * @param isPersonsOwn
     *            whether a person's value is the person's own; if not, it is all that the assignments have, and what
     *            belongs to none of them
     * @param days
     *            the days on which an assignment could have a value
     */
    OwnSeries(Aggregation aggregation, Treatment empty, boolean isPersonsOwn, Function<Row, List<LocalDate>> days) {
        this.aggregation = aggregation;
        this.empty = empty;
        this.isPersonsOwn = isPersonsOwn;
        this.days = days;
    }

    Aggregation aggregation() {
        return aggregation;
    }

    Treatment empty() {
        return empty;
    }

    boolean isPersonsOwn() {
        return isPersonsOwn;
    }

    /** The days on which an assignment could have a value. */
    List<LocalDate> days(Row assignment) {
        return days.apply(assignment);
    }

    void add(Contribution contribution) {
        contributions.computeIfAbsent(contribution.row(), _ -> new ArrayList<>()).add(contribution);
    }

    /** Puts an approved value in place of what a row has on some days. */
    void correct(Row row, Days corrected, Contribution correction) {
        contributions.computeIfAbsent(row, _ -> new ArrayList<>())
                .removeIf(contribution -> corrected.contains(contribution.day()));
        add(correction);
    }

    /** What is a row's alone. */
    List<Contribution> of(Row row) {
        return contributions.getOrDefault(row, List.of());
    }

    /** The value of an assignment. */
    Figure value(Row assignment) {
        return Contribution.combined(of(assignment), aggregation, empty);
    }

    /** The value of a person. */
    Figure valueOfPerson(String person, List<Row> assignments) {
        List<Contribution> all = new ArrayList<>();
        if (!isPersonsOwn) {
            assignments.forEach(assignment -> of(assignment).stream()
                    .filter(contribution -> contribution.kind() != Contribution.Kind.AMBIGUOUS).forEach(all::add));
        }
        all.addAll(of(Row.of(person)));
        return Contribution.combined(all, aggregation, empty);
    }
}
