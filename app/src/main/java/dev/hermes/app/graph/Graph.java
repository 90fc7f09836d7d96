package dev.hermes.app.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Nodes, edges and groups, immutable. An edge goes from what is read to what reads it. */
public final class Graph {

    private static final Graph EMPTY = new Graph(List.of(), List.of(), List.of());

    private final Map<String, GraphNode> nodes = new LinkedHashMap<>();
    private final List<GraphEdge> edges;
    private final List<GraphGroup> groups;
    private final Map<String, List<GraphEdge>> outgoing = new HashMap<>();
    private final Map<String, List<GraphEdge>> incoming = new HashMap<>();
    private final Map<String, GraphGroup> groupByMember = new HashMap<>();

    private Graph(Collection<GraphNode> nodes, Collection<GraphEdge> edges, Collection<GraphGroup> groups) {
        this.edges = List.copyOf(edges);
        this.groups = List.copyOf(groups);
        for (GraphNode node : nodes) {
            if (this.nodes.put(node.id(), node) != null) {
                throw new IllegalArgumentException("The node (%s) must be there once.".formatted(node.id()));
            }
        }
        for (GraphEdge edge : this.edges) {
            outgoing.computeIfAbsent(known(edge.from()), _ -> new ArrayList<>()).add(edge);
            incoming.computeIfAbsent(known(edge.to()), _ -> new ArrayList<>()).add(edge);
        }
        outgoing.replaceAll((_, list) -> List.copyOf(list));
        incoming.replaceAll((_, list) -> List.copyOf(list));
        for (GraphGroup group : this.groups) {
            for (String member : group.members()) {
                if (groupByMember.put(known(member), group) != null) {
                    throw new IllegalArgumentException("The node (%s) must be in one group.".formatted(member));
                }
            }
        }
    }

    /**
     * A graph of these parts, in their order.
     *
     * @throws IllegalArgumentException
     *             if a node is there twice or is in two groups, or an edge or a group names one that is not there
     */
    public static Graph of(Collection<GraphNode> nodes, Collection<GraphEdge> edges, Collection<GraphGroup> groups) {
        return new Graph(nodes, edges, groups);
    }

    public static Graph of(Collection<GraphNode> nodes, Collection<GraphEdge> edges) {
        return new Graph(nodes, edges, List.of());
    }

    public static Graph empty() {
        return EMPTY;
    }

    /** In the order given. */
    public Collection<GraphNode> nodes() {
        return Collections.unmodifiableCollection(nodes.values());
    }

    public List<GraphEdge> edges() {
        return edges;
    }

    public List<GraphGroup> groups() {
        return groups;
    }

    public boolean contains(String id) {
        return nodes.containsKey(id);
    }

    public Optional<GraphNode> node(String id) {
        return Optional.ofNullable(nodes.get(id));
    }

    public Optional<GraphGroup> groupOf(String id) {
        return Optional.ofNullable(groupByMember.get(id));
    }

    /** Whether there is a group that is one card. */
    boolean isCollapsed(String group) {
        return groups.stream().anyMatch(each -> each.collapsed() && each.id().equals(group));
    }

    /** Some of the nodes with the edges between them, in no groups. */
    Graph part(Set<String> ids) {
        return new Graph(nodes.values().stream().filter(node -> ids.contains(node.id())).toList(),
                edges.stream().filter(edge -> ids.contains(edge.from()) && ids.contains(edge.to())).toList(),
                List.of());
    }

    /** The edges to what reads a node. */
    public List<GraphEdge> outgoing(String id) {
        return outgoing.getOrDefault(id, List.of());
    }

    /** The edges from what a node reads. */
    public List<GraphEdge> incoming(String id) {
        return incoming.getOrDefault(id, List.of());
    }

    /** What a node reads, directly or through others; the node itself only if it is on a cycle. */
    public Set<String> upstream(String id) {
        return reached(id, node -> incoming(node).stream().map(GraphEdge::from).toList());
    }

    /** What reads a node, directly or through others; the node itself only if it is on a cycle. */
    public Set<String> downstream(String id) {
        return reached(id, node -> outgoing(node).stream().map(GraphEdge::to).toList());
    }

    private static Set<String> reached(String start, Function<String, List<String>> next) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> waiting = new ArrayDeque<>(next.apply(start));
        while (!waiting.isEmpty()) {
            String id = waiting.poll();
            if (found.add(id)) {
                waiting.addAll(next.apply(id));
            }
        }
        return Collections.unmodifiableSet(found);
    }

    /** The ids on a shortest way along the edges, both ends included; empty if there is none. */
    public List<String> path(String from, String to) {
        if (from.equals(to)) {
            return List.of(from);
        }
        Map<String, String> before = new HashMap<>();
        Set<String> seen = new HashSet<>(Set.of(from));
        Deque<String> waiting = new ArrayDeque<>(List.of(from));
        while (!waiting.isEmpty()) {
            String id = waiting.poll();
            for (GraphEdge edge : outgoing(id)) {
                if (seen.add(edge.to())) {
                    before.put(edge.to(), id);
                    if (edge.to().equals(to)) {
                        return backwards(before, to);
                    }
                    waiting.add(edge.to());
                }
            }
        }
        return List.of();
    }

    private static List<String> backwards(Map<String, String> before, String to) {
        List<String> path = new ArrayList<>();
        for (@Nullable String id = to; id != null; id = before.get(id)) {
            path.add(id);
        }
        return List.copyOf(path.reversed());
    }

    /** The way on which a new edge would close a cycle, from its target back to its source; empty if it closes none. */
    public List<String> cycle(String from, String to) {
        return path(to, from);
    }

    /** Whether a node between the ends of an edge would close no cycle. */
    public boolean accepts(GraphEdge edge, String node) {
        return !edge.from().equals(node) && !edge.to().equals(node) && cycle(edge.from(), node).isEmpty()
                && cycle(node, edge.to()).isEmpty();
    }

    private String known(String id) {
        if (!nodes.containsKey(id)) {
            throw new IllegalArgumentException("The id (%s) must be that of a node of the graph.".formatted(id));
        }
        return id;
    }
}
