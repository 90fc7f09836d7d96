package dev.hermes.testkit.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Has a program of its own read hostile files, with little memory and so much time that only a hang needs more. Beside
 * them lies a file that nobody is to read or change, and a socket listens to which nobody is to speak.
 */
public final class HostileRun implements AutoCloseable {

    private static final String MEMORY = "-Xmx256m";
    private static final int MOST_MINUTES = 8;

    private final Path files;
    private final Path canary;
    private final Path outcomes;
    private final Path work;
    private final Path temporary;
    private final ServerSocket listening;

    /** @param folder an empty one */
    public HostileRun(Path folder) throws IOException {
        files = Files.createDirectory(folder.resolve("files"));
        canary = Files.createDirectory(folder.resolve("canary"));
        outcomes = Files.createDirectory(folder.resolve("outcomes"));
        work = Files.createDirectory(folder.resolve("work"));
        temporary = Files.createDirectory(folder.resolve("temporary"));
        Files.writeString(canary.resolve("secret.txt"), Bait.SECRET);
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** What files can try to get at. */
    public Bait bait() {
        return new Bait(canary.resolve("secret.txt").toUri().toString(), "http://"
                + listening.getInetAddress().getHostAddress() + ":" + listening.getLocalPort() + "/");
    }

    /**
     * What is otherwise than expected of each file, with what was touched that is none of them; empty for nothing.
     *
     * @param reader
     *            has a {@code main} that calls {@link #read}
     */
    public List<String> contradictions(Class<?> reader, List<HostileFile> hostile)
            throws IOException, InterruptedException {
        for (HostileFile file : hostile) {
            file.writeInto(files);
        }
        Map<Path, String> before = untouchable();
        Path said = outcomes.resolveSibling("said.txt");
        Process program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                MEMORY, "--enable-native-access=ALL-UNNAMED", "-Djava.io.tmpdir=" + temporary, "-cp",
                System.getProperty("java.class.path"), reader.getName(), files.toString(), outcomes.toString())
                .directory(work.toFile()).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        List<String> contradictions = new ArrayList<>();
        if (!program.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            program.destroyForcibly().waitFor();
            contradictions.add("The program did not come to an end.");
        }
        for (HostileFile file : hostile) {
            Path outcome = outcomes.resolve(file.name());
            String contradiction = Files.exists(outcome)
                    ? Observed.read(outcome).contradicts(file)
                    : file.name() + " was not read: " + Files.readString(said);
            if (!contradiction.isEmpty()) {
                contradictions.add(contradiction);
            }
        }
        contradictions.addAll(trespasses(before));
        return contradictions;
    }

    /** Reads each file in this program, one after the other; the arguments are those of its {@code main}. */
    public static void read(String[] arguments, List<HostileFile> hostile, Function<HostileFile, Observed> reader)
            throws IOException {
        for (HostileFile file : hostile) {
            reader.apply(file).writeTo(Path.of(arguments[1]).resolve(file.name()));
        }
    }

    private List<String> trespasses(Map<Path, String> before) throws IOException {
        List<String> trespasses = new ArrayList<>();
        if (!untouchable().equals(before)) {
            trespasses.add("Files that are none of the program's were changed: " + before + " became " + untouchable());
        }
        try (Stream<Path> told = Files.walk(outcomes)) {
            told.filter(Files::isRegularFile).filter(file -> text(file).contains(Bait.SECRET))
                    .forEach(file -> trespasses.add(file.getFileName() + " tells what no file was to read."));
        }
        try (Stream<Path> left = Files.list(temporary)) {
            left.filter(file -> file.getFileName().toString().startsWith("hermes"))
                    .forEach(file -> trespasses.add(file + " was left behind."));
        }
        listening.setSoTimeout(1);
        try (Socket caller = listening.accept()) {
            trespasses.add("Somebody called from " + caller.getRemoteSocketAddress());
        } catch (SocketTimeoutException nobody) {
            return trespasses;
        }
        return trespasses;
    }

    /** The canary, and where the program stands, with nothing in it: files by their content and time. */
    private Map<Path, String> untouchable() throws IOException {
        Map<Path, String> found = new HashMap<>();
        for (Path folder : List.of(canary, work)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : (Iterable<Path>) paths::iterator) {
                    found.put(path, Files.isDirectory(path) ? "" : text(path) + Files.getLastModifiedTime(path));
                }
            }
        }
        return found;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
