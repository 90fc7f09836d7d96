package dev.hermes.column;

import dev.hermes.model.ValueType;

/** Makes columns. */
public final class Columns {

    private Columns() {}

    /** An empty column of a type: all present and zero, empty, false or 1970-01-01. */
    public static Column of(ValueType type, int size) {
        return switch (type) {
            case NUMBER -> new NumberColumn(size);
            case TEXT -> new TextColumn(size);
            case BOOLEAN -> new BooleanColumn(size);
            case DATE -> new DateColumn(size);
        };
    }

    /** A column of a type in which every value is missing. */
    public static Column missing(ValueType type, int size) {
        Column column = of(type, size);
        for (int i = 0; i < size; i++) {
            column.setMissing(i);
        }
        return column;
    }
}
