package dev.hermes.excel;

import dev.hermes.model.Message;
import dev.hermes.spi.BadCellException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * The numbers of cells. A cell holds a binary double, which the file writes with up to 17 digits; Excel shows and takes
 * 15 of them, and so does this.
 */
final class Numbers {

    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);
    private static final BigDecimal LEAST_WHOLE_OF_SIXTEEN = BigDecimal.TEN.pow(15);
    /** As many digits as a writer may need for any double, and a bound on the work. */
    private static final int LONGEST = 400;
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private Numbers() {}

    static BigDecimal parse(String text) throws BadCellException {
        if (text.length() > LONGEST || !NUMBER.matcher(text).matches()) {
            throw none(text);
        }
        BigDecimal exact = new BigDecimal(text);
        double stored = exact.doubleValue();
        if (Double.isInfinite(stored) || (stored == 0 && exact.signum() != 0)) {
            throw none(text);
        }
        BigDecimal shown = exact.round(SHOWN);
        if (exact.abs().compareTo(LEAST_WHOLE_OF_SIXTEEN) >= 0 && shown.compareTo(exact) != 0) {
            throw new BadCellException(Message.of("The number {0} has more than 15 digits, of which Excel keeps 15",
                    Message.verbatim(cut(text))), Message.of("Maybe make the cell a text, if it is an id."));
        }
        return shown;
    }

    private static BadCellException none(String text) {
        return new BadCellException(Message.of("'{0}' is no number that a cell can hold", Message.verbatim(cut(text))),
                Message.of(
                        "Maybe mend the program that wrote the file."));
    }

    private static String cut(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    /** Without exponent and without zeros at the end. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
