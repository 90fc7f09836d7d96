package dev.hermes.model;

import org.jspecify.annotations.Nullable;

/**
 * How a file writes numbers. A minus before the digits is always one.
 *
 * @param decimal
 *            what stands before the fractional digits: {@code .} or {@code ,}
 * @param grouping
 *            what may stand between groups of three digits: {@code . ,} or {@code '} (also the typographic one), or a
 *            space (also one that does not break); null where nothing may
 * @param negative
 *            what else makes a number negative
 * @param percent
 *            whether a number before a percent sign counts hundredths
 */
public record NumberStyle(char decimal, @Nullable Character grouping, Negative negative, boolean percent) {

    /** Digits and a point alone: {@code -1234.50}. */
    public static final NumberStyle PLAIN = new NumberStyle('.', null, Negative.LEADING, false);

    public NumberStyle {
        if (grouping != null && grouping == decimal) {
            throw new IllegalArgumentException("The character '" + decimal
                    + "' cannot stand both between thousands and before the fractional digits.");
        }
    }

    /** Where a negative number shows that it is one. */
    public enum Negative {
        /** {@code -5} alone. */
        LEADING,
        /** Also {@code 5-}. */
        TRAILING,
        /** Also {@code (5)}. */
        PARENTHESES
    }
}
