package dev.hermes.app.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Point2D;
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

    private static Point2D at(GraphPositions positions, String id) {
        return Objects.requireNonNull(positions.get(id));
    }
}
