package dev.hermes.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hermes.spi.AdapterOptionException;
import dev.hermes.spi.RefusedCell;
import dev.hermes.spi.TableReader;
import dev.hermes.spi.TableRows;
import dev.hermes.spi.TableSource;
import dev.hermes.spi.UnreadableTableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptAdapterTest {

    /** What a script of these tests tells: that it has begun. */
    public static volatile CountDownLatch begun = new CountDownLatch(1);

    @TempDir
    Path folder;

    private record Source(Path file) implements TableSource {

        @Override
        public String name() {
            return file.getFileName().toString();
        }

        @Override
        public String path() {
            return file.toString();
        }

        @Override
        public long size() throws IOException {
            return Files.size(file);
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }

    private TableReader open(String script, String... options)
            throws AdapterOptionException, UnreadableTableException, IOException {
        Path file = Files.writeString(folder.resolve("orders.groovy"), script);
        SequencedMap<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            given.put(options[i], options[i + 1]);
        }
        return new ScriptAdapter().open(new Source(file), given);
    }

    /** The columns, then each row with its number, then what was refused. */
    private List<String> read(String script, String... options)
            throws AdapterOptionException, UnreadableTableException, IOException {
        List<String> lines = new ArrayList<>();
        try (TableReader reader = open(script, options)) {
            lines.add(String.join(" | ", reader.columns()));
            int[] all = IntStream.range(0, reader.columns().size()).toArray();
            for (TableRows rows = reader.next(all, 2); rows != null; rows = reader.next(all, 2)) {
                for (int row = 0; row < rows.size(); row++) {
                    List<String> cells = new ArrayList<>();
                    for (int column : all) {
                        cells.add(rows.cells(column)[row]);
                    }
                    lines.add(rows.row(row) + ": " + String.join(" | ", cells));
                }
                for (RefusedCell cell : rows.refused()) {
                    lines.add(cell.row() + ":" + cell.column() + ": " + cell.said());
                }
            }
        }
        return lines;
    }

    /** Why a script cannot be read: its line, or row, and what is said. */
    private String unreadable(String script) {
        UnreadableTableException unreadable = catchThrowableOfType(UnreadableTableException.class, () -> read(script));
        if (unreadable == null) {
            throw new AssertionError("The script was read.");
        }
        return unreadable.row() + ": " + unreadable.said();
    }

    @Test
    void aListOfMapsIsATable() throws Exception {
        assertThat(read("[[seller: 'Ada', amount: 100.50], [amount: -7, seller: \"B${'en'}\"], [seller: 'Eve']]"))
                .containsExactly("seller | amount", "1: Ada | 100.50", "2: Ben | -7", "3: Eve | ");
    }

    @Test
    void ofListsTheFirstNamesTheColumns() throws Exception {
        assertThat(read("[['seller', 'amount'], ['Ada', 1], ['Ben', null]] as Object[]"))
                .containsExactly("seller | amount", "2: Ada | 1", "3: Ben | ");
    }

    @Test
    void aFileThatIsNoTableIsReadLineByLine() throws Exception {
        Files.writeString(folder.resolve("orders.dat"), "A100Ada  00010050\nA101Ben  00000700\n");

        assertThat(read("""
                data.toFile().readLines().collect { line ->
                    [id: line[0..3], seller: line[4..8].trim(), amount: line[9..16].toBigDecimal() / 100]
                }
                """, "data", "orders.dat"))
                .containsExactly("id | seller | amount", "1: A100 | Ada | 100.5", "2: A101 | Ben | 7");
    }

    @Test
    void aClosureGivesRowsUntilItGivesNull() throws Exception {
        assertThat(read("int n = 0\nreturn { n < 5 ? [n: ++n] : null }"))
                .containsExactly("n", "1: 1", "2: 2", "3: 3", "4: 4", "5: 5");
    }

    @Test
    void rowsAreMadeAsTheyAreRead() throws Exception {
        try (TableReader reader = open("java.util.stream.Stream.iterate(1L) { it + 1 }.map { [n: it] }")) {
            TableRows rows = reader.next(new int[] {0}, 1_000);

            assertThat(rows).isNotNull().extracting(read -> read.cells(0)[999]).isEqualTo("1000");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '^', value = {"'text'; text", "1.10; 1.10", "1e3; 1000",
        "1e-7; 0.0000001", "7G; 7", "7L; 7", "0.1d + 0.2d; 0.30000000000000004", "2.0d; 2",
        "1e22d; 10000000000000000000000",
        "0.1f; 0.1", "true; true", "java.time.LocalDate.of(2024, 2, 29); 2024-02-29",
        "java.time.LocalDateTime.of(2024, 2, 29, 10, 0); 2024-02-29 10:00:00",
        "java.time.YearMonth.of(2024, 2); 2024-02",
        "null; ^^"})
    void valuesAreWrittenExactly(String value, String text) throws Exception {
        assertThat(read("[[value: " + value + "]]")).containsExactly("value", "1: " + text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"Double.NaN; NaN is no number", "1 / 0d; Infinity is no number",
        "new Date(0); A java.util.Date is no value of a cell", "[1, 2]; A java.util.ArrayList is no value of a cell",
        "1e999999999; The number 1E+999999999 is too long to be written out",
        "java.time.LocalDate.MAX; +999999999-12-31 is no day"})
    void valuesThatAreNoneAreRefusedWithRowAndColumn(String value, String problem) throws Exception {
        assertThat(read("[[id: 1, value: 'a'], [id: 2, value: " + value + "], [id: 3, value: 'c']]"))
                .hasSize(4).contains("1: 1 | a", "3: 3 | c")
                .anyMatch(line -> line.startsWith("2:1: " + problem));
    }

    @Test
    void aFailureIsToldWithTheLineOfTheScript() {
        assertThat(unreadable("int a = 1\n\nthrow new IllegalStateException('no such file.')"))
                .isEqualTo("3: The script failed: IllegalStateException: no such file. Maybe correct it there.");
        assertThat(
                unreadable("def price(order) {\n    order.amount / order.count\n}\n[[a: price(amount: 1, count: 0)]]"))
                .isEqualTo("2: The script failed: ArithmeticException: Division by zero. Maybe correct it there.");
        assertThat(unreadable("int n = 0\nreturn {\n    if (++n > 3) {\n        missing\n    }\n    [n: n]\n}"))
                .startsWith("4: The script failed: MissingPropertyException: No such property: missing");
        assertThat(unreadable("def f() { f() }\nf()")).startsWith("1: The script failed: StackOverflowError");
        assertThat(unreadable("int a = \n\ndef b }"))
                .startsWith("3: The script cannot be compiled: Unexpected input: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"1; The script gave a java.lang.Integer, which are no rows.",
        "null; The script gave null, which are no rows.", "[a: 1]; The script gave a java.util.LinkedHashMap, which",
        "[]; The script gave no row, and so no columns.", "[1]; The first row is a java.lang.Integer.",
        "[[1, 2]]; A column is named by a java.lang.Integer.", "[['a', 'a']]; Two columns are called a.",
        "[[a: 1], [b: 2]]; The row 2 has a column b, which the first row does not have.",
        "[['a', 'b'], [1]]; The row 2 is a list of 1, and there are 2 columns."})
    void whatIsNoTableIsRefused(String script, String problem) {
        assertThat(unreadable(script)).contains(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"while (true) { }", "for (;;) { 1 + 1 }", "def f() { f2() }\ndef f2() { true }\nwhile (f()) { }",
                "Thread.sleep(Long.MAX_VALUE)", "(1..Integer.MAX_VALUE).each { }",
                "new java.util.concurrent.CountDownLatch(1).await()"})
    void aScriptThatRunsAwayEndsWhereItIsInterrupted(String endless) throws Exception {
        begun = new CountDownLatch(1);
        Thread reading = Thread.currentThread();
        Thread.ofVirtual().start(() -> {
            try {
                begun.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            reading.interrupt();
        });

        assertThatThrownBy(() -> read(ScriptAdapterTest.class.getName() + ".begun.countDown()\n" + endless))
                .isInstanceOf(InterruptedIOException.class);
    }

    @Test
    void dataThatIsNotThereIsSaidAtItsOption() {
        assertThatThrownBy(() -> read("[]", "data", "gone.dat")).isInstanceOf(AdapterOptionException.class)
                .hasMessage(
                        "The file gone.dat is not there. Maybe it was not delivered yet, or the path is relative to "
                                + "another folder than that of the script.");
    }

    @Test
    void whatTheScriptHasOpenedIsClosedWithTheTable() throws Exception {
        Files.writeString(folder.resolve("orders.dat"), "1\n2\n");
        Path closed = folder.resolve("closed");

        try (TableReader reader = open("""
                java.nio.file.Files.lines(data).map { [n: it] }.onClose { new File('%s').text = 'yes' }
                """.formatted(closed), "data", "orders.dat")) {
            assertThat(reader.next(new int[] {0}, 1)).isNotNull();
            assertThat(closed).doesNotExist();
        }
        assertThat(closed).hasContent("yes");
    }
}
