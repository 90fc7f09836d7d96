package dev.hermes.app.terminal;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A bar as long as a part of the greatest figure is great, in eighths of a column. Stateless. */
public final class Bar {

    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";
    private static final int FULL = 8;

    private Bar() {}

    /** Empty for what is not above zero. */
    public static String of(BigDecimal part, BigDecimal greatest, int columns) {
        if (part.signum() <= 0 || greatest.signum() <= 0) {
            return "";
        }
        int eighths = part.multiply(BigDecimal.valueOf((long) columns * FULL)).divide(greatest, RoundingMode.HALF_UP)
                .setScale(0, RoundingMode.HALF_UP).intValueExact();
        return ("█".repeat(eighths / FULL) + EIGHTHS.charAt(eighths % FULL)).stripTrailing();
    }
}
