package dev.hermes.testkit.reference;

import dev.hermes.model.Population.Selection;
import dev.hermes.model.Window;
import dev.hermes.plan.CompiledFormula;
import dev.hermes.plan.CompiledPopulation;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** Who belongs to a population. */
final class Populations {

    private Populations() {}

    /** The assignments that belong to it, and those of whom it cannot be said, with the failure. */
    static Map<Row, Figure> members(IndicatorValues indicators, CompiledPopulation population, Window window) {
        Company company = indicators.company();
        Map<Row, Figure> members = new TreeMap<>(Row.ORDER);
        for (Row assignment : company.assignments()) {
            LocalDate day = company.lastDayHeld(assignment, indicators.windows().days(window));
            if (day != null && includes(company, population.document().include(), assignment, day)
                    && !excludes(company, population.document().exclude(), assignment, day)) {
                CompiledFormula condition = population.condition();
                Figure holds = condition == null
                        ? Figure.of(true)
                        : Formulas.required(indicators.library(), condition,
                                new PayeePlace(indicators, assignment, window, null));
                if (holds.isFailed() || holds.isTrue()) {
                    members.put(assignment, holds.within("population " + population.document().code()));
                }
            }
        }
        return members;
    }

    /** The same by persons: one is undecided who has no assignment that certainly belongs. */
    static Map<Row, Figure> ofPersons(Map<Row, Figure> assignments) {
        Map<Row, Figure> persons = new TreeMap<>(Row.ORDER);
        assignments.forEach((row, isMember) -> persons.merge(Row.of(row.person()), isMember,
                (first, second) -> second.isTrue() ? second : first));
        return persons;
    }

    private static boolean includes(Company company, Selection include, Row row, LocalDate day) {
        return (include.organisations().isEmpty() || isWithin(company, include, row, day))
                && (include.positions().isEmpty() || include.positions().contains(Company.keyOf(row).position()))
                && (include.persons().isEmpty() || include.persons().contains(row.person()))
                && (include.assignments().isEmpty() || include.assignments().contains(row.text()));
    }

    private static boolean excludes(Company company, Selection exclude, Row row, LocalDate day) {
        return isWithin(company, exclude, row, day) || exclude.positions().contains(Company.keyOf(row).position())
                || exclude.persons().contains(row.person()) || exclude.assignments().contains(row.text());
    }

    private static boolean isWithin(Company company, Selection selection, Row row, LocalDate day) {
        return selection.organisations().stream()
                .anyMatch(organisation -> company.isWithin(row.organisation(), organisation, day));
    }
}
