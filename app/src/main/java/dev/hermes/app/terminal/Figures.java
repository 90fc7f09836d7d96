package dev.hermes.app.terminal;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as people read them: with a comma between thousands. Stateless. */
public final class Figures {

    private static final int GROUP = 3;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Figures() {}

    /** 1234567 as {@code 1,234,567}. */
    public static String count(long count) {
        return grouped(Long.toString(count));
    }

    /** An amount with at least so many fractional digits, and more where it has more. */
    public static String amount(BigDecimal amount, int scale) {
        return grouped(amount.setScale(Math.max(scale, amount.stripTrailingZeros().scale()), RoundingMode.UNNECESSARY)
                .toPlainString());
    }

    /** An amount with so many fractional digits, rounded half away from zero. */
    public static String rounded(BigDecimal amount, int scale) {
        return grouped(amount.setScale(scale, RoundingMode.HALF_UP).toPlainString());
    }

    /** A part of a whole in percent, with one fractional digit; empty where the whole is not positive. */
    public static String percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0
                ? ""
                : part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP).toPlainString() + " %";
    }

    /** A count with what it counts: {@code 1 payee}, {@code 2 payees}. */
    public static String counted(long count, String one, String many) {
        return count(count) + " " + (count == 1 ? one : many);
    }

    private static String grouped(String plain) {
        int start = plain.startsWith("-") ? 1 : 0;
        int end = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        StringBuilder grouped = new StringBuilder(plain);
        for (int place = end - GROUP; place > start; place -= GROUP) {
            grouped.insert(place, ',');
        }
        return grouped.toString();
    }
}
