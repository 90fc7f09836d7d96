package dev.hermes.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One figure, and what it was made from.
 *
 * @param label
 *            what it is called: an indicator, a rule, a fact's key
 * @param value
 *            in canonical text; {@code missing}, or empty where there is none to show
 * @param detail
 *            the formula, the values compared, the reason, or why it failed; empty for none
 * @param source
 *            the row that it was brought in with; null where there is none, or more than one
 */
public record TraceNode(Kind kind, String label, String value, String detail, List<TraceNode> children,
        @Nullable SourceRow source) {

    public TraceNode {
        children = List.copyOf(children);
    }

    /** A figure that no row was brought in for. */
    public TraceNode(Kind kind, String label, String value, String detail, List<TraceNode> children) {
        this(kind, label, value, detail, children, null);
    }

    public enum Kind {
        PAYOUT, PARAMETER, ITEM, RULE, CONDITION, COMPARISON, FORMULA, STEP, LINE, INDICATOR, VALUE, RATE, BAND, DAYS,
        MEMBER, FACT, BALANCE, FAILURE,
        /** The figure was explained further up. */
        ABOVE
    }

    public static TraceNode leaf(Kind kind, String label, String value, String detail) {
        return new TraceNode(kind, label, value, detail, List.of());
    }

    /** The same figure, which a row was brought in with. */
    public TraceNode from(@Nullable SourceRow row) {
        return new TraceNode(kind, label, value, detail, children, row);
    }
}
