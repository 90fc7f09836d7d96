package dev.hermes.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.model.CalcInputs;
import dev.hermes.model.Calendar;
import dev.hermes.model.PersonRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was acknowledged outlives whatever happens to the program or the log, and nothing is there by half.
 * {@code -Dhermes.kills=N} kills as many programs, {@code -Dhermes.images=N} tries as many damaged logs.
 */
class CrashTest {

    @TempDir
    Path folder;

    private Path home;

    @BeforeEach
    void create() {
        home = folder.resolve("workspace");
        Workspace.create(home).close();
    }

    /**
     * What a workspace holds.
     *
     * @param edits
     *            how many edits there are
     * @param imported
     *            the number of the edit after which its rows were brought in; 0 for none
     */
    private record State(int edits, int imported) {

        /** Reads a workspace, in which every edit and import must be whole. */
        static State of(Path workspace) {
            try (Workspace opened = Workspace.open(workspace)) {
                int edits = opened.documents().history().size();
                assertThat(opened.documents().library().calendars()).extracting(Calendar::name)
                        .isEqualTo(edits == 0 ? List.of() : List.of("Edit " + edits));
                List<String> names = opened
                        .inputs(Needed.ALL, new CalcInputs.Balances(List.of(), Map.of(), Map.of())).persons().stream()
                        .map(PersonRow::name).distinct().toList();
                assertThat(names).hasSizeLessThan(2);
                opened.imports().current().forEach(people -> assertThat(people.rows()).isEqualTo(CrashLoad.ROWS));
                return new State(edits,
                        names.isEmpty() ? 0 : Integer.parseInt(names.getFirst().substring("Person of edit ".length())));
            }
        }
    }

    @Test
    void whatWasAcknowledgedOutlivesAKilledProgram() throws IOException, InterruptedException {
        Random random = new Random(7);
        State known = new State(0, 0);
        for (int kill = 0; kill < Integer.getInteger("hermes.kills", 4); kill++) {
            int acknowledged = killAfter(1 + random.nextInt(40), random.nextInt(8_000_000));

            State state = State.of(home);

            int least = Math.max(known.edits(), acknowledged);
            assertThat(state.edits()).as("kill " + kill).isBetween(least, least + 1);
            // Each import comes before the next edit of the same program.
            int leastImported = state.edits() - known.edits() > 1 ? state.edits() - 1 : known.imported();
            assertThat(state.imported()).as("kill " + kill).isBetween(leastImported, state.edits());
            assertThat(Workspace.examine(home)).isEmpty();
            known = state;
        }
    }

    @Test
    void whereAProgramIsKilledThatTakesImportsBackEachIsThereAsAWholeOrNot() throws IOException, InterruptedException {
        String base;
        try (Workspace workspace = Workspace.open(home)) {
            TakeBackLoad.bring(workspace, TakeBackLoad.BASE);
            base = workspace.inputsVersion();
        }
        Random random = new Random(23);
        for (int kill = 0; kill < Integer.getInteger("hermes.kills", 2); kill++) {
            Process load = start(TakeBackLoad.class);
            try (BufferedReader lines = load.inputReader(StandardCharsets.UTF_8)) {
                for (int read = 1 + random.nextInt(20); read > 0; read--) {
                    lines.readLine();
                }
                LockSupport.parkNanos(random.nextInt(8_000_000));
                load.toHandle().destroyForcibly();
                load.waitFor();
            }
            assertThat(Workspace.examine(home)).isEmpty();
            try (Workspace workspace = Workspace.open(home)) {
                List<String> names = workspace.inputs(Needed.ALL, CalcInputs.Balances.NONE).persons().stream()
                        .map(PersonRow::name).toList();
                assertThat(names).hasSize(TakeBackLoad.ROWS).containsOnly(names.getFirst());
                if (!names.getFirst().equals(TakeBackLoad.BASE)) {
                    workspace.imports().takeBackLast("people");
                }
                assertThat(workspace.inputsVersion()).isEqualTo(base);
            }
        }
    }

    private Process start(Class<?> load) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), load.getName(),
                home.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** Runs the load until it has acknowledged so many edits and a moment longer; returns the last that it did. */
    private int killAfter(int edits, int nanoseconds) throws IOException, InterruptedException {
        Process load = start(CrashLoad.class);
        int last = 0;
        try (BufferedReader lines = load.inputReader(StandardCharsets.UTF_8)) {
            for (int read = 0; read < edits; read++) {
                last = number(lines.readLine(), last);
            }
            LockSupport.parkNanos(nanoseconds);
            load.toHandle().destroyForcibly();
            load.waitFor();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = number(line, last);
            }
        }
        return last;
    }

    /** A line that was cut off where the program was killed is no acknowledgement. */
    private static int number(String line, int last) {
        return line != null && line.equals(String.valueOf(last + 1)) || last == 0 && line != null
                ? Integer.parseInt(line)
                : last;
    }

    @Test
    void aTornOrDamagedLogLeavesACommittedState() throws IOException {
        Path image = folder.resolve("image");
        byte[] database;
        byte[] log;
        try (Workspace workspace = Workspace.open(home)) {
            for (int number = 1; number <= 25; number++) {
                workspace.documents().apply(List.of(CrashLoad.file(number)));
            }
            database = Files.readAllBytes(home.resolve("workspace.db"));
            log = Files.readAllBytes(home.resolve("workspace.db-wal"));
        }
        Files.createDirectory(image);
        Random random = new Random(11);
        int latest = 0;
        int earliest = Integer.MAX_VALUE;
        for (int attempt = 0; attempt < Integer.getInteger("hermes.images", 60); attempt++) {
            Files.write(image.resolve("workspace.db"), database);
            Files.write(image.resolve("workspace.db-wal"), attempt == 0 ? log : damaged(log, random));
            Files.deleteIfExists(image.resolve("workspace.db-shm"));

            int edits = State.of(image).edits();

            assertThat(Doctor.examine(image.resolve("workspace.db"), null)).as("image " + attempt).isEmpty();
            latest = Math.max(latest, edits);
            earliest = Math.min(earliest, edits);
            deleteBackups(image);
        }
        assertThat(latest).isEqualTo(25);
        assertThat(earliest).isLessThan(25);
    }

    private static byte[] damaged(byte[] log, Random random) {
        if (random.nextBoolean()) {
            return Arrays.copyOf(log, random.nextInt(log.length));
        }
        byte[] flipped = log.clone();
        int bit = random.nextInt(log.length * 8);
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        return flipped;
    }

    private static void deleteBackups(Path workspace) throws IOException {
        for (Backups.Backup backup : new Backups(workspace).all()) {
            Files.delete(backup.file());
        }
    }
}
