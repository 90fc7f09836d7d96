package dev.hermes.app.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A card on the sheet: a node, or a collapsed group. All cards have one size, in the coordinates of the graph. */
final class Card {

    static final double WIDTH = 184;
    static final double HEIGHT = 88;

    final String id;
    /** Null if it is a group. */
    final @Nullable NodeKind kind;
    /** The nodes that it stands for. */
    final Set<String> members;
    final Caption title;
    final Caption subtitle;
    final Caption value;
    final String tag;
    /** Between 0 and 1. */
    final float[] shape;
    /** Whether value and shape are about to change. */
    final boolean faded;
    final @Nullable String problem;
    final List<Link> outgoing = new ArrayList<>();
    final List<Link> incoming = new ArrayList<>();
    double x;
    double y;
    Emphasis emphasis = Emphasis.PLAIN;

    private Card(String id, @Nullable NodeKind kind, Set<String> members, String title, String subtitle, String value,
            String tag, float[] shape, boolean faded, @Nullable String problem) {
        this.id = id;
        this.kind = kind;
        this.members = members;
        this.title = new Caption(title);
        this.subtitle = new Caption(subtitle);
        this.value = new Caption(value);
        this.tag = tag;
        this.shape = shape;
        this.faded = faded;
        this.problem = problem;
    }

    static Card of(GraphNode node) {
        return new Card(node.id(), node.kind(), Set.of(node.id()), node.title(), node.subtitle(), node.value(),
                node.tag(), scaled(node.shape()), node.faded(), node.problem());
    }

    static Card of(GraphGroup group, Graph graph, GraphTexts texts) {
        String problem = graph.nodes().stream().filter(node -> group.members().contains(node.id()))
                .map(GraphNode::problem).filter(text -> text != null).findFirst().orElse(null);
        String count = String.format(texts.numbers(), texts.members(), group.members().size());
        return new Card(group.id(), null, group.members(), group.title(), count, "", texts.group(), new float[0],
                false, problem);
    }

    boolean isGroup() {
        return kind == null;
    }

    double centreX() {
        return x + WIDTH / 2;
    }

    double centreY() {
        return y + HEIGHT / 2;
    }

    double right() {
        return x + WIDTH;
    }

    double bottom() {
        return y + HEIGHT;
    }

    boolean contains(double px, double py) {
        return px >= x && px <= right() && py >= y && py <= bottom();
    }

    private static float[] scaled(List<Double> shape) {
        double low = shape.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = shape.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        float[] scaled = new float[shape.size()];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = high == low ? 0.5f : (float) ((shape.get(i) - low) / (high - low));
        }
        return scaled;
    }
}
