package dev.hermes.local;

import static dev.hermes.local.FactFolder.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.model.Dataset;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactLinesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final Dataset ORDERS = FactFolder.dataset("orders");
    /** With a column whose name DuckDB gives to the path of the file. */
    private static final Dataset NUMBERED = new Dataset("numbered", "numbered",
            List.of(FactFolder.number("filename", 8, 2), FactFolder.text("seller"), FactFolder.date("day")), "filename",
            "day", null, ORDERS.credits(), List.of(), List.of());

    @TempDir
    Path temporary;

    private FactFolder folder;

    @BeforeEach
    void prepare() throws IOException {
        // An apostrophe, a blank and a letter that is not ASCII.
        folder = new FactFolder(Files.createDirectories(temporary.resolve("Zoë's facts")));
    }

    /** A file of another program, in which rows do not know their lines. */
    private Path foreign(String dataset, String select) throws IOException, SQLException {
        Path file = Files.createDirectories(folder.path().resolve(dataset)).resolve("foreign.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (" + select + ") TO " + Sql.path(file) + " (FORMAT parquet)");
        }
        return file;
    }

    @Test
    void factsAreFoundInTheirFilesByKey() {
        Path first = folder.write(ORDERS, row("a", "ann", DAY), row("it's", "bob", DAY), row("c", "ann", DAY));
        Path second = folder.write(ORDERS, row("d", "ann", DAY), row("", "bob", DAY));
        try (DuckFacts facts = folder.open(ORDERS)) {
            assertThat(facts.lines("orders", Set.of("it's", "c", "", "e"))).containsOnlyKeys("it's", "c", "")
                    .containsEntry("it's", new FactLine(first, 2)).containsEntry("c", new FactLine(first, 3))
                    .containsEntry("", new FactLine(second, 2));
            assertThat(facts.lines("orders", Set.of("d"))).as("asked again, nothing is left of before")
                    .containsOnlyKeys("d");
            assertThat(facts.lines("orders", Set.of())).isEmpty();
        }
    }

    @Test
    void keysAreInCanonicalText() {
        Path file = folder.write(NUMBERED, row(new BigDecimal("17.50"), "ann", DAY),
                row(new BigDecimal("-4"), "ann", DAY));
        try (DuckFacts facts = folder.open(NUMBERED)) {
            assertThat(facts.lines("numbered", Set.of("17.5", "-4", "17.50"))).containsOnlyKeys("17.5", "-4")
                    .containsEntry("17.5", new FactLine(file, 1)).containsEntry("-4", new FactLine(file, 2));
        }
    }

    @Test
    void filesThatDoNotKnowLinesArePassedOver() throws IOException, SQLException {
        foreign("orders", "SELECT 'x' AS id, 'ann' AS seller, DATE '2026-01-05' AS day");
        try (DuckFacts facts = folder.open(ORDERS)) {
            assertThat(facts.lines("orders", Set.of("x"))).isEmpty();
        }
        Path ours = folder.write(ORDERS, row("a", "ann", DAY));
        try (DuckFacts facts = folder.open(ORDERS)) {
            assertThat(facts.lines("orders", Set.of("x", "a"))).containsOnlyKeys("a").containsEntry("a",
                    new FactLine(ours, 1));
        }
    }

    @Test
    void whatStandsTwiceHasNoPlace() {
        folder.write(ORDERS, row("a", "ann", DAY), row("b", "ann", DAY));
        folder.write(ORDERS, row("b", "bob", DAY));
        try (DuckFacts facts = folder.open(ORDERS)) {
            assertThat(facts.lines("orders", Set.of("a", "b"))).containsOnlyKeys("a");
        }
    }

    @Test
    void aDatasetWithoutFactsHasNone() {
        try (DuckFacts facts = folder.open(ORDERS)) {
            assertThat(facts.lines("orders", Set.of("a"))).isEmpty();
        }
    }
}
