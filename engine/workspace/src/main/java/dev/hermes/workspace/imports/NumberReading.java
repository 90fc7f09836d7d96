package dev.hermes.workspace.imports;

import dev.hermes.decimal.Decimal;
import dev.hermes.model.Message;
import dev.hermes.spi.BadCellException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads numbers for a column that keeps a declared count of digits, as they are. */
final class NumberReading implements Cells.Reading<Decimal> {

    /** Before the decimal point; more do not exist. */
    private static final int MOST_DIGITS = 26;

    private final Cells.Reading<String> plain;
    private final int digitsBefore;
    private final int scale;
    /** The least number with more digits before the point; null where there is none. */
    private final @Nullable Decimal limit;

    /** @param plain turns a text into digits with a point */
    NumberReading(int digits, int scale, Cells.Reading<String> plain) {
        this.plain = plain;
        this.scale = scale;
        digitsBefore = digits - scale;
        limit = digitsBefore < MOST_DIGITS ? Decimal.of(BigDecimal.TEN.pow(digitsBefore)) : null;
    }

    @Override
    public Decimal read(String text) throws BadCellException {
        String digits = plain.read(text);
        Decimal number = Cells.number(digits);
        int point = digits.indexOf('.');
        if (point >= 0 && digits.length() - point - 1 > scale && !number.roundedTo(scale).equals(number)) {
            throw new BadCellException(Message.of("{0} has more than the {1} fractional digits that its column keeps",
                    Quote.of(text), scale), Message.of("Maybe declare the column with a greater scale."));
        }
        if (limit != null && text.length() > digitsBefore && number.abs().compareTo(limit) >= 0) {
            throw new BadCellException(
                    Message.of("{0} has more than the {1} digits before the point that its column keeps",
                            Quote.of(text), digitsBefore),
                    Message.of("Maybe declare the column with more digits."));
        }
        return number;
    }
}
