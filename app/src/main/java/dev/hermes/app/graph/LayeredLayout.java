package dev.hermes.app.graph;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.GreedySwitchType;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Lays a graph out in columns from left to right: what is read is left of what reads it. The same graph always gives
 * the same positions; up to {@value #LARGE} nodes keep the order in which they are given as far as that crosses no edges.
 * A group is one box among the others, its members are laid out in that; a collapsed one is as small as a card. For any
 * thread; thousands of nodes take seconds.
 */
public final class LayeredLayout {

    static final double GAP_ACROSS = 92;
    static final double GAP_DOWN = 24;

    private static final double MARGIN = 40;
    private static final Dimension2D CARD = new Dimension2D(Card.WIDTH, Card.HEIGHT);
    /** More nodes are laid out more roughly. */
    private static final int LARGE = 400;

    static {
        // Makes the types of ELK's options known to it.
        LayoutMetaDataService.getInstance();
    }

    private LayeredLayout() {}

    /** Where each node is to be. */
    public static GraphPositions of(Graph graph) {
        return GraphPositions.of(graph.groups().isEmpty() ? points(graph) : withGroups(graph));
    }

    /** Each group is laid out by itself and then placed as one box, among the others. */
    private static Map<String, Point2D> withGroups(Graph graph) {
        Map<String, Map<String, Point2D>> inside = new HashMap<>();
        Map<String, Dimension2D> boxes = new LinkedHashMap<>();
        for (GraphNode node : graph.nodes()) {
            GraphGroup group = graph.groupOf(node.id()).orElse(null);
            if (group == null) {
                boxes.put(node.id(), CARD);
            } else if (!boxes.containsKey(group.id())) {
                Map<String, Point2D> points = normal(points(graph.part(group.members())));
                inside.put(group.id(), points);
                boxes.put(group.id(), group.collapsed() ? CARD : frame(points));
            }
        }
        Set<GraphEdge> edges = new LinkedHashSet<>();
        graph.edges().forEach(edge -> edges.add(new GraphEdge(box(graph, edge.from()), box(graph, edge.to()), false)));
        Map<String, Point2D> points = new HashMap<>();
        layered(boxes, edges).forEach((id, corner) -> {
            Map<String, Point2D> members = inside.get(id);
            if (members == null) {
                points.put(id, corner);
            } else {
                Point2D first = graph.isCollapsed(id) ? corner : corner.add(GroupFrame.PADDING, GroupFrame.TITLE);
                members.forEach((member, point) -> points.put(member, first.add(point)));
            }
        });
        return points;
    }

    private static String box(Graph graph, String node) {
        return graph.groupOf(node).map(GraphGroup::id).orElse(node);
    }

    /** With the outermost at zero. */
    private static Map<String, Point2D> normal(Map<String, Point2D> points) {
        double left = points.values().stream().mapToDouble(Point2D::getX).min().orElse(0);
        double top = points.values().stream().mapToDouble(Point2D::getY).min().orElse(0);
        Map<String, Point2D> moved = HashMap.newHashMap(points.size());
        points.forEach((id, point) -> moved.put(id, point.subtract(left, top)));
        return moved;
    }

    private static Dimension2D frame(Map<String, Point2D> points) {
        return new Dimension2D(
                points.values().stream().mapToDouble(Point2D::getX).max().orElse(0) + Card.WIDTH
                        + 2 * GroupFrame.PADDING,
                points.values().stream().mapToDouble(Point2D::getY).max().orElse(0) + Card.HEIGHT + GroupFrame.TITLE
                        + GroupFrame.PADDING);
    }

    private static Map<String, Point2D> points(Graph graph) {
        Map<String, Dimension2D> boxes = new LinkedHashMap<>();
        graph.nodes().forEach(node -> boxes.put(node.id(), CARD));
        return layered(boxes, graph.edges());
    }

    /** The upper left corners of boxes. */
    private static Map<String, Point2D> layered(Map<String, Dimension2D> boxes, Collection<GraphEdge> edges) {
        ElkNode root = ElkGraphUtil.createGraph();
        configure(root, boxes.size() > LARGE);
        Map<String, ElkNode> placed = new LinkedHashMap<>();
        boxes.forEach((id, size) -> {
            ElkNode box = ElkGraphUtil.createNode(root);
            box.setDimensions(size.getWidth(), size.getHeight());
            placed.put(id, box);
        });
        for (GraphEdge edge : edges) {
            ElkNode from = placed.get(edge.from());
            ElkNode to = placed.get(edge.to());
            if (from != null && to != null && !from.equals(to)) {
                ElkGraphUtil.createSimpleEdge(from, to);
            }
        }
        if (!placed.isEmpty()) {
            new LayeredLayoutProvider().layout(root, new BasicProgressMonitor());
        }
        Map<String, Point2D> points = HashMap.newHashMap(placed.size());
        placed.forEach((id, box) -> points.put(id, new Point2D(box.getX(), box.getY())));
        return points;
    }

    private static void configure(ElkNode root, boolean large) {
        root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        root.setProperty(LayeredOptions.SEPARATE_CONNECTED_COMPONENTS, false);
        root.setProperty(LayeredOptions.RANDOM_SEED, 1);
        root.setProperty(LayeredOptions.PADDING, new ElkPadding(MARGIN));
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, GAP_DOWN);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, GAP_ACROSS);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, GAP_DOWN / 2);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 4.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 4.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 12.0);
        if (!large) {
            // Takes the square of the nodes.
            root.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
        } else {
            root.setProperty(LayeredOptions.THOROUGHNESS, 1);
            root.setProperty(LayeredOptions.CROSSING_MINIMIZATION_GREEDY_SWITCH_TYPE, GreedySwitchType.OFF);
            root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.SIMPLE);
        }
    }
}
