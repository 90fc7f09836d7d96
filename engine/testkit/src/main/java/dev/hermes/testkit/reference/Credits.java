package dev.hermes.testkit.reference;

import dev.hermes.facts.ColumnName;
import dev.hermes.formula.Expression.ArithmeticOperator;
import dev.hermes.model.Aggregation;
import dev.hermes.model.DatedValue;
import dev.hermes.plan.CompiledDataset.CompiledCredit;
import dev.hermes.plan.CompiledFormula;
import dev.hermes.plan.CompiledLibrary;
import dev.hermes.plan.CompiledSource;
import dev.hermes.testkit.FactRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is credited with which facts. */
final class Credits {

    /**
     * A fact credited to somebody.
     *
     * @param assignments
     *            who is credited: the assignment held on the day; several where the organisation is; none where nobody
     *            is or several are held
     * @param person
     *            the person who is credited where several assignments are held on the day; null otherwise
     */
    record Credited(FactPlace fact, String key, List<Row> assignments, @Nullable String person,
            CompiledCredit credit) {}

    private final CompiledLibrary library;
    private final Company company;
    private final FactRows facts;
    private final @Nullable LocalDate asOf;

    Credits(CompiledLibrary library, Company company, FactRows facts, @Nullable LocalDate asOf) {
        this.library = library;
        this.company = company;
        this.facts = facts;
        this.asOf = asOf;
    }

    /** The facts of some days, each as often as it is credited to somebody, before any filter. */
    List<Credited> credited(CompiledSource.Facts source, Days days) {
        List<Credited> found = new ArrayList<>();
        for (CompiledCredit credit : source.dataset().credits()) {
            for (Map<String, Object> row : facts.of(source.dataset().document().code())) {
                FactPlace fact = new FactPlace(library, source.dataset(), facts, row, LocalDate.MIN, days, null);
                if (fact.column(source.date()) instanceof Figure.Present date
                        && date.value() instanceof LocalDate day && days.contains(day)
                        && isKnown(source, fact, day)
                        && fact.column(credit.column()) instanceof Figure.Present subject) {
                    FactPlace dated = new FactPlace(library, source.dataset(), facts, row, day, days, null);
                    String key = dated.column(new ColumnName("", source.dataset().document().key())).text();
                    found.add(credited(dated, key, subject.text(), credit));
                }
            }
        }
        return found;
    }

    /** What became known after the as-of day is not read; a fact without a day of its own became known when it happened. */
    private boolean isKnown(CompiledSource.Facts source, FactPlace fact, LocalDate happened) {
        String recorded = source.dataset().document().recorded();
        Figure known = recorded == null ? Figure.MISSING : fact.column(new ColumnName("", recorded));
        LocalDate day = known instanceof Figure.Present present ? (LocalDate) present.value() : happened;
        return asOf == null || !day.isAfter(asOf);
    }

    private Credited credited(FactPlace fact, String key, String subject, CompiledCredit credit) {
        return switch (credit.subject()) {
            case ASSIGNMENT -> new Credited(fact, key, company.assignments().stream()
                    .filter(assignment -> assignment.text().equals(subject) && company.isHeld(assignment, fact.day()))
                    .toList(), null, credit);
            case PERSON -> {
                List<Row> held = company.heldBy(subject, fact.day());
                yield new Credited(fact, key, held.size() == 1 ? held : List.of(), held.size() > 1 ? subject : null,
                        credit);
            }
            case ORGANISATION -> new Credited(fact, key, company.assignments().stream()
                    .filter(assignment -> assignment.organisation().equals(subject)
                            && company.lastDayHeld(assignment, fact.window()) != null)
                    .toList(), null, credit);
        };
    }

    /** Whether a fact passes the filter; a failure names the fact. */
    Figure passes(CompiledSource.Facts source, Credited credited) {
        CompiledFormula where = source.where();
        return where == null
                ? Figure.of(true)
                : Formulas.required(library, where, credited.fact()).within("fact " + credited.key());
    }

    /** What a fact that passes the filter adds to an aggregate; a failure names the fact. */
    Figure measure(CompiledSource.Facts source, Credited credited) {
        if (source.aggregate() == Aggregation.COUNT) {
            return Figure.of(1);
        }
        CompiledFormula measure = source.measure();
        ColumnName column = source.column();
        Figure value = measure != null
                ? Formulas.value(library, measure, credited.fact())
                : column == null ? Figure.MISSING : credited.fact().column(column);
        CompiledFormula share = credited.credit().share();
        if (share != null && source.aggregate() != Aggregation.COUNT_DISTINCT) {
            value = Arithmetic.apply(ArithmeticOperator.TIMES, value,
                    Formulas.value(library, share, credited.fact()));
        }
        return value.within("fact " + credited.key());
    }

    static boolean isOfOrganisations(CompiledSource.Facts source) {
        return source.dataset().credits().stream()
                .anyMatch(credit -> credit.subject() == DatedValue.Subject.ORGANISATION);
    }
}
