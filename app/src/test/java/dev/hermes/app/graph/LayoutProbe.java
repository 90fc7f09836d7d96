package dev.hermes.app.graph;

import java.util.Locale;

/** Measures how long layouts take. A program of its own. */
final class LayoutProbe {

    private LayoutProbe() {}

    public static void main(String[] arguments) {
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
