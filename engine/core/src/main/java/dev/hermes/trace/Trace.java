package dev.hermes.trace;

/** The explanation of one payout. Immutable. */
public record Trace(TraceNode root) {

    /** Facts and members beyond this many are counted in text, not listed. */
    private static final int LISTED = 12;

    /** A tree for people; of long lists of facts and members the first ones. */
    public String toText() {
        return new TraceText(LISTED).write(root);
    }

    /** A tree for people in which everything is listed. */
    public String toFullText() {
        return new TraceText(Integer.MAX_VALUE).write(root);
    }

    /** Everything, as one JSON object; figures are strings in canonical form. */
    public String toJson() {
        return TraceJson.write(root);
    }
}
