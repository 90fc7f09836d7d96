package dev.hermes.workspace.imports;

import dev.hermes.model.Message;
import java.time.LocalDate;

/** From when to when a row holds: the fields {@code from} and {@code to}, which may be absent or empty. */
record Holding(FieldReader from, FieldReader to) {

    static Holding of(MappedFields fields) {
        return of(fields, "from", "to");
    }

    static Holding of(MappedFields fields, String from, String to) {
        return new Holding(fields.optionalDate(from), fields.optionalDate(to));
    }

    /** The first day. */
    LocalDate first(Row row) {
        return from.from(row);
    }

    /** The day after the last; the row is bad where that is before the first. The same day is fine: no day is covered. */
    LocalDate end(Row row, LocalDate first) {
        LocalDate end = to.to(row);
        if (!row.isBad() && end.isBefore(first)) {
            to.refuse(row, Message.of("The row ends on {0}, before it begins on {1}", end, first),
                    Message.of("Maybe the two dates are swapped."));
        }
        return end;
    }
}
