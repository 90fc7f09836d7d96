package dev.hermes.trace;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The explanation of one payout. Immutable.
 *
 * @param origins
 *            where its rows came from, as far as that is known
 */
public record Trace(TraceNode root, Map<SourceRow, Origin> origins) {

    /** Facts and members beyond this many are counted in text, not listed. */
    private static final int LISTED = 12;

    public Trace {
        origins = Map.copyOf(origins);
    }

    /** An explanation that does not say where rows came from. */
    public Trace(TraceNode root) {
        this(root, Map.of());
    }

    /** The same explanation, which says where rows came from. */
    public Trace with(Map<SourceRow, Origin> known) {
        return new Trace(root, known);
    }

    /** The rows that figures were brought in with, in the order of the tree. */
    public Set<SourceRow> sources() {
        Set<SourceRow> sources = new LinkedHashSet<>();
        collect(root, sources);
        return sources;
    }

    private static void collect(TraceNode node, Set<SourceRow> sources) {
        if (node.source() != null) {
            sources.add(node.source());
        }
        node.children().forEach(child -> collect(child, sources));
    }

    /** A tree for people; of long lists of facts and members the first ones. */
    public String toText() {
        return new TraceText(origins, LISTED).write(root);
    }

    /** A tree for people in which everything is listed. */
    public String toFullText() {
        return new TraceText(origins, Integer.MAX_VALUE).write(root);
    }

    /** Everything, as one JSON object; figures are strings in canonical form. */
    public String toJson() {
        return new TraceJson(origins).write(root);
    }
}
