package dev.hermes.workspace.imports;

import dev.hermes.decimal.Decimal;
import dev.hermes.document.Library;
import dev.hermes.model.Dates;
import dev.hermes.model.Message;
import dev.hermes.model.RateTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of a rate table: its key columns by their names, {@code lower}, {@code upper}, {@code value} and dates. */
final class RateTableRows {

    private RateTableRows() {}

    /** A key column with its field. */
    private record Key(RateTable.Key key, FieldReader reader) {

        String read(Row row) {
            return switch (key.type()) {
                case NUMBER -> reader.number(row).toString();
                case TEXT -> reader.required(row, Cells::text, "");
                case BOOLEAN -> reader.required(row, Cells::truth, false).toString();
                case DATE -> reader.date(row).toString();
            };
        }
    }

    static RowMaker of(MappedFields fields, Library library) {
        String code = String.valueOf(fields.of());
        Optional<RateTable> table = library.rateTable(code);
        if (table.isEmpty()) {
            fields.refuse("of", Unknown.document(Message.of("rate table"), code,
                    library.rateTables().stream().map(RateTable::code).toList()));
        } else if (!table.get().imported()) {
            fields.refuse("of", Message.of(
                    "The rate table {0} lists its rows itself. Maybe its document should say rows: imported.", code));
        }
        List<Key> keys = new ArrayList<>();
        for (RateTable.Key key : table.map(RateTable::keys).orElse(List.of())) {
            keys.add(new Key(key, switch (key.type()) {
                case DATE -> fields.requiredDate(key.name());
                case NUMBER, TEXT, BOOLEAN -> fields.required(key.name());
            }));
        }
        FieldReader lower = fields.optional("lower");
        FieldReader upper = fields.optional("upper");
        FieldReader value = fields.required("value");
        FieldReader from = fields.optionalDate("validFrom");
        FieldReader to = fields.optionalDate("validTo");
        return (row, writer) -> {
            List<String> named = keys.stream().map(key -> key.read(row)).toList();
            Decimal above = lower.optionalNumber(row);
            Decimal below = upper.optionalNumber(row);
            Decimal rate = value.number(row);
            LocalDate first = from.optionalDate(row);
            LocalDate end = end(to, row);
            if (!row.isBad() && above != null && below != null && above.compareTo(below) >= 0) {
                upper.refuse(row,
                        Message.of("The band ends at {0}, which is not above its start, {1}",
                                Message.verbatim(below.toString()), Message.verbatim(above.toString())),
                        Message.of("Maybe the two bounds are swapped."));
            }
            if (!row.isBad() && first != null && end != null && end.isBefore(first)) {
                to.refuse(row, Message.of("The row ends on {0}, before it begins on {1}", end, first),
                        Message.of("Maybe the two dates are swapped."));
            }
            if (!row.isBad()) {
                writer.write(row.line(), code, new RateTable.Row(named, above, below, rate, first, end));
            }
        };
    }

    /** The day after the last; null, for ever, also where the file says so with the end of time. */
    private static @Nullable LocalDate end(FieldReader to, Row row) {
        LocalDate end = to.optionalDate(row);
        return Dates.OPEN.equals(end) ? null : end;
    }
}
