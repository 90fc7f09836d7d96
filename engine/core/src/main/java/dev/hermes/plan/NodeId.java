package dev.hermes.plan;

import dev.hermes.model.Series;
import dev.hermes.model.Window;

/**
 * One column of a calculation.
 *
 * @param code
 *            the indicator; for {@link Level#RELATIVE} the relative figure in text
 * @param group
 *            for rolled-up columns whose roll-up it belongs to; {@link #MEMBERS} for what members of an indicator have on
 *            their own that is itself rolled up; otherwise empty
 */
public record NodeId(String code, Series series, Window window, Level level, String group) {

    /** What the column holds. */
    public enum Level {
        /** What formulas read: one value for each payee. */
        VALUE,
        /** One's own partial values, by stretches on which everybody above stays the same. */
        OWN,
        /** A member's figures rolled up to each superior. */
        ROLLED,
        /** Values day by day. */
        DAY,
        /** Values day by day, rolled up on each day. */
        ROLLED_DAY,
        /** Rank, percentile or share. */
        RELATIVE
    }

    /** Marks the members' own values of an indicator whose values are rolled up. */
    static final String MEMBERS = "members";

    static NodeId of(String code, Series series, Window window, Level level) {
        return new NodeId(code, series, window, level, "");
    }
}
