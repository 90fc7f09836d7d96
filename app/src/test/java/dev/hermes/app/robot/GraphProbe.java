package dev.hermes.app.robot;

import dev.hermes.app.graph.Camera;
import dev.hermes.app.graph.GraphCanvas;
import dev.hermes.app.window.Offscreen;
import dev.hermes.workspace.DocumentFile;
import dev.hermes.workspace.Workspace;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;

/**
 * Measures the window with 3,000 indicators and 6,000 edges: how long it takes to open them, to pan and zoom, to choose a
 * card, to move one and to change a formula. A program of its own, that says nothing of right and wrong.
 */
final class GraphProbe {

    private static final int INDICATORS = 3000;
    private static final int EDGES = 6000;
    private static final int FRAMES = 60;

    private GraphProbe() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("hermes-graph-probe");
        Path workspace = folder.resolve("large");
        try (Workspace made = Workspace.create(workspace)) {
            made.documents().apply(List.of(DocumentFile.read("large.yaml", documents())));
        }
        try (Robot robot = Robot.start("probe of graphs", folder.resolve("settings.json"))) {
            timed("open", () -> robot.open(workspace));
            for (int round = 0; round < 2; round++) {
                for (double zoom : new double[] {1, 0.6, 0.3, 0.12, 0.05}) {
                    frames(robot, zoom, round > 0);
                }
            }
            timed("choose a card", () -> choose(robot, "n1500"));
            timed("choose another", () -> choose(robot, "n2900"));
            timed("move it", () -> robot.press(KeyCode.ALT, KeyCode.DOWN));
            timed("move it again", () -> robot.press(KeyCode.ALT, KeyCode.DOWN));
            timed("change its formula", () -> robot.write("#formula", "n0 + n1"));
            timed("open the outline", () -> Offscreen.run(
                    () -> ((ToggleButton) robot.find("#outline-toggle")).setSelected(true)));
            timed("change its formula with the outline", () -> robot.write("#formula", "n0 + n2"));
            timed("take it back", () -> robot.fire("#undo"));
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted((one, other) -> other.compareTo(one)).forEach(file -> file.toFile().delete());
        }
        System.exit(0);
    }

    private static void choose(Robot robot, String code) {
        Offscreen.run(() -> {
            GraphCanvas graph = robot.graph();
            graph.requestFocus();
            graph.choose(List.of(code));
        });
        robot.calm();
    }

    private static void timed(String what, Runnable step) {
        long start = System.nanoTime();
        long work = work();
        step.run();
        System.out.println(String.format(Locale.ROOT, "%s: %.0f ms until all is calm, %.0f ms of JavaFX", what,
                (System.nanoTime() - start) / 1e6, (work() - work) / 1e6));
    }

    /** In layers, each indicator reading at random some of the layers before. */
    private static String documents() {
        Random random = new Random(42);
        List<List<String>> reads = new ArrayList<>();
        for (int i = 0; i < INDICATORS; i++) {
            reads.add(new ArrayList<>());
        }
        for (int i = 0; i < EDGES; i++) {
            int to = INDICATORS * 2 / 5 + random.nextInt(INDICATORS * 3 / 5);
            reads.get(to).add("n" + Math.max(0, to - INDICATORS / 8 - random.nextInt(INDICATORS / 4)));
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < INDICATORS; i++) {
            List<String> all = reads.get(i);
            String formula = all.isEmpty() ? "1" : all.stream().distinct().collect(Collectors.joining(" + "));
            text.append(i == 0 ? "" : "---\n").append("""
                    hermes: 1
                    kind: indicator
                    code: n%d
                    name: Indicator number %d
                    type: composite
                    unit: number
                    formula: "%s"
                    """.formatted(i, i, formula));
        }
        return text.toString();
    }

    private static void frames(Robot robot, double zoom, boolean told) {
        CompletableFuture<long[]> done = new CompletableFuture<>();
        long before = work();
        Offscreen.run(() -> {
            GraphCanvas graph = robot.graph();
            graph.look(new Camera(2000, 2000, zoom));
            new AnimationTimer() {

                private final long[] times = new long[FRAMES];
                private int frame;

                @Override
                public void handle(long now) {
                    if (frame == FRAMES) {
                        stop();
                        done.complete(times);
                        return;
                    }
                    times[frame] = System.nanoTime();
                    scroll(graph, frame);
                    frame++;
                }
            }.start();
        });
        long[] times = done.join();
        if (told) {
            double[] apart = new double[FRAMES - 1];
            for (int i = 1; i < FRAMES; i++) {
                apart[i - 1] = (times[i] - times[i - 1]) / 1e6;
            }
            Arrays.sort(apart);
            System.out.println(String.format(Locale.ROOT,
                    "zoom %.2f: a frame each %.1f ms, at the slowest %.1f ms; %.1f ms of processor each", zoom,
                    apart[apart.length / 2], apart[apart.length * 95 / 100], (work() - before) / 1e6 / FRAMES));
        }
    }

    private static void scroll(GraphCanvas graph, int frame) {
        boolean zooms = frame % 4 == 3;
        double down = frame % 8 < 4 ? 6 : -6;
        Event.fireEvent(graph,
                new ScrollEvent(ScrollEvent.SCROLL, 400, 300, 400, 300, false, zooms, false, false, false,
                        false, 5, down, 5, down, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                        ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, new PickResult(graph, 400, 300)));
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
