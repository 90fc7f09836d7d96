package dev.hermes.workspace.imports;

import dev.hermes.model.AssignmentKey;
import dev.hermes.model.AssignmentRow;
import dev.hermes.model.LeaderRow;
import dev.hermes.model.Message;
import dev.hermes.model.OrganisationRow;
import dev.hermes.model.PersonRow;
import dev.hermes.model.SuperiorRow;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who there is, where, and who leads whom. */
final class StructureRows {

    private StructureRows() {}

    static RowMaker organisations(MappedFields fields) {
        FieldReader code = fields.required("code");
        FieldReader name = fields.optional("name");
        FieldReader level = fields.optional("level");
        FieldReader parent = fields.optional("parent");
        Holding holding = Holding.of(fields);
        return (row, writer) -> {
            String id = code.id(row);
            @Nullable String above = parent.optionalId(row);
            LocalDate from = holding.first(row);
            LocalDate to = holding.end(row, from);
            if (!row.isBad() && id.equals(above)) {
                parent.refuse(row, Message.of("The organisation {0} cannot be its own parent", Message.verbatim(id)),
                        Message.of("Maybe leave the cell empty."));
            }
            OrganisationRow made = new OrganisationRow(id, name.textOrElse(row, id), level.textOrElse(row, ""), above,
                    from, to);
            if (!row.isBad()) {
                writer.write(row.line(), made);
            }
        };
    }

    /** The head is a person or an assignment: of the organisation itself unless {@code headOrganisation} is another. */
    static RowMaker leaders(MappedFields fields) {
        FieldReader organisation = fields.required(Subjects.ORGANISATION);
        Function<Row, String> head = head(fields, organisation);
        Holding holding = Holding.of(fields);
        return (row, writer) -> {
            String led = organisation.id(row);
            String leader = head.apply(row);
            LocalDate from = holding.first(row);
            LocalDate to = holding.end(row, from);
            if (!row.isBad()) {
                writer.write(row.line(), new LeaderRow(led, leader, from, to));
            }
        };
    }

    private static Function<Row, String> head(MappedFields fields, FieldReader organisation) {
        if (fields.has(Subjects.PERSON) && fields.has(Subjects.POSITION)) {
            FieldReader own = fields.has("headOrganisation") ? fields.required("headOrganisation") : organisation;
            return Subjects.parts(fields.required(Subjects.PERSON), fields.required(Subjects.POSITION), own)
                    .andThen(AssignmentKey::toString);
        }
        return fields.has(Subjects.PERSON) ? fields.required(Subjects.PERSON)::id : fields.required("head")::id;
    }

    static RowMaker superiors(MappedFields fields) {
        FieldReader subordinate = fields.required("subordinate");
        FieldReader superior = fields.required("superior");
        Holding holding = Holding.of(fields);
        return (row, writer) -> {
            String below = subordinate.id(row);
            String above = superior.id(row);
            LocalDate from = holding.first(row);
            LocalDate to = holding.end(row, from);
            if (!row.isBad() && below.equals(above)) {
                superior.refuse(row, Message.of("{0} cannot be the own superior", Message.verbatim(below)),
                        Message.of("Maybe leave such rows out with where."));
            }
            if (!row.isBad()) {
                writer.write(row.line(), new SuperiorRow(below, above, from, to));
            }
        };
    }

    static RowMaker persons(MappedFields fields) {
        FieldReader person = fields.required(Subjects.PERSON);
        FieldReader name = fields.required("name");
        return (row, writer) -> {
            String id = person.id(row);
            String called = name.textOrElse(row, id);
            if (!row.isBad()) {
                writer.write(row.line(), new PersonRow(id, called));
            }
        };
    }

    static RowMaker assignments(MappedFields fields) {
        Function<Row, AssignmentKey> key = Subjects.assignment(fields);
        Holding holding = Holding.of(fields);
        return (row, writer) -> {
            AssignmentKey assignment = key.apply(row);
            LocalDate from = holding.first(row);
            LocalDate to = holding.end(row, from);
            if (!row.isBad()) {
                writer.write(row.line(), new AssignmentRow(assignment, from, to));
            }
        };
    }
}
