package dev.hermes.app.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;

class GraphTest {

    private final Graph graph = Examples.of("a>b b>c b>d c>e d>e x");

    @Test
    void knowsWhatANodeReadsAndWhatReadsIt() {
        assertThat(graph.upstream("e")).containsExactlyInAnyOrder("a", "b", "c", "d");
        assertThat(graph.downstream("b")).containsExactlyInAnyOrder("c", "d", "e");
        assertThat(graph.upstream("a")).isEmpty();
        assertThat(graph.downstream("x")).isEmpty();
        assertThat(graph.outgoing("b")).extracting(GraphEdge::to).containsExactly("c", "d");
        assertThat(graph.incoming("e")).extracting(GraphEdge::from).containsExactly("c", "d");
    }

    @Test
    void findsTheShortestWay() {
        assertThat(graph.path("a", "e")).containsExactly("a", "b", "c", "e");
        assertThat(graph.path("e", "a")).isEmpty();
        assertThat(graph.path("a", "x")).isEmpty();
    }

    @Test
    void findsTheWayThatANewEdgeWouldCloseToACycle() {
        assertThat(graph.cycle("d", "a")).containsExactly("a", "b", "d");
        assertThat(graph.cycle("a", "a")).containsExactly("a");
        assertThat(graph.cycle("a", "e")).isEmpty();
    }

    @Test
    void livesWithACycleThatIsThereAlready() {
        Graph round = Examples.of("a>b b>a b>c");

        assertThat(round.upstream("c")).containsExactlyInAnyOrder("a", "b");
        assertThat(round.upstream("a")).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        List<GraphNode> nodes = List.copyOf(graph.nodes());
        GraphGroup one = new GraphGroup("g", "One", Set.of("a"), false);
        GraphGroup two = new GraphGroup("h", "Two", Set.of("a"), false);

        assertThatThrownBy(() -> Graph.of(nodes, List.of(new GraphEdge("a", "z", false))))
                .hasMessage("The id (z) must be that of a node of the graph.");
        assertThatThrownBy(() -> Graph.of(List.of(nodes.getFirst(), nodes.getFirst()), List.of()))
                .hasMessage("The node (a) must be there once.");
        assertThatThrownBy(() -> Graph.of(nodes, List.of(), List.of(one, two)))
                .hasMessage("The node (a) must be in one group.");
    }

    @Test
    void keepsPositionsOnTheGrid() {
        GraphPositions positions = Examples.at("a=0,0").with(GraphPositions.of(Map.of("b",
                new Point2D(5.9, -6.1))));

        assertThat(positions.get("b")).isEqualTo(new Point2D(4, -8));
        assertThat(positions.get("a")).isEqualTo(Point2D.ZERO);
        assertThat(positions.get("c")).isNull();
    }

    @Test
    void mergesTheEdgesOfACollapsedGroup() {
        Graph grouped = Graph.of(graph.nodes(), graph.edges(),
                List.of(new GraphGroup("g", "Middle", Set.of("c", "d"), true)));
        Sheet sheet = new Sheet(grouped, GraphTexts.english());

        assertThat(sheet.cards).extracting(card -> card.id).containsExactly("a", "b", "g", "e", "x");
        assertThat(sheet.links).extracting(link -> link.from.id + ">" + link.to.id)
                .containsExactly("a>b", "b>g", "g>e");
    }

    @Test
    void putsNodesWithoutAPositionBelowTheOthers() {
        Sheet sheet = new Sheet(Examples.of("a b c"), GraphTexts.english());
        sheet.place(Examples.at("a=0,1")::get);

        assertThat(sheet.cards).extracting(card -> card.y).containsExactly(120.0, 232.0, 344.0);
    }
}
