package dev.hermes.app.graph;

import java.util.Map;

/**
 * The words that the canvas shows or speaks, in the user's language.
 *
 * @param kinds
 *            what a node of each kind is called
 * @param members
 *            how many nodes a collapsed group holds, with {@code %d} for the number
 * @param problem
 *            spoken before what is wrong with a node
 */
public record GraphTexts(Map<NodeKind, String> kinds, String group, String members, String problem,
        String canvas, String zoomIn, String zoomOut, String actualSize, String fit) {

    public GraphTexts {
        kinds = Map.copyOf(kinds);
    }

    public static GraphTexts english() {
        return new GraphTexts(
                Map.of(NodeKind.BASE, "Base indicator", NodeKind.COMPOSITE, "Composite indicator", NodeKind.SUBJECTIVE,
                        "Score", NodeKind.PARAMETER, "Parameter"),
                "Group", "%d inside", "Problem:", "Graph", "Zoom in", "Zoom out", "Actual size", "Fit");
    }
}
