package dev.hermes.app.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class LayeredLayoutTest {

    @Test
    void putsEveryEdgeFromLeftToRight() {
        for (Graph graph : List.of(Examples.travel(), Examples.large(150, 260))) {
            GraphPositions positions = LayeredLayout.of(graph);

            assertThat(graph.edges()).allSatisfy(edge -> assertThat(at(positions, edge.to()).getX())
                    .isGreaterThanOrEqualTo(at(positions, edge.from()).getX() + Card.WIDTH));
        }
    }

    @Test
    void letsNoCardsOverlap() {
        Graph graph = Examples.large(150, 260);
        GraphPositions positions = LayeredLayout.of(graph);
        List<GraphNode> nodes = List.copyOf(graph.nodes());

        for (int i = 0; i < nodes.size(); i++) {
            Point2D one = at(positions, nodes.get(i).id());
            for (GraphNode other : nodes.subList(i + 1, nodes.size())) {
                Point2D two = at(positions, other.id());
                assertThat(Math.abs(one.getX() - two.getX()) >= Card.WIDTH
                        || Math.abs(one.getY() - two.getY()) >= Card.HEIGHT).isTrue();
            }
        }
    }

    @Test
    void givesTheSameAgain() {
        Graph graph = Examples.large(150, 260);

        assertThat(LayeredLayout.of(graph)).isEqualTo(LayeredLayout.of(graph));
    }

    @Test
    void keepsTheOrderOfTheNodesWhereNothingCrosses() {
        GraphPositions positions = LayeredLayout.of(Examples.of("a>x b>y c>z"));

        assertThat(at(positions, "a").getY()).isLessThan(at(positions, "b").getY());
        assertThat(at(positions, "b").getY()).isLessThan(at(positions, "c").getY());
    }

    @Test
    void laysOutCyclesAndNothing() {
        assertThat(LayeredLayout.of(Examples.of("a>b b>a")).ids()).containsExactlyInAnyOrder("a", "b");
        assertThat(LayeredLayout.of(Graph.empty())).isEqualTo(GraphPositions.of(Map.of()));
    }

    @Test
    void framesOfGroupsEncloseNoStrangers() {
        Graph graph = Examples.large(60, 110);
        List<String> ids = graph.nodes().stream().map(GraphNode::id).toList();
        Set<String> members = Set.copyOf(IntStream.range(0, 8).mapToObj(i -> ids.get(i * 7)).toList());
        Graph grouped = Graph.of(graph.nodes(), graph.edges(), List.of(new GraphGroup("g", "G", members, false)));
        GraphPositions positions = LayeredLayout.of(grouped);
        Sheet sheet = new Sheet(grouped, GraphTexts.english());
        sheet.place(positions::get);
        Rectangle2D frame = sheet.frame(grouped.groups().getFirst());

        assertThat(sheet.cards).filteredOn(card -> frame.intersects(card.x, card.y, Card.WIDTH, Card.HEIGHT))
                .extracting(card -> card.id).containsExactlyInAnyOrderElementsOf(members);
    }

    @Test
    void aCollapsedGroupTakesTheRoomOfOneCard() {
        List<GraphNode> nodes = List.copyOf(Examples.of("a>b b>c c>d d>e x>e").nodes());
        List<GraphEdge> edges = Examples.of("a>b b>c c>d d>e x>e").edges();
        Set<String> members = Set.of("b", "c", "d");
        GraphPositions open = LayeredLayout
                .of(Graph.of(nodes, edges, List.of(new GraphGroup("g", "G", members, false))));
        GraphPositions collapsed = LayeredLayout
                .of(Graph.of(nodes, edges, List.of(new GraphGroup("g", "G", members, true))));

        double pitch = Card.WIDTH + LayeredLayout.GAP_ACROSS;
        assertThat(at(open, "e").getX() - at(open, "a").getX()).isGreaterThan(3.5 * pitch);
        assertThat(at(collapsed, "e").getX() - at(collapsed, "a").getX()).isEqualTo(2 * pitch);
        assertThat(at(collapsed, "c").subtract(at(collapsed, "b"))).isEqualTo(at(open, "c").subtract(at(open, "b")));
    }

    private static Point2D at(GraphPositions positions, String id) {
        return Objects.requireNonNull(positions.get(id));
    }
}
