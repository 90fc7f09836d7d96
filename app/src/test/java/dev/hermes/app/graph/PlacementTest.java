package dev.hermes.app.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;

class PlacementTest {

    private static final GraphPositions KNOWN = Examples.at("a=0,0 b=0,1 c=1,0");

    @Test
    void leavesWhatHasAPlace() {
        Graph graph = Examples.of("a>c b>c c>x y>x");

        GraphPositions completed = Placement.completed(graph, KNOWN);

        assertThat(completed.with(KNOWN)).isEqualTo(completed);
        assertThat(completed.ids()).containsExactlyInAnyOrder("a", "b", "c", "x", "y");
    }

    @Test
    void putsANewCardRightOfWhatItReads() {
        Point2D place = at(Placement.completed(Examples.of("a>n b>n c"), KNOWN), "n");

        assertThat(place.getX()).isEqualTo(Card.WIDTH + LayeredLayout.GAP_ACROSS);
        assertThat(place.getY()).as("Below c, which is there already").isGreaterThanOrEqualTo(Card.HEIGHT);
    }

    @Test
    void putsANewCardLeftOfWhatReadsIt() {
        assertThat(at(Placement.completed(Examples.of("n>c a b"), KNOWN), "n").getX()).isLessThan(Card.WIDTH);
        assertThat(at(Placement.completed(Examples.of("n>a"), KNOWN), "n").getX()).isLessThanOrEqualTo(-Card.WIDTH);
    }

    @Test
    void putsOneAfterTheOther() {
        GraphPositions completed = Placement.completed(Examples.of("n>m m>o c>n a b"), KNOWN);

        assertThat(at(completed, "n").getX()).isGreaterThan(at(completed, "c").getX());
        assertThat(at(completed, "m").getX()).isGreaterThan(at(completed, "n").getX());
        assertThat(at(completed, "o").getX()).isGreaterThan(at(completed, "m").getX());
    }

    @Test
    void coversNoCardAndMakesRowsOfThoseThatStandAlone() {
        GraphPositions completed = Placement.completed(
                Examples.of("a b c n0 n1 n2 n3 n4 n5 n6 n7 n8 a>m0 a>m1 a>m2 a>m3 a>m4"), KNOWN);

        List<String> ids = new ArrayList<>(completed.ids());
        for (int i = 0; i < ids.size(); i++) {
            Point2D one = at(completed, ids.get(i));
            for (String other : ids.subList(i + 1, ids.size())) {
                Point2D two = at(completed, other);
                assertThat(Math.abs(one.getX() - two.getX()) >= Card.WIDTH
                        || Math.abs(one.getY() - two.getY()) >= Card.HEIGHT).as(ids.get(i) + " and " + other).isTrue();
            }
        }
        assertThat(List.of("n0", "n1", "n2", "n3", "n4", "n5", "n6", "n7", "n8"))
                .allSatisfy(id -> assertThat(at(completed, id).getX()).isLessThan(4 * 300));
    }

    @Test
    void laysOutWhatIsSeenForTheFirstTime() {
        Graph graph = Examples.of("a>b b>c");

        assertThat(Placement.completed(graph, GraphPositions.of(Map.of("gone", Point2D.ZERO))))
                .isEqualTo(LayeredLayout.of(graph).with(GraphPositions.of(Map.of("gone", Point2D.ZERO))));
    }

    @Test
    void findsRoomNearAPoint() {
        Graph graph = Examples.of("a b c");

        assertThat(Placement.free(graph, KNOWN, new Point2D(2000, 801))).isEqualTo(new Point2D(2000, 800));
        assertThat(Placement.free(graph, KNOWN, new Point2D(310, 10))).satisfies(
                place -> assertThat(Math.abs(place.getY())).isGreaterThanOrEqualTo(Card.HEIGHT));
    }

    @Test
    void makesRoomForAGroupThatIsOpened() {
        Graph part = Examples.of("a>b b>c a>d x>a");
        Graph graph = Graph.of(part.nodes(), part.edges(), List.of(new GraphGroup("g", "G", Set.of("a", "b"), true)));
        GraphPositions collapsed = Examples.at("x=-1,0 a=0,0 b=1,1 c=1,0 d=0,1");
        GraphPositions opened = Placement.opened(graph, collapsed, "g");

        assertThat(opened).isEqualTo(Examples.at("x=-1,0 a=0,0 b=1,1 c=2,0 d=0,2"));
        assertThat(Placement.opened(graph, opened, "g")).as("There is room").isEqualTo(opened);
    }

    private static Point2D at(GraphPositions positions, String id) {
        return Objects.requireNonNull(positions.get(id), id);
    }
}
