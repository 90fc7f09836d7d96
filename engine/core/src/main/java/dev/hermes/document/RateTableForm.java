package dev.hermes.document;

import dev.hermes.decimal.Decimal;
import dev.hermes.document.Value.Placed;
import dev.hermes.document.internal.Content;
import dev.hermes.document.internal.Quotation;
import dev.hermes.model.Formula;
import dev.hermes.model.Message;
import dev.hermes.model.RateTable;
import dev.hermes.model.RateTable.InclusiveBound;
import dev.hermes.model.RateTable.Outside;
import dev.hermes.model.RateTable.Row;
import dev.hermes.model.Unit;
import dev.hermes.model.ValueType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a rate table. */
final class RateTableForm {

    private static final Words<InclusiveBound> BOUNDS = Words.of(InclusiveBound.class);
    private static final Words<Outside> OUTSIDE = Words.of(Outside.class);
    private static final Words<ValueType> KEY_TYPES = Words.of(ValueType.class, ValueType::word);
    private static final Words<List<Placed<Row>>> IMPORTED = Words.of("imported", List.of());
    /** Fields of a row, which no key column can be called. */
    private static final Set<String> ROW_FIELDS = Set.of("from", "to", "value", "validFrom", "validTo");
    private static final int MOST_KEYS = 20;

    private RateTableForm() {}

    static RateTable read(String code, String name, Fields fields) {
        Unit quantity = fields.optional("quantity", Readings::unit, Unit.NUMBER);
        Unit value = fields.unit("value");
        List<RateTable.Key> keys = keys(fields);
        InclusiveBound inclusive = fields.word("inclusive", BOUNDS, InclusiveBound.LOWER);
        Formula scaledBy = fields.optionalFormula("scaledBy");
        Outside below = fields.word("below", OUTSIDE, Outside.FAILURE);
        Outside above = fields.word("above", OUTSIDE, Outside.FAILURE);
        Outside gap = fields.word("gap", OUTSIDE, Outside.FAILURE);
        Value rows = fields.find("rows");
        boolean imported = rows != null && rows.isScalar();
        List<Placed<Row>> read = imported
                ? fields.word("rows", IMPORTED)
                : fields.some("rows", row -> row.fields(inner -> row(inner, keys)));
        Overlaps.refuse(read);
        return new RateTable(code, name, quantity, value, keys, inclusive, scaledBy, below, above, gap, imported,
                read.stream().map(Placed::read).toList());
    }

    static void write(RateTable table, Output output) {
        output.text("quantity", table.quantity().name(), Unit.NUMBER.name()).text("value", table.value().name())
                .put("keys", keys(table.keys())).word("inclusive", table.inclusive(), BOUNDS, InclusiveBound.LOWER)
                .formula("scaledBy", table.scaledBy()).word("below", table.below(), OUTSIDE, Outside.FAILURE)
                .word("above", table.above(), OUTSIDE, Outside.FAILURE)
                .word("gap", table.gap(), OUTSIDE, Outside.FAILURE);
        if (table.imported()) {
            // Rows that were brought in are data, not part of the document.
            output.text("rows", IMPORTED.all().getFirst());
        } else {
            output.list("rows", table.rows(), row -> content(row, table.keys()));
        }
    }

    private static List<RateTable.Key> keys(Fields fields) {
        List<RateTable.Key> keys = new ArrayList<>();
        for (Placed<String> name : fields.table("keys", MOST_KEYS)) {
            if (ROW_FIELDS.contains(name.read())) {
                name.value().errorOfName(Message.of("A key cannot be called {0}, which is a field of every row. Maybe "
                        + "say what it is of, such as productValue.", Quotation.of(name.read())));
                continue;
            }
            Message problem = Codes.problemOfColumn(name.read());
            if (problem != null) {
                name.value().errorOfName(problem);
            }
            ValueType type = Readings.word(name.value(), KEY_TYPES);
            // A wrong key stays a key, so that the rows are not blamed for it.
            keys.add(new RateTable.Key(name.read(), type == null ? ValueType.TEXT : type));
        }
        return keys;
    }

    private static Row row(Fields fields, List<RateTable.Key> keys) {
        List<String> values = new ArrayList<>();
        for (RateTable.Key key : keys) {
            values.add(fields.required(key.name(), value -> keyText(value, key.type()), ""));
        }
        Decimal lower = fields.optionalDecimal("from");
        Decimal upper = fields.optionalDecimal("to");
        if (lower != null && upper != null && lower.compareTo(upper) >= 0) {
            fields.error("to", Message.of("The bound to ({0}) must be above from ({1}). Maybe the two are swapped.",
                    upper, lower));
        }
        Decimal value = fields.required("value", Readings::decimal, Decimal.ZERO);
        LocalDate from = fields.optionalDate("validFrom");
        LocalDate to = fields.optionalDate("validTo");
        if (from != null && to != null && !to.isAfter(from)) {
            fields.error("validTo", Message.of("The date validTo ({0}) must be after validFrom ({1}): it is the first "
                    + "day on which the row no longer holds. Maybe the two are swapped.", to, from));
        }
        return new Row(values, lower, upper, value, from, to);
    }

    private static @Nullable String keyText(Value value, ValueType type) {
        Object read = switch (type) {
            case TEXT -> Readings.text(value);
            case NUMBER -> Readings.decimal(value);
            case BOOLEAN -> Readings.flag(value);
            case DATE -> Readings.date(value);
        };
        return read == null ? null : read.toString();
    }

    private static @Nullable Content keys(List<RateTable.Key> keys) {
        Output output = new Output();
        keys.forEach(key -> output.word(key.name(), key.type(), KEY_TYPES));
        return keys.isEmpty() ? null : output.fields();
    }

    private static Content content(Row row, List<RateTable.Key> keys) {
        Output output = new Output();
        for (int index = 0; index < keys.size(); index++) {
            RateTable.Key key = keys.get(index);
            output.put(key.name(), new Content.Scalar(row.keys().get(index), kind(key.type())));
        }
        return output.decimal("from", row.lower()).decimal("to", row.upper()).decimal("value", row.value())
                .date("validFrom", row.from()).date("validTo", row.to()).fields();
    }

    private static Content.Kind kind(ValueType type) {
        return switch (type) {
            case TEXT, DATE -> Content.Kind.TEXT;
            case NUMBER -> Content.Kind.DECIMAL;
            case BOOLEAN -> Content.Kind.BOOLEAN;
        };
    }
}
