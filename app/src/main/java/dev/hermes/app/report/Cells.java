package dev.hermes.app.report;

import dev.hermes.decimal.Decimal;
import dev.hermes.spi.Cell;
import java.math.BigDecimal;
import java.util.Optional;

/** Figures as cells of tables. Stateless. */
final class Cells {

    private Cells() {}

    /** A number with at least so many fractional digits. */
    static Cell number(Decimal number, int scale) {
        return number(number.toBigDecimal(), scale);
    }

    /** A sum, which may be wider than a number. */
    static Cell number(BigDecimal sum, int scale) {
        return Cell.number(sum.setScale(Math.max(scale, sum.stripTrailingZeros().scale())));
    }

    /** A number; an empty cell where there is none. */
    static Cell number(Optional<Decimal> number, int scale) {
        return number.map(present -> number(present, scale)).orElse(Cell.EMPTY);
    }
}
