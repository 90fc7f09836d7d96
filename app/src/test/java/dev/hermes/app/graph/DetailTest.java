package dev.hermes.app.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.app.window.Offscreen;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.paint.Color;
import javafx.scene.text.FontWeight;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is left out of large graphs. */
class DetailTest {

    @BeforeAll
    static void start() {
        Offscreen.start();
    }

    private static final Graph LARGE = Examples.large(3000, 6000);

    @Test
    void paintsOnlyTheCardsInView() {
        Offscreen.run(() -> {
            Screen screen = new Screen(LARGE, Examples.inColumns(LARGE, 90), 900, 600);
            screen.canvas.look(new Camera(0, 0, 1));
            screen.layout();
            // Four columns of 276 and six rows of 112, some of them in part.
            assertThat(screen.canvas.surface().paintedCards()).isEqualTo(4 * 6);

            screen.canvas.zoomToFit();
            screen.layout();
            assertThat(screen.canvas.surface().paintedCards()).isEqualTo(3000);
            screen.close();
        });
    }

    @Test
    void thinsTheLinksOutWhereTheyCrowd() {
        Offscreen.run(() -> {
            Screen screen = new Screen(LARGE, Examples.inColumns(LARGE, 90), 900, 600);
            screen.canvas.zoomToFit();
            screen.layout();
            assertThat(screen.canvas.surface().linkCountProperty().get().drawn()).isBetween(350, 520);
            screen.close();
        });
    }

    @Test
    void saysThatLinksAreThinnedOutWhileTheyAre() {
        Offscreen.run(() -> {
            Screen screen = new Screen(LARGE, Examples.inColumns(LARGE, 90), 900, 600);
            screen.canvas.zoomToFit();
            screen.layout();
            assertThat(screen.pane.remarks().drawn()).matches("[345]\\d\\d of 5,\\d{3} links drawn");

            screen.canvas.look(new Camera(0, 0, 2));
            screen.layout();
            assertThat(screen.pane.remarks().drawn()).isEmpty();
            screen.close();
        });
    }

    @Test
    void drawsAllLinksOfTheSelectedCard() {
        Offscreen.run(() -> {
            List<GraphEdge> edges = new ArrayList<>(LARGE.edges());
            // What reads those is lit too, and of that some is left out.
            IntStream.rangeClosed(1, 900).forEach(i -> edges.add(new GraphEdge("n0", "n" + (1200 + i), i % 9 == 0)));
            Graph graph = Graph.of(LARGE.nodes(), edges);
            Screen screen = new Screen(graph, Examples.inColumns(graph, 90), 900, 600);
            screen.canvas.zoomToFit();
            screen.canvas.selection().add("n0");
            screen.layout();

            LinkCount count = screen.canvas.surface().linkCountProperty().get();
            assertThat(count.ofSelected()).isEqualTo(graph.outgoing("n0").size()).isGreaterThanOrEqualTo(900);
            assertThat(count.drawn()).as("Others are thinned out").isLessThan(1600);
            screen.close();
        });
    }

    @Test
    void pansFasterTheNearerTheEdge() {
        assertThat(EdgePan.speed(500, 450, 1000)).isZero();
        assertThat(EdgePan.speed(500, 30, 1000)).isNegative();
        assertThat(EdgePan.speed(500, 10, 1000)).isLessThan(EdgePan.speed(500, 30, 1000));
        assertThat(EdgePan.speed(500, -80, 1000)).isEqualTo(-EdgePan.FASTEST);
        assertThat(EdgePan.speed(500, 1000, 1000)).isEqualTo(EdgePan.FASTEST);
        assertThat(EdgePan.speed(8, 20, 1000)).as("Away from the edge").isZero();
    }

    @Test
    void showsLessTheFartherAway() {
        assertThat(Detail.at(1)).isEqualTo(Detail.FULL);
        assertThat(Detail.at(0.5)).isEqualTo(Detail.TITLE);
        assertThat(Detail.at(0.2)).isEqualTo(Detail.BLANK);
        assertThat(Detail.at(0.05)).isEqualTo(Detail.BLOCK);
    }

    @Test
    void cutsTextsThatDoNotFit() {
        Offscreen.run(() -> {
            Typeface typeface = new Typeface("System", FontWeight.NORMAL);
            Caption caption = new Caption("Refunded nights");

            assertThat(caption.fitting(typeface, 500, 12)).isEqualTo("Refunded nights");
            String cut = caption.fitting(typeface, 60, 12);
            assertThat(cut).startsWith("Ref").endsWith("…");
            assertThat(typeface.width(cut, 12)).isLessThanOrEqualTo(60);
        });
    }

    @Test
    void drawsLinesOfTheThicknessAskedFor() {
        int[] pixels = new int[20 * 10];
        LineRaster raster = new LineRaster(pixels, 20, 10);
        raster.style(Color.RED, 2, 0);
        raster.line(-5, 4, 30, 4);

        for (int x = 0; x < 20; x++) {
            assertThat(pixels[3 * 20 + x]).isEqualTo(0xffff0000);
            assertThat(pixels[4 * 20 + x]).isEqualTo(0xffff0000);
            assertThat(pixels[2 * 20 + x]).isZero();
            assertThat(pixels[5 * 20 + x]).isZero();
        }
    }
}
