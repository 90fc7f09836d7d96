package dev.hermes.app.graph;

import java.util.Locale;
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
 * @param help
 *            which keys there are
 * @param drawn
 *            how many links are drawn of those in view, with {@code %,d} for each of the two numbers
 * @param numbers
 *            how numbers are written
 */
public record GraphTexts(Map<NodeKind, String> kinds, String group, String members, String problem,
        String canvas, String help, String zoomIn, String zoomOut, String actualSize, String fit, String drawn,
        Connecting connecting, Locale numbers) {

    /**
     * What is said of an edge while it is drawn.
     *
     * @param keys
     *            which keys lead it
     * @param from
     *            that it begins, with {@code %s} for the title of what would be read
     * @param edge
     *            that it can be, with {@code %1$s} for what would be read, {@code %2$s} for what would read it
     * @param there
     *            that it is there already, with the same two
     * @param circle
     *            that it would close a circle, with {@code %s} for the way
     * @param hidden
     *            that it leads to a collapsed group, with {@code %s} for its title
     */
    public record Connecting(String keys, String from, String edge, String there, String circle, String hidden) {}

    public GraphTexts {
        kinds = Map.copyOf(kinds);
    }

    public static GraphTexts english() {
        return new GraphTexts(
                Map.of(NodeKind.BASE, "Base indicator", NodeKind.COMPOSITE, "Composite indicator", NodeKind.SUBJECTIVE,
                        "Score", NodeKind.PARAMETER, "Parameter", NodeKind.SCHEME, "Scheme", NodeKind.MISSING,
                        "Missing"),
                "Group", "%d inside", "Problem:", "Graph",
                "Arrow keys lead from card to card, Enter opens one, C draws an edge from it.",
                "Zoom in", "Zoom out", "Actual size", "Fit", "%,d of %,d links drawn",
                new Connecting("Arrow keys and Tab choose, Enter connects, Esc gives up", "From %s",
                        "%2$s would read %1$s", "%2$s reads %1$s already", "That would depend on itself: %s",
                        "Open %s to connect what is inside"),
                Locale.ENGLISH);
    }
}
