package dev.hermes.local;

import static dev.hermes.local.FactFolder.FEBRUARY;
import static dev.hermes.local.FactFolder.JANUARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.facts.ColumnName;
import dev.hermes.facts.FactGroups;
import dev.hermes.facts.FactPass.Aggregate;
import dev.hermes.model.Aggregation;
import dev.hermes.model.Dataset;
import dev.hermes.model.FindingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that somebody else wrote. */
class FactRelationsTest {

    private static final String REST = ", '1' AS id, 'ann' AS seller, DATE '2026-01-05' AS day";
    private static final Dataset ORDERS = FactFolder.dataset("orders", FactFolder.number("amount", 9, 2));

    @TempDir
    Path path;

    private void file(String name, String select) {
        try {
            Files.createDirectories(path.resolve("orders"));
            try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                    Statement statement = connection.createStatement()) {
                statement.execute("COPY (" + select + ") TO '"
                        + path.resolve("orders").resolve(name).toString().replace("'", "''") + "' (FORMAT parquet)");
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private FactGroups sum(Dataset dataset) {
        return new FactFolder(path).aggregate(FactFolder.january(dataset),
                new Aggregate(Aggregation.SUM, new ColumnName("", "amount"), null, JANUARY, FEBRUARY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            CAST(1 AS DOUBLE);          is stored as DOUBLE, binary floating point
            CAST(1 AS FLOAT);           is stored as FLOAT, binary floating point
            CAST(1 AS DECIMAL(9,3));    is stored as DECIMAL(9,3), which is wider than the declared DECIMAL(9,2)
            CAST(1 AS DECIMAL(10,2));   is stored as DECIMAL(10,2), which is wider than the declared DECIMAL(9,2)
            CAST(1 AS BIGINT);          is stored as BIGINT, which is wider than the declared DECIMAL(9,2)
            'x';                        is stored as VARCHAR, declared is DECIMAL(9,2)
            TRUE;                       is stored as BOOLEAN, declared is DECIMAL(9,2)
            """)
    void typesThatTheDeclaredOneDoesNotHoldAreRefusedWithTheCast(String value, String message) {
        file("old.parquet", "SELECT CAST(2 AS DECIMAL(9,2)) AS amount" + REST);
        file("new.parquet", "SELECT " + value + " AS amount" + REST);
        assertThatThrownBy(() -> sum(ORDERS)).isInstanceOf(FindingsException.class)
                .hasMessageContaining("dataset orders: The column amount of the file")
                .hasMessageContaining("new.parquet").hasMessageContaining(message)
                .hasMessageContaining("Write the file with CAST(\"amount\" AS DECIMAL(9,2))");
    }

    @Test
    void narrowerTypesAndOtherOrdersOfColumnsAreRead() {
        file("a.parquet", "SELECT CAST(1.25 AS DECIMAL(5,2)) AS amount" + REST);
        file("b's [1].parquet", "SELECT '2' AS id, 'x' AS other, 'ann' AS seller, CAST(5 AS INTEGER) AS fewer,"
                + " CAST(100 AS SMALLINT) AS amount, DATE '2026-01-06' AS day");
        assertThat(sum(ORDERS).figures().getFirst().values().get(0)).hasToString("101.25");
    }

    @Test
    void aMissingColumnIsNamedWithItsFile() {
        file("a.parquet", "SELECT 1.5 AS value" + REST);
        assertThatThrownBy(() -> sum(ORDERS)).isInstanceOf(FindingsException.class)
                .hasMessageContaining("The column amount is missing in the file").hasMessageContaining("a.parquet");
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        file("a.parquet", "SELECT CAST(1 AS DECIMAL(9,2)) AS amount" + REST);
        Files.writeString(path.resolve("orders/b.parquet"), "PAR1 no longer");
        assertThatThrownBy(() -> sum(ORDERS)).isInstanceOf(FindingsException.class)
                .hasMessageContaining("dataset orders: A file cannot be read").hasMessageContaining("b.parquet")
                .hasMessageContaining("restore it from a backup");
    }

    @Test
    void rowsWithoutAKeyAreRefused() {
        file("a.parquet", "SELECT CAST(1 AS DECIMAL(9,2)) AS amount, CAST(NULL AS VARCHAR) AS id, 'ann' AS seller,"
                + " DATE '2026-01-05' AS day FROM range(3)");
        assertThatThrownBy(() -> sum(ORDERS)).isInstanceOf(FindingsException.class)
                .hasMessageContaining("3 rows have no id, which is their key");
    }

    @Test
    void columnsThatDifferByCapitalsOnlyAndImpossibleNumbersAreRefused() {
        Dataset twice = FactFolder.dataset("orders", FactFolder.number("amount", 9, 2), FactFolder.text("Amount"));
        assertThatThrownBy(() -> sum(twice)).isInstanceOf(FindingsException.class)
                .hasMessageContaining("The column Amount differs from another one by capital letters only");
        Dataset tooWide = FactFolder.dataset("orders", FactFolder.number("amount", 39, 2));
        assertThatThrownBy(() -> sum(tooWide)).isInstanceOf(FindingsException.class)
                .hasMessageContaining("The column amount cannot have 39 digits, 2 of them fractional");
    }

    @Test
    void nothingButTheFolderCanBeReached() throws IOException {
        Path other = Files.writeString(path.resolve("other.csv"), "a\n1\n");
        Path facts = Files.createDirectories(path.resolve("facts"));
        try (LockedDatabase database = LockedDatabase.open(facts, Limits.standard(), false);
                Session session = database.connect(() -> false)) {
            for (String statement : new String[] {"SELECT * FROM read_csv('" + other + "')",
                "COPY (SELECT 1) TO '" + path.resolve("new.csv") + "'", "ATTACH '" + path.resolve("new.db") + "'",
                "SELECT * FROM read_text('" + facts + "/../other.csv')", "INSTALL httpfs", "LOAD httpfs",
                "SET memory_limit = '8GB'", "RESET lock_configuration",
                "SELECT * FROM 'https://localhost:1/a.parquet'"}) {
                assertThatThrownBy(() -> session.run(statement)).describedAs(statement)
                        .isInstanceOf(FactAccessException.class)
                        .hasMessageContaining("The statement was: " + statement);
            }
        }
        assertThat(path.resolve("new.csv")).doesNotExist();
        assertThat(path.resolve("new.db")).doesNotExist();
    }
}
