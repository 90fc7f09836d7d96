package dev.hermes.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.model.FindingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetRowsTest {

    @TempDir
    Path folder;

    private Path file(String name, String select) throws SQLException {
        Path file = folder.resolve(name);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (" + select + ") TO '" + file.toString().replace("'", "''") + "' (FORMAT parquet)");
        }
        return file;
    }

    private static List<String> rows(ParquetRows rows, int most, int... wanted) {
        List<String> read = new ArrayList<>();
        for (String[][] cells = rows.next(wanted, most); cells != null; cells = rows.next(wanted, most)) {
            for (int row = 0; row < cells[0].length; row++) {
                List<String> texts = new ArrayList<>();
                for (String[] column : cells) {
                    texts.add(column[row]);
                }
                read.add(String.join("|", texts));
            }
        }
        return read;
    }

    @Test
    void valuesAreReadAsTextInTheOrderOfTheFile() throws SQLException {
        Path file = file("every type.parquet", """
                SELECT 'O''Neil' AS "name of", 12.50::DECIMAL(18,4) AS amount, DATE '2026-01-31' AS day, true AS vip,
                       9007199254740993::BIGINT AS big, TIMESTAMP '2026-01-31 10:20:30' AS at, 1.5::DOUBLE AS rate
                UNION ALL SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL""");
        try (ParquetRows rows = ParquetRows.open(file)) {
            assertThat(rows.columns()).containsExactly("name of", "amount", "day", "vip", "big", "at", "rate");
            assertThat(rows(rows, 100, 4, 0, 1, 2, 3, 5)).containsExactly(
                    "9007199254740993|O'Neil|12.5000|2026-01-31|true|2026-01-31 10:20:30", "|||||");
        }
    }

    @Test
    void manyRowsComeInBatches() throws SQLException {
        Path file = file("many.parquet", "SELECT i::VARCHAR AS id FROM range(300000) r(i)");
        try (ParquetRows rows = ParquetRows.open(file)) {
            List<String> read = rows(rows, 1000, 0);
            assertThat(read).hasSize(300_000);
            for (int i = 0; i < read.size(); i++) {
                assertThat(read.get(i)).isEqualTo(String.valueOf(i));
            }
        }
    }

    @Test
    void binaryFloatingPointIsRefusedWithTheCastThatHelps() throws SQLException {
        Path file = file("sales.parquet", "SELECT 0.1::DOUBLE AS amount, [1, 2] AS list, 1::FLOAT AS rate");
        try (ParquetRows rows = ParquetRows.open(file)) {
            assertThatThrownBy(() -> rows.next(new int[] {0, 1}, 10)).isInstanceOf(FindingsException.class).hasMessage(
                    """
                            sales.parquet:1:1: column amount: The column is of type DOUBLE, whose decimals are not exactly \
                            those that were written. Maybe make the file with CAST("amount" AS DECIMAL(18, 4)).
                            sales.parquet:1:2: column list: The column is of type INTEGER[], which is not read. \
                            Maybe make the file with CAST("list" AS VARCHAR).""");
        }
    }

    @Test
    void aFileOfAnotherFormatIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("sales.parquet"), "id,amount\n1,2\n");
        assertThatThrownBy(() -> ParquetRows.open(file)).isInstanceOf(FindingsException.class)
                .hasMessageStartingWith("sales.parquet:1:1: file: The file cannot be read as Parquet: ");
    }

    @Test
    void aNameWithSignsOfPatternsIsAName() throws SQLException {
        Path file = file("sales [1]*? 'é'.parquet", "SELECT 1 AS id");
        file("sales 1.parquet", "SELECT 2 AS id");
        try (ParquetRows rows = ParquetRows.open(file)) {
            assertThat(rows(rows, 10, 0)).containsExactly("1");
        }
    }
}
