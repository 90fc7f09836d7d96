package dev.hermes.workspace.imports;

import dev.hermes.document.Library;
import dev.hermes.model.AssignmentKey;
import dev.hermes.model.Message;
import dev.hermes.model.Scheme;
import dev.hermes.spi.BadCellException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The scheme that a row is for, and what follows from it: who is paid, and in which periods. Of one thread. */
final class SchemeField {

    private static final String LINEAGE = "lineage";

    private final Library library;
    private final FieldReader reader;
    private final boolean byLineage;
    private final BiFunction<Row, Scheme, String> payee;
    private final PeriodField period;
    private final Map<String, CalendarPeriods> calendars = new HashMap<>();

    private SchemeField(Library library, FieldReader reader, boolean byLineage, MappedFields fields) {
        this.library = library;
        this.reader = reader;
        this.byLineage = byLineage;
        payee = payee(fields);
        period = PeriodField.ofEachRow(fields);
    }

    /** The scheme by its code. */
    static SchemeField byCode(MappedFields fields, Library library) {
        return new SchemeField(library, fields.required("scheme"), false, fields);
    }

    /** One of the schemes of a lineage, or the scheme by its code. */
    static SchemeField byLineageOrCode(MappedFields fields, Library library) {
        return fields.has("scheme")
                ? byCode(fields, library)
                : new SchemeField(library, fields.required(LINEAGE), true, fields);
    }

    private static BiFunction<Row, Scheme, String> payee(MappedFields fields) {
        boolean personAlone = fields.has(Subjects.PERSON) && !fields.has(Subjects.POSITION);
        if (fields.has("payee") || personAlone) {
            FieldReader text = fields.required(personAlone ? Subjects.PERSON : "payee");
            return (row, scheme) -> switch (scheme.payee()) {
                case PERSON -> text.id(row);
                case ASSIGNMENT -> text.required(row, cell -> Cells.assignment(cell).toString(), "");
            };
        }
        var assignment = Subjects.assignment(fields);
        return (row, scheme) -> {
            AssignmentKey key = assignment.apply(row);
            return scheme.payee() == Scheme.Payee.PERSON ? key.person() : key.toString();
        };
    }

    /** The scheme of a row; null where it is not known, which is reported. */
    @Nullable
    Scheme read(Row row) {
        return reader.required(row, this::find);
    }

    private Scheme find(String code) throws BadCellException {
        for (Scheme scheme : library.schemes()) {
            if (code.equals(byLineage ? scheme.lineage() : scheme.code())) {
                if (library.calendar(scheme.calendar()).isEmpty()) {
                    throw new BadCellException(
                            Message.of("The scheme {0} is paid in periods of the calendar {1}, which is not there",
                                    scheme.code(), scheme.calendar()),
                            Message.of("Maybe apply it first."));
                }
                return scheme;
            }
        }
        List<String> known = library.schemes().stream()
                .map(scheme -> byLineage ? scheme.lineage() : scheme.code()).distinct().toList();
        throw new BadCellException(Unknown.document(
                byLineage ? Message.of("scheme of the lineage") : Message.of("scheme"), code, known));
    }

    /** Who is paid, as the scheme pays: an assignment key in text form, or a person. */
    String payee(Row row, Scheme scheme) {
        return payee.apply(row, scheme);
    }

    /** The code of the period, which is one of the scheme's calendar. */
    String period(Row row, Scheme scheme) {
        return period.read(row, calendars.computeIfAbsent(scheme.calendar(),
                code -> new CalendarPeriods(library.calendar(code).stream().toList())));
    }
}
