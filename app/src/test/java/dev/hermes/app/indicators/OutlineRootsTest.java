package dev.hermes.app.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.app.graph.Graph;
import dev.hermes.app.graph.GraphEdge;
import dev.hermes.app.graph.GraphNode;
import dev.hermes.app.graph.NodeKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutlineRootsTest {

    private static Graph graph(String... edges) {
        Set<String> ids = new LinkedHashSet<>();
        List<GraphEdge> all = new ArrayList<>();
        for (String edge : edges) {
            List<String> ends = List.of(edge.split(" "));
            ids.addAll(ends);
            all.add(new GraphEdge(ends.getFirst(), ends.getLast(), false));
        }
        return Graph.of(ids.stream().map(id -> new GraphNode(id, NodeKind.BASE, id, "", "", "", List.of(), null))
                .toList(), all);
    }

    @Test
    void whatNobodyReadsIsAtTheTop() {
        assertThat(OutlineRoots.of(graph("net bonus", "net share", "share bonus"))).extracting(GraphNode::id)
                .containsExactly("bonus");
    }

    @Test
    void whatIsOnlyInACircleIsThereToo() {
        Graph graph = graph("net bonus", "here there", "there here");

        assertThat(OutlineRoots.of(graph)).extracting(GraphNode::id).containsExactly("bonus", "here");
        assertThat(OutlineRoots.way(graph, "there")).containsExactly("here", "there");
    }

    @Test
    void theWayDownIsTheShortest() {
        Graph graph = graph("net share", "share part", "part bonus", "net bonus");

        assertThat(OutlineRoots.way(graph, "net")).containsExactly("bonus", "net");
        assertThat(OutlineRoots.way(graph, "share")).containsExactly("bonus", "part", "share");
        assertThat(OutlineRoots.way(graph, "nobody")).isEmpty();
    }

    /** There are 2 to the power of 25 ways. */
    @Test
    void aCardBelowManyIsGoneThroughOnce() {
        List<String> edges = new ArrayList<>();
        for (int layer = 0; layer < 25; layer++) {
            for (String from : List.of("a", "b")) {
                edges.add(from + layer + " a" + (layer + 1));
                edges.add(from + layer + " b" + (layer + 1));
            }
        }
        Graph graph = graph(edges.toArray(String[]::new));

        assertThat(OutlineRoots.of(graph)).extracting(GraphNode::id).containsExactly("a25", "b25");
        assertThat(OutlineRoots.way(graph, "a0")).hasSize(26);
    }
}
