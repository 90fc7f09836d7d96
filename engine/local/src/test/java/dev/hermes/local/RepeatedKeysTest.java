package dev.hermes.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.model.Dataset;
import dev.hermes.model.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatedKeysTest {

    private static final Dataset ORDERS = new Dataset("orders", "Orders",
            List.of(new Dataset.Column("order id", Type.TEXT, 0, 0)), "order id", null, null, List.of(), List.of(),
            List.of());

    @TempDir
    Path folder;

    private Path file(String name, String keys) throws Exception {
        Path file = Files.createDirectories(folder.resolve("orders")).resolve(name);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT unnest([" + keys + "]) AS \"order id\") TO '" + file + "' (FORMAT parquet)");
        }
        return file;
    }

    private Map<String, List<Path>> repeated(int most, Path... files) {
        return RepeatedKeys.find(new FactFiles(folder, Map.of("orders", List.of(files))), ORDERS, most);
    }

    @Test
    void keysThatAreThereTwiceAreFoundWithTheirFiles() throws Exception {
        Path january = file("january.parquet", "'a', 'b', 'c', 'b'");
        Path february = file("february.parquet", "'d', 'a'");
        assertThat(repeated(10, january, february))
                .isEqualTo(Map.of("a", List.of(february, january), "b", List.of(january, january)));
        assertThat(repeated(1, january, february)).hasSize(1);
        assertThat(repeated(10, february)).isEmpty();
        assertThat(repeated(10)).isEmpty();
    }

    @Test
    void aDamagedFileIsNoAnswer() throws Exception {
        Path january = file("january.parquet", "'a', 'b'");
        Files.writeString(january, "no longer Parquet");
        assertThatThrownBy(() -> repeated(10, january)).isInstanceOf(FactAccessException.class)
                .hasMessageStartingWith("The facts could not be read or written: ");
    }
}
