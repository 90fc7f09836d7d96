package dev.hermes.model;

/** The type of a value, with the unit where it is a number (otherwise {@link Unit#NUMBER}, without meaning). */
public record Type(ValueType value, Unit unit) {

    public static final Type TEXT = new Type(ValueType.TEXT, Unit.NUMBER);
    public static final Type BOOLEAN = new Type(ValueType.BOOLEAN, Unit.NUMBER);
    public static final Type DATE = new Type(ValueType.DATE, Unit.NUMBER);
    public static final Type NUMBER = number(Unit.NUMBER);

    public static Type number(Unit unit) {
        return new Type(ValueType.NUMBER, unit);
    }

    public boolean isNumber() {
        return value == ValueType.NUMBER;
    }

    /**
     * Reads {@code text}, {@code boolean}, {@code date} or a unit.
     *
     * @throws IllegalArgumentException
     *             where it is none of them
     */
    public static Type parse(String text) {
        return switch (text) {
            case "text" -> TEXT;
            case "boolean" -> BOOLEAN;
            case "date" -> DATE;
            default -> number(Unit.parse(text));
        };
    }

    /** As people read it: that of a number by its unit. */
    public Message said() {
        return isNumber() ? unit.said() : value.said();
    }

    /** The word that {@link #parse} reads. */
    public String word() {
        return isNumber() ? unit.name() : value.word();
    }
}
