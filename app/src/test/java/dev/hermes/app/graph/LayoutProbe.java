package dev.hermes.app.graph;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Measures how long layouts take. Not run by the build. */
class LayoutProbe {

    @Test
    void measure() {
        for (int nodes : new int[] {30, 300, 1000, 3000}) {
            for (int round = 0; round < 2; round++) {
                Graph graph = Examples.large(nodes, nodes * 2);
                long start = System.nanoTime();
                LayeredLayout.of(graph);
                System.out.println(String.format(Locale.ROOT, "layout of %d nodes, %d edges: %.0f ms", nodes, nodes * 2,
                        (System.nanoTime() - start) / 1e6));
            }
        }
    }
}
