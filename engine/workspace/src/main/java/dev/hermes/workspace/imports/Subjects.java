package dev.hermes.workspace.imports;

import dev.hermes.model.AssignmentKey;
import dev.hermes.model.DatedValue;
import java.util.function.Function;

/** Whom a row is about, from the fields that a mapping has for it. */
final class Subjects {

    static final String ASSIGNMENT = "assignment";
    static final String PERSON = "person";
    static final String POSITION = "position";
    static final String ORGANISATION = "organisation";

    private static final AssignmentKey STAND_IN = new AssignmentKey("?", "?", "?");

    private Subjects() {}

    /** An assignment: by its key in text form, or by person, position and organisation. */
    static Function<Row, AssignmentKey> assignment(MappedFields fields) {
        if (fields.has(ASSIGNMENT)) {
            FieldReader key = fields.required(ASSIGNMENT);
            return row -> key.required(row, Cells::assignment, STAND_IN);
        }
        return parts(fields.required(PERSON), fields.required(POSITION), fields.required(ORGANISATION));
    }

    static Function<Row, AssignmentKey> parts(FieldReader person, FieldReader position, FieldReader organisation) {
        return row -> {
            String personId = person.id(row);
            String positionId = position.id(row);
            String organisationId = organisation.id(row);
            return row.isBad() ? STAND_IN : new AssignmentKey(personId, positionId, organisationId);
        };
    }

    /** An assignment, or a person where the mapping has no position. */
    static Function<Row, String> assignmentOrPerson(MappedFields fields) {
        if (fields.has(PERSON) && !fields.has(POSITION) && !fields.has(ORGANISATION)) {
            return fields.required(PERSON)::id;
        }
        return assignment(fields).andThen(AssignmentKey::toString);
    }

    /** Whoever has a dated value: in the field {@code subject}, or in fields that say what they name. */
    static Function<Row, String> ofDatedValue(MappedFields fields, DatedValue.Subject subject) {
        if (fields.has("subject")) {
            FieldReader reader = fields.required("subject");
            return subject == DatedValue.Subject.ASSIGNMENT
                    ? row -> reader.required(row, Cells::assignment, STAND_IN).toString()
                    : reader::id;
        }
        return switch (subject) {
            case PERSON -> fields.required(PERSON)::id;
            case ORGANISATION -> fields.required(ORGANISATION)::id;
            case ASSIGNMENT -> assignment(fields).andThen(AssignmentKey::toString);
        };
    }
}
