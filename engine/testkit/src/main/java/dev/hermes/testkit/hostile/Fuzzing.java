package dev.hermes.testkit.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/**
 * Gives a reader more inputs than anybody would write: mutations of seeds, the same in every run, and where Jazzer is on
 * the class path (profile {@code endurance}) as many that it finds on its own, by what they reach.
 */
public final class Fuzzing {

    private static final String JAZZER = "com.code_intelligence.jazzer.Jazzer";
    /** Seconds for one input, behind which it is a hang. */
    private static final int PATIENCE = 60;

    private final FuzzTarget target;
    private final List<byte[]> seeds;
    private final List<byte[]> words;

    public Fuzzing(FuzzTarget target, List<byte[]> seeds, List<String> words) {
        this.target = target;
        this.seeds = List.copyOf(seeds);
        this.words = words.stream().map(word -> word.getBytes(StandardCharsets.UTF_8)).toList();
    }

    /** Reads so many mutations; an {@link AssertionError} has the input at which the reader threw. */
    public void mutations(int count) {
        Mutations mutations = new Mutations(seeds, words, 1);
        for (int number = 0; number < count; number++) {
            byte[] input = mutations.next();
            try {
                target.read(input);
            } catch (Exception | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError("Mutation " + number + ": " + shown(input), e);
            }
        }
    }

    private static String shown(byte[] input) {
        return new String(input, StandardCharsets.UTF_8) + "\n" + HexFormat.of().formatHex(input);
    }

    public static boolean hasJazzer() {
        try {
            Class.forName(JAZZER, false, Fuzzing.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }

    /**
     * Has Jazzer read so many inputs in a program of its own.
     *
     * @param target
     *            a class with {@code public static void fuzzerTestOneInput(byte[])}
     * @param folder
     *            an empty one, for the seeds and what Jazzer finds
     * @return what Jazzer said, the last of it that it is done
     * @throws AssertionError
     *             where an input made the reader throw, hang or take more memory than there is
     */
    public String jazzer(Class<?> target, long count, Path folder) throws IOException, InterruptedException {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        for (int number = 0; number < seeds.size(); number++) {
            Files.write(corpus.resolve("seed" + number), seeds.get(number));
        }
        Path said = folder.resolve("said.txt");
        Path dictionary = Files.write(folder.resolve("words.txt"),
                words.stream().map(Fuzzing::dictionaryEntry).toList());
        Process jazzer = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Xmx1g", "-cp", System.getProperty("java.class.path"), JAZZER,
                "--target_class=" + target.getName(), "--instrumentation_includes=dev.hermes.**:de.siegmar.**",
                "--reproducer_path=" + folder, "-artifact_prefix=" + folder + "/", "-dict=" + dictionary,
                "-runs=" + count, "-seed=1", "-timeout=" + PATIENCE, "-max_len=4096", "-rss_limit_mb=4096",
                corpus.toString()).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(said.toFile())
                .start();
        int code = jazzer.waitFor();
        String text = Files.readString(said, StandardCharsets.ISO_8859_1);
        if (code != 0 || !text.contains("DONE")) {
            throw new AssertionError(
                    "Jazzer ended with " + code + ":\n" + text.substring(Math.max(0, text.length() - 8_000)));
        }
        return text.lines().filter(line -> line.contains("DONE")).findFirst().orElseThrow();
    }

    private static String dictionaryEntry(byte[] word) {
        StringBuilder entry = new StringBuilder("\"");
        for (byte one : word) {
            entry.append("\\x").append(HexFormat.of().withUpperCase().toHexDigits(one));
        }
        return entry.append('"').toString();
    }
}
