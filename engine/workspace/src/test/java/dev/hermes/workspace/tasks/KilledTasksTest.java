package dev.hermes.workspace.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.workspace.Task;
import dev.hermes.workspace.Task.State;
import dev.hermes.workspace.Workspace;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However often the program is killed, every task is done, and done once; {@code -Dhermes.kills=N} kills as many. */
class KilledTasksTest {

    @TempDir
    Path folder;

    private Path home;
    private Path files;

    @BeforeEach
    void create() throws IOException {
        home = folder.resolve("workspace");
        files = Files.createDirectory(folder.resolve("files"));
        Workspace.create(home).close();
    }

    @Test
    void everyTaskIsDoneOnceHoweverOftenTheProgramIsKilled() throws IOException, InterruptedException {
        int kills = Integer.getInteger("hermes.kills", 3);
        List<String> names = queue(kills * 15);
        Random random = new Random(3);
        List<String> acknowledged = new ArrayList<>();
        int interrupted = 0;
        for (int kill = 0; kill < kills; kill++) {
            acknowledged.addAll(runUntilKilled(1 + random.nextInt(20), random.nextInt(8_000_000)));
            interrupted += running();
            assertThat(effects()).as("kill " + kill).containsAll(acknowledged).doesNotHaveDuplicates();
            assertThat(Workspace.examine(home)).isEmpty();
        }
        assertThat(runUntilKilled(Integer.MAX_VALUE, 0)).endsWith("all");

        assertThat(interrupted).as("tasks that were at work when the program was killed").isPositive();
        List<String> expected = names.stream().flatMap(name -> Stream.of(name, name + "'")).toList();
        assertThat(effects()).containsExactlyInAnyOrderElementsOf(expected);
        try (Workspace workspace = Workspace.open(home)) {
            assertThat(workspace.tasks().all()).hasSize(Math.min(expected.size(), 1000))
                    .allMatch(task -> task.state() == State.DONE);
        }
        try (Stream<Path> written = Files.list(files)) {
            assertThat(written.map(file -> file.getFileName().toString()).filter(name -> !name.endsWith(".draft")))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private List<String> queue(int number) {
        List<String> names = IntStream.range(0, number).mapToObj(task -> "task" + task).toList();
        try (Workspace workspace = Workspace.open(home)) {
            return workspace.together(() -> {
                names.forEach(name -> workspace.tasks().add("save", name, "{}"));
                return names;
            });
        }
    }

    private List<String> effects() {
        try (Workspace workspace = Workspace.open(home)) {
            return new TaskFixture(workspace).effects();
        }
    }

    private int running() {
        try (Workspace workspace = Workspace.open(home)) {
            return (int) workspace.tasks().all().stream().map(Task::state).filter(State.RUNNING::equals).count();
        }
    }

    /** Runs the load until it has done so many tasks and a moment longer; returns those that it has said are done. */
    private List<String> runUntilKilled(int tasks, int nanoseconds) throws IOException, InterruptedException {
        Process load = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                TaskLoad.class.getName(), home.toString(), files.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        List<String> done = new ArrayList<>();
        try (BufferedReader lines = load.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null && done.size() < tasks) {
                addWhole(line, done);
                line = lines.readLine();
            }
            LockSupport.parkNanos(nanoseconds);
            load.toHandle().destroyForcibly();
            load.waitFor();
            for (; line != null; line = lines.readLine()) {
                addWhole(line, done);
            }
        }
        return done;
    }

    /** A line that was cut off where the program was killed is no acknowledgement. */
    private static void addWhole(String line, List<String> done) {
        if (line.equals("all") || line.matches("task\\d+'?")) {
            done.add(line);
        }
    }
}
