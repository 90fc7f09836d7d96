package dev.hermes.statement;

import dev.hermes.column.Column;
import dev.hermes.column.NumberColumn;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How many digits behind the point a spreadsheet's number is good for. It has 15 in all, and the last of them are noise
 * after some steps: 24691.3 × 0.05 may be 1234.5649999999998. So before a number is rounded or compared it is rounded to
 * the digits that it is good for, which leaves room for values a hundred times as large.
 */
final class Precision {

    /** The digits of the engine behind the point. */
    static final int ENGINE = 12;

    private static final int GOOD = 13;
    private static final int UNKNOWN = 8;
    private static final int LEAST = 2;

    private Precision() {}

    /** The digits behind the point that numbers like this one are good for. */
    static int digits(@Nullable Column like) {
        if (!(like instanceof NumberColumn number) || !number.isPresent(0)) {
            return UNKNOWN;
        }
        BigDecimal value = number.get(0).toBigDecimal();
        int before = Math.max(1, value.precision() - value.scale());
        return Math.clamp(GOOD - before, LEAST, ENGINE);
    }

    /** A formula without the noise. */
    static String clean(String formula, @Nullable Column like) {
        return round(formula, digits(like));
    }

    /** A formula rounded half away from zero, as the engine does. */
    static String rounded(String formula, @Nullable Column like, int scale) {
        int digits = digits(like);
        return round(digits > scale ? round(formula, digits) : formula, scale);
    }

    static String round(String formula, int scale) {
        return "ROUND(" + formula + "," + scale + ")";
    }
}
