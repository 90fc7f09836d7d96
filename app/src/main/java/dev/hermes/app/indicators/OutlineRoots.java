package dev.hermes.app.indicators;

import dev.hermes.app.graph.Graph;
import dev.hermes.app.graph.GraphEdge;
import dev.hermes.app.graph.GraphNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands at the top of the outline of a graph, and the ways from there. */
final class OutlineRoots {

    private OutlineRoots() {}

    /** What nobody reads, by title; and of what is read in circles only, one of each, so that everything lies below. */
    static List<GraphNode> of(Graph graph) {
        List<GraphNode> roots = new ArrayList<>();
        Set<String> below = new HashSet<>();
        graph.nodes().stream().filter(node -> graph.outgoing(node.id()).isEmpty()).forEach(node -> {
            roots.add(node);
            below.add(node.id());
        });
        // Each card is gone through once, whatever number of ways leads to it.
        roots.forEach(root -> add(graph, root.id(), below));
        for (GraphNode node : graph.nodes()) {
            if (below.add(node.id())) {
                roots.add(node);
                add(graph, node.id(), below);
            }
        }
        roots.sort(Comparator.comparing(GraphNode::title));
        return roots;
    }

    private static void add(Graph graph, String of, Set<String> below) {
        List<String> waiting = new ArrayList<>(List.of(of));
        while (!waiting.isEmpty()) {
            for (GraphEdge edge : graph.incoming(waiting.removeLast())) {
                if (below.add(edge.from())) {
                    waiting.add(edge.from());
                }
            }
        }
    }

    /** A shortest way from the top down to a card, both included; empty where there is no such card. */
    static List<String> way(Graph graph, String card) {
        Set<String> tops = new HashSet<>();
        of(graph).forEach(node -> tops.add(node.id()));
        Map<String, String> next = new HashMap<>();
        Set<String> seen = new HashSet<>(Set.of(card));
        List<String> waiting = new ArrayList<>(graph.contains(card) ? List.of(card) : List.of());
        for (int i = 0; i < waiting.size(); i++) {
            String at = waiting.get(i);
            if (tops.contains(at)) {
                List<String> way = new ArrayList<>(List.of(at));
                while (next.containsKey(way.getLast())) {
                    way.add(next.get(way.getLast()));
                }
                return way;
            }
            for (GraphEdge edge : graph.outgoing(at)) {
                if (seen.add(edge.to())) {
                    next.put(edge.to(), at);
                    waiting.add(edge.to());
                }
            }
        }
        return List.of();
    }
}
