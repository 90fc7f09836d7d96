package dev.hermes.testkit.reference;

import dev.hermes.decimal.Decimal;
import dev.hermes.formula.Symbol.Identity;
import dev.hermes.model.DatedValue;
import dev.hermes.model.DatedValueRow;
import dev.hermes.model.Failure;
import dev.hermes.model.FailureCode;
import dev.hermes.model.Message;
import dev.hermes.model.OrganisationRow;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What is known of a payee on a day. */
final class DatedReadings {

    private final Company company;
    private final List<DatedValueRow> rows;

    DatedReadings(Company company, List<DatedValueRow> rows) {
        this.company = company;
        this.rows = rows;
    }

    /** A dated value; missing on days on which the row is not held, failed where two hold. */
    Figure dated(DatedValue value, Row row, LocalDate day) {
        List<Row> held = company.assignmentsOf(row).stream().filter(assignment -> company.isHeld(assignment, day))
                .toList();
        List<DatedValueRow> holding = rows.stream().filter(candidate -> candidate.code().equals(value.code())
                && !day.isBefore(candidate.from()) && day.isBefore(candidate.to())
                && held.stream().anyMatch(assignment -> candidate.subject().equals(subject(value, assignment))))
                .toList();
        if (holding.isEmpty()) {
            return Figure.MISSING;
        }
        if (holding.size() > 1) {
            LocalDate from = holding.stream().map(DatedValueRow::from).max(Comparator.naturalOrder()).orElseThrow();
            return Figure.failed(Failure.of(FailureCode.AMBIGUOUS,
                    Message.of("{0} has {1} values at once, from {2} on", value.code(), holding.size(), from)));
        }
        String text = holding.getFirst().value();
        return Figure.of(switch (value.type().value()) {
            case NUMBER -> Decimal.parse(text).toBigDecimal();
            case TEXT -> text;
            case BOOLEAN -> Boolean.parseBoolean(text);
            case DATE -> LocalDate.parse(text);
        });
    }

    private static String subject(DatedValue value, Row assignment) {
        return switch (value.of()) {
            case PERSON -> assignment.person();
            case ASSIGNMENT -> assignment.text();
            case ORGANISATION -> assignment.organisation();
        };
    }

    /** Who the payee is on a day; of a person with several assignments only the person is certain. */
    Figure identity(Identity identity, Row row, LocalDate day) {
        if (identity == Identity.PERSON) {
            return Figure.of(row.person());
        }
        List<Row> held = row.isPerson() ? company.heldBy(row.person(), day) : List.of(row);
        if (held.isEmpty()) {
            return Figure.MISSING;
        }
        if (held.size() > 1) {
            return Figure.failed(Failure.of(FailureCode.AMBIGUOUS,
                    Message.of("Person {0} holds {1} assignments at once: {2}", row.person(), held.size(),
                            held.stream().map(Row::text).collect(Collectors.joining(", ")))));
        }
        Row assignment = held.getFirst();
        OrganisationRow organisation = company.organisation(assignment.organisation(), day);
        return switch (identity) {
            case PERSON -> Figure.of(assignment.person());
            case POSITION -> Figure.of(Company.keyOf(assignment).position());
            case ORGANISATION -> Figure.of(assignment.organisation());
            case LEVEL -> organisation == null || organisation.level().isEmpty()
                    ? Figure.MISSING
                    : Figure.of(organisation.level());
        };
    }
}
