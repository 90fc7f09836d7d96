package dev.hermes.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No formula runs, loads or starts anything, and none costs more than a bounded amount of work. */
class HostileFormulasTest {

    /** Set by those entries that would run code. */
    private static final String ESCAPED = "hermes.escaped";
    /** Far more than any refusal needs once the parser is warm; what explodes allocates more. */
    private static final long MOST_BYTES = 16_000_000;
    private static final int WARM_UP_ROUNDS = 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private ClassLoader before;
    private RecordingLoader loader;

    /** Notes which classes are asked for by name. */
    private static final class RecordingLoader extends ClassLoader {

        private int asked;

        RecordingLoader(ClassLoader parent) {
            super(parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            asked++;
            return super.loadClass(name, resolve);
        }
    }

    static List<String> ownEntries() throws IOException {
        try (InputStream file = HostileFormulasTest.class.getResourceAsStream("hostile.txt")) {
            String content = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(FormulaFile.parse(content).entries().stream(), generatedEntries(),
                    entriesWithForeignCharacters()).flatMap(part -> part).toList();
        }
    }

    /** What is better counted than written out. */
    private static Stream<String> generatedEntries() {
        return Stream.of("1".repeat(1_000_000), "1+".repeat(1_999) + "1", "1+".repeat(300) + "1",
                "vip ? 1 : ".repeat(10_000) + "2", "vip ? 1 : ".repeat(399) + "2",
                "vip ? ".repeat(300).concat("1").concat(" : 2".repeat(300)), "(".repeat(65) + "1" + ")".repeat(65),
                "(".repeat(2_000), ")".repeat(2_000), "[".repeat(3_999), "max(1,".repeat(65) + "1" + ")".repeat(65),
                "!".repeat(3_000) + "vip", "- ".repeat(1_500) + "1", "!(".repeat(64) + "1" + ")".repeat(64),
                "sales" + ".target".repeat(500), "sales" + ".target".repeat(60), "a".repeat(4_000), "a".repeat(4_001),
                "'" + "a".repeat(3_999), "'" + "\\".repeat(3_997) + "'", "max(" + "1,".repeat(1_900) + "'a')",
                "visits in [" + "1,".repeat(1_900) + "'a']", "visits in [".repeat(60) + "1" + "]".repeat(60),
                "1<".repeat(1_999) + "1", "(1..2)..".repeat(100) + "3", " ".repeat(4_000), "\n".repeat(4_000),
                "\n".repeat(3_990) + "sales[0]", "sales\r+ 1", "region == 'e\u0301'");
    }

    /** Characters that are not seen, or not in the alphabet of names, within a name and, if not seen, within a text. */
    private static Stream<String> entriesWithForeignCharacters() {
        int[] unseen = {0x0000, 0x0001, 0x001B, 0x007F, 0x0085, 0x00AD, 0x061C, 0x180E, 0x200B, 0x200D, 0x200F, 0x2028,
            0x2066, 0x202E, 0x3164, 0xD83D, 0xDC00, 0xE000, 0xFEFF, 0xFFFF, 0xE0041};
        int[] otherAlphabets = {0x00A0, 0x0430, 0x03B1, 0x3000, 0xFF53, 0x1D460, 0x1F600};
        return Stream.of(
                IntStream.of(unseen).mapToObj(c -> "sal" + Character.toString(c) + "es"),
                IntStream.of(unseen).mapToObj(c -> "region == 'Nor" + Character.toString(c) + "th'"),
                IntStream.of(otherAlphabets).mapToObj(c -> "sal" + Character.toString(c) + "es")).flatMap(part -> part);
    }

    static List<String> sharedEntries() throws IOException {
        return FormulaFile.parse(SharedData.read("hostile-formulas.txt")).entries();
    }

    @BeforeAll
    static void warmUp() throws IOException {
        FormulaFile entries = new FormulaFile(ownEntries());
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            assertThat(entries.check(FixtureNames.NAMES)).hasSameSizeAs(entries.entries());
        }
    }

    @BeforeEach
    void watch() {
        System.clearProperty(ESCAPED);
        before = Thread.currentThread().getContextClassLoader();
        loader = new RecordingLoader(before);
        Thread.currentThread().setContextClassLoader(loader);
    }

    @AfterEach
    void stopWatching() {
        Thread.currentThread().setContextClassLoader(before);
    }

    @ParameterizedTest(name = "entry {index}")
    @MethodSource("ownEntries")
    void isRefusedAtAPlaceInTheText(String entry) {
        refuse(entry);
    }

    @Test
    void everySharedEntryIsRefused() throws IOException {
        sharedEntries().forEach(this::refuse);
    }

    private void refuse(String entry) {
        int threads = THREADS.getThreadCount();
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        Throwable refused = catchThrowable(() -> Formulas.check(entry, FixtureNames.NAMES));
        long spent = THREADS.getCurrentThreadAllocatedBytes() - allocated;

        assertThat(refused).isInstanceOf(FormulaException.class);
        FormulaProblem problem = ((FormulaException) refused).problem();
        List<String> lines = List.of(entry.split("\n", -1));
        assertThat(problem.line()).isBetween(1, lines.size());
        String line = lines.get(problem.line() - 1);
        assertThat(problem.column()).isBetween(1, Math.max(1, line.codePointCount(0, line.length())));
        assertThat(problem.message().text()).contains("Maybe").doesNotContain("\n").hasSizeLessThan(300)
                .doesNotContain("codehaus", "antlr", "@ line", "Exception");

        assertThat(System.getProperty(ESCAPED)).as("what an entry that ran would set").isNull();
        assertThat(loader.asked).as("classes asked for").isZero();
        assertThat(THREADS.getThreadCount()).as("threads").isLessThanOrEqualTo(threads);
        assertThat(spent).as("bytes allocated").isLessThan(MOST_BYTES);
    }

    @Test
    void whatNestsAsDeepAsAllowedIsCheckedOnASmallStack() throws InterruptedException {
        List<String> deepest = List.of("1+".repeat(250) + "1", "(".repeat(64) + "1" + ")".repeat(64),
                "max(1,".repeat(64) + "1" + ")".repeat(64), "vip ? 1 : ".repeat(125) + "2", "!".repeat(250) + "vip",
                "-(".repeat(64) + "sales" + ")".repeat(64));
        long smallStack = 512 * 1024;
        boolean[] accepted = new boolean[deepest.size()];
        Thread thread = new Thread(null, () -> IntStream.range(0, accepted.length).forEach(i -> {
            Formulas.check(deepest.get(i), FixtureNames.NAMES);
            accepted[i] = true;
        }), "small stack", smallStack);
        thread.start();
        thread.join();
        assertThat(accepted).doesNotContain(false);
    }
}
