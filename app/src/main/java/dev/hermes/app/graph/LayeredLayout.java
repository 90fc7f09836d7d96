package dev.hermes.app.graph;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
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
 * Groups count for nothing. For any thread; thousands of nodes take seconds.
 */
public final class LayeredLayout {

    static final double GAP_ACROSS = 92;
    static final double GAP_DOWN = 24;

    private static final double MARGIN = 40;
    /** More nodes are laid out more roughly. */
    private static final int LARGE = 400;

    static {
        // Makes the types of ELK's options known to it.
        LayoutMetaDataService.getInstance();
    }

    private LayeredLayout() {}

    /** Where each node is to be. */
    public static GraphPositions of(Graph graph) {
        ElkNode root = ElkGraphUtil.createGraph();
        configure(root, graph.nodes().size() > LARGE);
        Map<String, ElkNode> placed = new LinkedHashMap<>();
        for (GraphNode node : graph.nodes()) {
            ElkNode box = ElkGraphUtil.createNode(root);
            box.setDimensions(Card.WIDTH, Card.HEIGHT);
            placed.put(node.id(), box);
        }
        for (GraphEdge edge : graph.edges()) {
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
        return GraphPositions.of(points);
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
