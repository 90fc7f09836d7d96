package dev.hermes.app.graph;

import dev.hermes.app.window.Offscreen;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import javafx.geometry.Point2D;
import javafx.scene.image.WritableImage;

/**
 * Measures frames of 3,000 nodes and 6,000 edges while they are panned and zoomed: recording, rendering in software and
 * reading the picture back. A program of its own, that says nothing of right and wrong.
 */
final class FrameProbe {

    private static final int FRAMES = 30;
    private static final int WARM_UP = 6;

    private FrameProbe() {}

    public static void main(String[] arguments) {
        Offscreen.start();
        Offscreen.run(() -> {
            Graph graph = Examples.large(3000, 6000);
            Screen screen = new Screen(graph, Examples.inColumns(graph, 90), 1440, 900);
            WritableImage image = new WritableImage(1440, 900);
            for (int round = 0; round < 2; round++) {
                screen.canvas.selection().clear();
                measure(screen, image, "", round);
                screen.canvas.selection().add("n1500");
                measure(screen, image, " selected", round);
            }
            screen.close();
        });
        System.exit(0);
    }

    private static void measure(Screen screen, WritableImage image, String what, int round) {
        for (double zoom : new double[] {1.5, 1, 0.8, 0.6, 0.45, 0.3, 0.2, 0.12, 0.08, 0.04}) {
            double[] drawing = new double[FRAMES];
            double[] whole = new double[FRAMES];
            double[] work = new double[FRAMES];
            screen.canvas.look(new Camera(0, 0, zoom).centred(4500, 5000, 1440, 900));
            for (int i = -WARM_UP; i < FRAMES; i++) {
                long start = System.nanoTime();
                long workBefore = work();
                if (i % 2 == 0) {
                    screen.scroll(new Point2D(700, 400), 7, i % 4 == 0 ? 5 : -5, false);
                } else {
                    screen.scroll(new Point2D(700, 400), 0, i % 4 == 1 ? 1.5 : -1.5, true);
                }
                long drawn = System.nanoTime();
                screen.pane.snapshot(null, image);
                if (i >= 0) {
                    drawing[i] = (drawn - start) / 1e6;
                    work[i] = (work() - workBefore) / 1e6;
                    whole[i] = (System.nanoTime() - start) / 1e6;
                }
            }
            if (round > 0) {
                Arrays.sort(drawing);
                Arrays.sort(whole);
                Arrays.sort(work);
                System.out.println(String.format(Locale.ROOT,
                        "zoom %.2f%s: %d cards, %d links; FX thread %.1f / %.1f ms, whole frame %.1f / %.1f ms,"
                                + " processor %.1f / %.1f ms",
                        zoom, what,
                        screen.canvas.surface().paintedCards(),
                        screen.canvas.surface().linkCountProperty().get().drawn(),
                        drawing[FRAMES / 2], drawing[FRAMES * 95 / 100], whole[FRAMES / 2],
                        whole[FRAMES * 95 / 100], work[FRAMES / 2], work[FRAMES * 95 / 100]));
            }
        }
    }

    /** The time that the processor has spent on JavaFX, which other programs on the machine do not change. */
    private static long work() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && (thread.getThreadName().startsWith("JavaFX Application")
                    || thread.getThreadName().startsWith("QuantumRenderer"))) {
                sum += threads.getThreadCpuTime(thread.getThreadId());
            }
        }
        return sum;
    }
}
