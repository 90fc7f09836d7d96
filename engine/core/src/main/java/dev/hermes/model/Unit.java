package dev.hermes.model;

import java.util.regex.Pattern;

/**
 * What a number counts. A plain number (literals, columns without a declared unit) adapts to whatever it meets; a ratio
 * is a quotient of two like quantities; money is an amount, of a currency where one is named; a quantity is anything
 * else that is counted, by name.
 */
public record Unit(Kind kind, String name) {

    public enum Kind {
        NUMBER, RATIO, MONEY, QUANTITY
    }

    /** A number without a unit. */
    public static final Unit NUMBER = new Unit(Kind.NUMBER, "number");
    public static final Unit RATIO = new Unit(Kind.RATIO, "ratio");
    /** Money whose currency is not said. */
    public static final Unit MONEY = new Unit(Kind.MONEY, "money");
    public static final Unit COUNT = new Unit(Kind.QUANTITY, "count");
    public static final Unit DAYS = new Unit(Kind.QUANTITY, "days");

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern WORD = Pattern.compile("[a-z][A-Za-z]*");

    /** Money of a currency, by its three letters. */
    public static Unit money(String currency) {
        return new Unit(Kind.MONEY, currency);
    }

    /**
     * Reads {@code number}, {@code ratio}, {@code money}, three capital letters for a currency, or any lower-case word
     * for a quantity.
     *
     * @throws IllegalArgumentException
     *             for any other text
     */
    public static Unit parse(String text) {
        return switch (text) {
            case "number" -> NUMBER;
            case "ratio" -> RATIO;
            case "money" -> MONEY;
            default -> {
                if (CURRENCY.matcher(text).matches()) {
                    yield money(text);
                }
                if (WORD.matcher(text).matches()) {
                    yield new Unit(Kind.QUANTITY, text);
                }
                throw new IllegalArgumentException("The unit '" + text + "' is not known. Maybe number, ratio, money, "
                        + "a currency such as USD, or a word for what is counted such as count or nights.");
            }
        };
    }

    /** Whether this is money of any or no currency. */
    public boolean isMoney() {
        return kind == Kind.MONEY;
    }

    /** As people read it: quantities and currencies by their own names. */
    public Message said() {
        return switch (kind) {
            case NUMBER -> Message.of("number");
            case RATIO -> Message.of("ratio");
            case MONEY -> equals(MONEY) ? Message.of("money") : Message.of("money ({0})", name);
            case QUANTITY -> quantity();
        };
    }

    private Message quantity() {
        if (equals(DAYS)) {
            return Message.of("days");
        }
        return equals(COUNT) ? Message.of("count") : Message.verbatim(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
