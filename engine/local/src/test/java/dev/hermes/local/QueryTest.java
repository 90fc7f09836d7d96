package dev.hermes.local;

import static dev.hermes.local.FactFolder.FEBRUARY;
import static dev.hermes.local.FactFolder.JANUARY;
import static dev.hermes.local.FactFolder.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.facts.FactSource;
import dev.hermes.facts.QueryRows;
import dev.hermes.model.Dataset;
import dev.hermes.model.DatedValue;
import dev.hermes.model.FindingsException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QueryTest {

    private static final Dataset ORDERS = FactFolder.dataset("order-lines", FactFolder.number("amount", 18, 2),
            FactFolder.text("product"));
    private static final Dataset PRODUCTS = new Dataset("products", "products",
            List.of(FactFolder.text("code"), FactFolder.text("kind")), "code", null, null, List.of(), List.of(),
            List.of());

    @TempDir
    static Path path;

    private static DuckFacts facts;

    @BeforeAll
    static void writeOrders() {
        FactFolder folder = new FactFolder(path);
        folder.write(PRODUCTS, row("p", "tool"), row("q", "toy"));
        folder.write(ORDERS, row("1", "ann", LocalDate.of(2026, 1, 5), new BigDecimal("10.50"), "p"),
                row("2", "ann", LocalDate.of(2026, 1, 31), new BigDecimal("-3"), "q"),
                row("3", "bob", FEBRUARY, new BigDecimal("99"), "p"),
                row("4", "bob", LocalDate.of(2025, 12, 31), new BigDecimal("1"), "p"),
                row("5", null, LocalDate.of(2026, 1, 9), new BigDecimal("7"), "r"));
        Limits limits = Limits.standard().withMemory(200L << 20).withQueryTime(Duration.ofSeconds(1))
                .withQueryRows(100);
        facts = DuckFacts.open(path, List.of(ORDERS, PRODUCTS), limits);
    }

    @AfterAll
    static void close() {
        facts.close();
    }

    private static QueryRows query(String sql) {
        return facts.query(sql, JANUARY, FEBRUARY);
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void queriesSayMoreThanAggregationCan(String expected, String sql) {
        QueryRows rows = query(sql);
        Map<String, String> found = new TreeMap<>();
        for (int i = 0; i < rows.subjects().length; i++) {
            found.put(rows.subjects()[i], value(rows, i));
        }
        assertThat(found).hasToString(expected);
    }

    private static String value(QueryRows rows, int index) {
        return rows.values().isPresent(index)
                ? rows.values().get(index).toString()
                : rows.values().isFailed(index) ? "failed" : "missing";
    }

    @Test
    void theColumnSaysWhoseValuesTheyAre() {
        assertThat(query("SELECT 'x' AS assignment, 1 AS value").subject()).isEqualTo(DatedValue.Subject.ASSIGNMENT);
        assertThat(query("SELECT 'x' AS PERSON, 1 AS value").subject()).isEqualTo(DatedValue.Subject.PERSON);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatReachesBeyondTheFactsOrHasNoEndIsRefused(String expected, String sql) throws IOException {
        List<Path> before = files();
        assertThatThrownBy(() -> query(sql.replace("FOLDER", path.toString()))).isInstanceOf(FindingsException.class)
                .hasMessageStartingWith("query: ").hasMessageContaining(expected);
        assertThat(files()).isEqualTo(before);
        assertThat(query("SELECT code AS person, 1 AS value FROM products").subjects()).containsExactly("p", "q");
    }

    @Test
    void longAndDeepTextsAreRefusedBeforeTheyAreParsed() {
        String deep = "SELECT 'x' AS person, " + "(".repeat(1000);
        assertThatThrownBy(() -> query(deep)).hasMessageContaining("more than 200 parentheses");
        String longer = "SELECT 'x' AS person, 1 AS value --" + "-".repeat(10_000);
        assertThatThrownBy(() -> query(longer)).hasMessageContaining("longer than 10000 characters");
        String literal = "SELECT '" + "x".repeat(1001) + "' AS person, 1 AS value";
        assertThatThrownBy(() -> query(literal)).hasMessageContaining("more than 1000 characters");
        String nested = "SELECT 'x' AS person, " + "NOT ".repeat(900) + "TRUE AS value";
        assertThatThrownBy(() -> query(nested)).isInstanceOf(FindingsException.class);
        assertThatThrownBy(() -> query("SELECT 'x\0' AS person, 1 AS value")).hasMessageContaining("(NUL)");
        String tables = "SELECT 'x' AS person, 1 AS value FROM products" + ", products".repeat(40);
        assertThatThrownBy(() -> query(tables)).hasMessageContaining("at most 40 tables");
    }

    @Test
    void aRunningQueryEndsWhenTheRunIsCancelled() {
        AtomicInteger asked = new AtomicInteger();
        FactSource run;
        try (DuckFacts patient = DuckFacts.open(path, List.of(PRODUCTS), Limits.standard())) {
            // Asked before each of a few statements, then every few milliseconds while the long one runs.
            run = patient.withCancellation(() -> asked.incrementAndGet() > 40);
            assertThatThrownBy(() -> run.query("SELECT 'x' AS person, count(*) AS value FROM range(100000000000000)",
                    JANUARY, FEBRUARY)).isInstanceOf(CancellationException.class);
        }
        assertThat(asked.get()).isGreaterThan(40);
    }

    @Test
    void aDatasetThatDoesNotFitItsFilesIsNamed() {
        Dataset narrow = FactFolder.dataset("order-lines", FactFolder.number("amount", 4, 2),
                FactFolder.text("product"));
        try (DuckFacts others = DuckFacts.open(path, List.of(narrow), Limits.standard())) {
            assertThatThrownBy(
                    () -> others.query("SELECT seller AS person, 1 AS value FROM \"order-lines\"", JANUARY, FEBRUARY))
                    .isInstanceOf(FindingsException.class)
                    .hasMessageContaining("dataset order-lines: The column amount of the file");
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(path)) {
            return found.sorted().toList();
        }
    }

    static Stream<Arguments> accepted() throws IOException {
        return entries("accepted-queries.txt");
    }

    static Stream<Arguments> hostile() throws IOException {
        return entries("hostile-queries.txt");
    }

    /** Entries that an empty line parts: what is expected after a # and a space, then the query. */
    private static Stream<Arguments> entries(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(QueryTest.class.getResourceAsStream(name))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.strip().split("\n\n")).map(entry -> entry.split("\n", 2))
                    .map(parts -> Arguments.of(parts[0].substring(2), parts[1]));
        }
    }
}
