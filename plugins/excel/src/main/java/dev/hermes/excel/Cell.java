package dev.hermes.excel;

import dev.hermes.model.Message;
import dev.hermes.spi.BadCellException;
import java.math.BigDecimal;

/**
 * A cell as its file has it.
 *
 * @param column
 *            from 1
 * @param type
 *            what the file says the value is: {@code n} a number, {@code b} a truth value, {@code e} an error, {@code d}
 *            a day, {@code str} a text
 * @param format
 *            what a number is shown as
 * @param value
 *            the value as it is written; a text in full; empty where there is none
 * @param formula
 *            whether a formula has given the value
 */
record Cell(int column, String type, NumberFormat format, String value, boolean formula) {

    static final String NUMBER = "n";
    static final String TEXT = "str";

    /** Whether nothing is to be seen; a formula without a result is something. */
    boolean isEmpty() {
        return value.isBlank() && (!formula || type.equals(TEXT));
    }

    /** What is handed over. */
    String text(Days days) throws BadCellException {
        if (type.equals(TEXT)) {
            return value;
        }
        String stored = value.strip();
        if (stored.isEmpty()) {
            if (formula) {
                throw new BadCellException(Message.of("The formula has no stored result"), Message.of(
                        "Maybe open the file in Excel and save it: that calculates it."));
            }
            return "";
        }
        return switch (type) {
            case NUMBER -> {
                BigDecimal number = Numbers.parse(stored);
                yield days.text(number, format);
            }
            case "b" -> switch (stored) {
                case "1", "true" -> "true";
                case "0", "false" -> "false";
                default -> throw new BadCellException(Message.of("The cell is neither true nor false"), Message.of(
                        "Maybe mend the program that wrote the file."));
            };
            case "d" -> Days.ofText(stored, format);
            case "e" -> throw new BadCellException(
                    Message.of("{0} is no value", stored.length() > 20 ? Message.of("An error") : stored),
                    formula ? Message.of("Maybe correct the formula.") : Message.of("Maybe correct the cell."));
            default -> throw new BadCellException(Message.of("The cell is of a kind that Excel does not have"),
                    Message.of("Maybe mend the program that wrote the file."));
        };
    }
}
